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
    Words words = Words.of(scope.locale(), template);
    if (!words.compiled()) {
      requireKnown(scope);
    }
    return new ReadyTexts(kind, words, null).fitting(maxLength);
  }

  private void requireKnown(RowScope scope) {
    try {
      scope.faker(template).expression(template);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Datafaker does not know the expression \""
              + template
              + "\".\n  To fix: name a provider and a method of it, as in \"#{book.title}\".",
          e);
    }
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
