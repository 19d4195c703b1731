package dev.seeder.pattern;

import dev.seeder.pattern.Language.Repeat;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads regular expressions, POSIX's and Perl's, and the patterns of SIMILAR TO. */
final class RegexParser {

  private final String pattern;
  private final boolean similar;
  private boolean ignoreCase;
  private int position;

  private RegexParser(String pattern, boolean similar, boolean ignoreCase) {
    this.pattern = pattern;
    this.similar = similar;
    this.ignoreCase = ignoreCase;
  }

  /** Reads a regular expression: the texts, with END behind them, in which it is found. */
  static Language regex(String pattern, boolean ignoreCase) throws ParseException {
    Language found = new RegexParser(pattern, false, ignoreCase).whole();
    CharacterSet anything = CharacterSet.range(0, CharacterSet.END);
    Language around = Language.repeat(Language.of(anything), 0, Repeat.UNLIMITED);
    return Language.sequence(List.of(around, found, around)).after(CharacterSet.BEGIN);
  }

  /** Reads a pattern of SIMILAR TO. */
  static Language similar(String pattern) throws ParseException {
    return new RegexParser(pattern, true, false).whole();
  }

  private Language whole() throws ParseException {
    Language language = alternatives();
    if (position < pattern.length()) {
      throw unread();
    }
    return language;
  }

  private Language alternatives() throws ParseException {
    List<Language> each = new ArrayList<>();
    do {
      List<Language> parts = new ArrayList<>();
      while (position < pattern.length() && peek() != '|' && peek() != ')') {
        parts.add(repeated());
      }
      each.add(Language.sequence(parts));
    } while (take("|"));
    return Language.either(each);
  }

  private Language repeated() throws ParseException {
    Language one = one();
    while (position < pattern.length()) {
      if (take("*")) {
        one = Language.repeat(one, 0, Repeat.UNLIMITED);
      } else if (take("+")) {
        one = Language.repeat(one, 1, Repeat.UNLIMITED);
      } else if (take("?")) {
        one = Language.repeat(one, 0, 1);
      } else if (pattern.startsWith("{", position)) {
        one = counted(one);
      } else {
        break;
      }
      // the shortest match is a match as well
      if (!similar && !take("?") && take("+")) {
        throw unread();
      }
    }
    return one;
  }

  private Language counted(Language one) throws ParseException {
    int end = pattern.indexOf('}', position);
    String counts = end < 0 ? "" : pattern.substring(position + 1, end);
    if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?|,[0-9]{1,4}")) {
      throw unread();
    }
    position = end + 1;
    int comma = counts.indexOf(',');
    if (comma < 0) {
      int count = Integer.parseInt(counts);
      return Language.repeat(one, count, count);
    }
    String low = counts.substring(0, comma);
    String high = counts.substring(comma + 1);
    return Language.repeat(
        one,
        low.isEmpty() ? 0 : Integer.parseInt(low),
        high.isEmpty() ? Repeat.UNLIMITED : Integer.parseInt(high));
  }

  private Language one() throws ParseException {
    int character = next();
    switch (character) {
      case '(' -> {
        return group();
      }
      case '[' -> {
        return characters(set());
      }
      case '\\' -> {
        return escaped();
      }
      case '*', '+', '?', '{' -> throw unread();
      default -> {}
    }
    if (similar) {
      return switch (character) {
        case '%' -> Language.ALL;
        case '_' -> Language.of(CharacterSet.ANY);
        default -> literal(character);
      };
    }
    return switch (character) {
      case '.' -> Language.of(CharacterSet.ANY);
      case '^' -> mark(CharacterSet.BEGIN);
      case '$' -> mark(CharacterSet.END);
      default -> literal(character);
    };
  }

  private static Language mark(int mark) {
    return Language.of(CharacterSet.range(mark, mark));
  }

  private Language literal(int character) {
    return characters(CharacterSet.range(character, character));
  }

  private Language characters(CharacterSet set) {
    return Language.of(ignoreCase ? set.ignoringCase() : set);
  }

  private Language group() throws ParseException {
    if (!similar && take("?")) {
      if (take("i)")) {
        ignoreCase = true;
        return Language.EMPTY;
      }
      boolean named = pattern.substring(position).matches("(?s)P?<[A-Za-z][A-Za-z0-9]*>.*");
      if (named) {
        position = pattern.indexOf('>', position) + 1;
      } else if (!take(":")) {
        throw unread();
      }
    }
    Language inner = alternatives();
    if (!take(")")) {
      throw unread();
    }
    return inner;
  }

  private Language escaped() throws ParseException {
    int character = next();
    if (similar) {
      return literal(character);
    }
    if (character == 'A') {
      return mark(CharacterSet.BEGIN);
    }
    return character == 'Z' || character == 'z'
        ? mark(CharacterSet.END)
        : characters(escape(character));
  }

  private CharacterSet escape(int character) throws ParseException {
    CharacterSet set = CharacterClasses.escaped(character);
    if (set == null) {
      throw unread();
    }
    return set;
  }

  /** Reads a set of characters behind its bracket. */
  private CharacterSet set() throws ParseException {
    boolean opposite = take("^");
    CharacterSet set = CharacterSet.NONE;
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      if (take("[:")) {
        set = set.or(posixClass());
        continue;
      }
      int character = next();
      if (character == '\\') {
        int escaped = next();
        CharacterSet some = similar ? CharacterSet.range(escaped, escaped) : escape(escaped);
        if (some.size() != 1) {
          set = set.or(some);
          continue;
        }
        character = some.borders().findFirst().orElseThrow();
      } else if ((character == '[' && ".=".indexOf(peek()) >= 0)
          || (character == '&' && peek() == '&')) {
        throw unread();
      }
      set = set.or(CharacterSet.range(character, rangeEnd(character)));
    }
    position++;
    if (ignoreCase) {
      set = set.ignoringCase();
    }
    return opposite ? set.opposite() : set;
  }

  private int rangeEnd(int first) throws ParseException {
    boolean range =
        peek() == '-' && position + 1 < pattern.length() && pattern.charAt(position + 1) != ']';
    if (!range) {
      return first;
    }
    position++;
    int last = next();
    if (last == '\\') {
      last = next();
      if (Character.isLetterOrDigit(last)) {
        throw unread();
      }
    }
    if (last < first) {
      throw unread();
    }
    return last;
  }

  private CharacterSet posixClass() throws ParseException {
    int end = pattern.indexOf(":]", position);
    CharacterSet set = end < 0 ? null : CharacterClasses.named(pattern.substring(position, end));
    if (set == null) {
      throw unread();
    }
    position = end + 2;
    return set;
  }

  private int peek() throws ParseException {
    if (position >= pattern.length()) {
      throw unread();
    }
    return pattern.codePointAt(position);
  }

  private int next() throws ParseException {
    int character = peek();
    position += Character.charCount(character);
    return character;
  }

  private boolean take(String text) {
    boolean found = pattern.startsWith(text, position);
    if (found) {
      position += text.length();
    }
    return found;
  }

  private ParseException unread() {
    return new ParseException(pattern, position);
  }
}
