package dev.seeder.check;

import dev.seeder.check.Token.Kind;
import java.text.ParseException;
import java.util.List;

/** The tokens of a condition, read from left to right. It has a position: not for two threads. */
final class Tokens {

  private final List<Token> tokens;
  private int position;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  int position() {
    return position;
  }

  void back(int earlier) {
    position = earlier;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    position++;
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Reads these words or symbols if they come next; else nothing. */
  boolean take(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    position += words.length;
    return true;
  }

  void expect(String wordOrSymbol) throws ParseException {
    if (!take(wordOrSymbol)) {
      throw unread();
    }
  }

  String text() throws ParseException {
    if (peek().kind() != Kind.TEXT) {
      throw unread();
    }
    return next().text();
  }

  /** Makes the exception for what nobody here understands; a part of the condition is left out. */
  ParseException unread() {
    return new ParseException(peek().text(), peek().start());
  }
}
