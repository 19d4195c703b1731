package dev.seeder.rows;

import dev.seeder.words.Words;

/** Texts of one of Datafaker's templates, in the language of the run. */
record Texts(String kind, String template, int maxLength) implements FittedText {

  static Texts of(String kind, String template) {
    return new Texts(kind, template, Integer.MAX_VALUE);
  }

  /** What {@link #prepare} makes is faster; from inside a lambda it is this. */
  @Override
  public String value(Draw draw) {
    return draw.faker().expression(template);
  }

  @Override
  public FittedText prepare(RowScope scope) {
    return new ReadyTexts(kind, Words.of(scope.locale(), template), null).fitting(maxLength);
  }

  @Override
  public FittedText fitting(int length) {
    return new Texts(kind, template, Math.min(maxLength, length));
  }

  @Override
  public long size() {
    throw notReady(kind);
  }

  @Override
  public String at(long index) {
    throw notReady(kind);
  }

  static IllegalStateException notReady(String kind) {
    return new IllegalStateException(
        "What there is of \""
            + kind
            + "\" depends on the run's language, which is not known before prepare(...).\n"
            + "  To fix: pass the generator to generate(...), orNull(...) or unique(...) itself,"
            + " not from inside a lambda.");
  }
}
