package dev.seeder.check;

import dev.seeder.check.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into tokens. It takes any text: what is no token is a strange symbol. */
final class Lexer {

  private static final Pattern SPACE =
      Pattern.compile("(?:\\s+|--[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))+");
  private static final Pattern NUMBER =
      Pattern.compile("0[xX][0-9a-fA-F]+|(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "::|<=>|<=|>=|<>|!=|==|\\|\\||&&|!?~~?\\*?|->>?|#>>?|@>|<@|.", Pattern.DOTALL);

  /** What stands before a quote: national, escaped and Unicode texts, and character sets. */
  private static final Pattern PREFIX =
      Pattern.compile("(?:[nN]|[eE]|[bBxX]|[uU]&|_[A-Za-z0-9]+ ?)(?=['\"])");

  /** MySQL's catalog gives the quotes of its literals with a backslash. */
  private static final Pattern ESCAPED_LITERAL = Pattern.compile("_[a-z0-9]+\\\\'");

  private final String text;
  private final Habits habits;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Lexer(String text, Habits habits) {
    this.text = text;
    this.habits = habits;
  }

  static List<Token> tokens(String condition, Habits habits) {
    boolean escaped = habits.backslashes() && ESCAPED_LITERAL.matcher(condition).find();
    String text = escaped ? condition.replace("\\'", "'").replace("\\\\", "\\") : condition;
    return new Lexer(text, habits).read();
  }

  private List<Token> read() {
    while (true) {
      take(SPACE);
      int start = position;
      if (start == text.length()) {
        tokens.add(new Token(Kind.END, "", start));
        return tokens;
      }
      Token token = next(start);
      tokens.add(token);
    }
  }

  private Token next(int start) {
    String prefix = take(PREFIX).toLowerCase(Locale.ROOT);
    char first = text.charAt(position);
    if (first == '\'') {
      boolean bits = prefix.equals("x") || prefix.equals("b");
      boolean escapes = prefix.equals("e") || (habits.backslashes() && !bits);
      return quoted(bits ? Kind.SYMBOL : Kind.TEXT, start, '\'', escapes, prefix);
    }
    if (first == '"' || first == '`') {
      return quoted(Kind.QUOTED_NAME, start, first, false, prefix);
    }
    if (first == '[' && habits.looseTypes()) {
      return quoted(Kind.QUOTED_NAME, start, ']', false, prefix);
    }
    String number = take(NUMBER);
    if (!number.isEmpty()) {
      return new Token(Kind.NUMBER, number, start);
    }
    String word = take(WORD);
    return word.isEmpty()
        ? new Token(Kind.SYMBOL, take(SYMBOL), start)
        : new Token(Kind.WORD, word.toLowerCase(Locale.ROOT), start);
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    // a prefix looks at the quote behind it
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return "";
    }
    position = matcher.end();
    return matcher.group();
  }

  private Token quoted(Kind kind, int start, char end, boolean escapes, String prefix) {
    var content = new StringBuilder();
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      boolean doubled = end != ']' && position < text.length() && text.charAt(position) == end;
      if (c == '\\' && escapes && position < text.length()) {
        content.append(unescaped(text.charAt(position++)));
      } else if (c != end) {
        content.append(c);
      } else if (doubled) {
        content.append(c);
        position++;
      } else {
        String all = content.toString();
        return new Token(kind, prefix.equals("u&") ? unicode(all) : all, start);
      }
    }
    return new Token(Kind.SYMBOL, "'", start);
  }

  private static String unescaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case '0' -> "\0";
      // for LIKE
      case '%', '_' -> "\\" + c;
      default -> String.valueOf(c);
    };
  }

  private static String unicode(String content) {
    return Pattern.compile("\\\\(?:\\\\|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))")
        .matcher(content)
        .replaceAll(
            found -> {
              String digits = found.group(1) == null ? found.group(2) : found.group(1);
              String character =
                  digits == null ? "\\" : Character.toString(Integer.parseInt(digits, 16));
              return Matcher.quoteReplacement(character);
            });
  }
}
