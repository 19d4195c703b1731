package dev.seeder.check;

/**
 * A piece of a condition.
 *
 * @param text words in lower case, everything else as meant: without quotes and escapes
 * @param start where it begins in the condition
 */
record Token(Kind kind, String text, int start) {

  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String wordOrSymbol) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }
}
