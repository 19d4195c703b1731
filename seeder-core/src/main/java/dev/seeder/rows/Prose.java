package dev.seeder.rows;

import dev.seeder.words.Words;

/**
 * Running text in the language of the run.
 *
 * @param single whether it is one sentence, however short
 */
record Prose(String kind, boolean single, int min, int max) implements FittedText {

  @Override
  public String value(Draw draw) {
    throw Texts.notReady(kind);
  }

  @Override
  public FittedText prepare(RowScope scope) {
    return ReadyProse.of(this, Words.of(scope.locale(), "#{lorem.words}").distinct());
  }

  @Override
  public FittedText fitting(int maxLength) {
    return new Prose(kind, single, Math.min(min, maxLength), Math.min(max, maxLength));
  }

  @Override
  public long size() {
    throw Texts.notReady(kind);
  }

  @Override
  public String at(long index) {
    throw Texts.notReady(kind);
  }
}
