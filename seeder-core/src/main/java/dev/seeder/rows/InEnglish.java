package dev.seeder.rows;

import java.util.Locale;

/** Texts in the language of the run, and in English if it has none that are short enough. */
record InEnglish(FittedText texts) implements FittedText {

  @Override
  public String value(Draw draw) {
    return texts.value(draw);
  }

  @Override
  public FittedText prepare(RowScope scope) {
    try {
      return texts.prepare(scope);
    } catch (IllegalArgumentException tooShort) {
      return texts.prepare(
          new RowScope(scope.dsl(), scope.randomSeed(), scope.clock(), Locale.ENGLISH));
    }
  }

  @Override
  public FittedText fitting(int maxLength) {
    return new InEnglish(texts.fitting(maxLength));
  }

  @Override
  public long size() {
    return texts.size();
  }

  @Override
  public String at(long index) {
    return texts.at(index);
  }

  @Override
  public boolean distinct() {
    return texts.distinct();
  }
}
