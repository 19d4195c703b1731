package dev.seeder.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the part of YAML that most of Datafaker's files are written in: maps within maps, lists of
 * texts, a text per line. What is no text, such as a number, is {@link Other#NO_TEXT}.
 *
 * <p>A parser of all of YAML takes a fifth of a second to get going, longer than a small seed. What
 * is not of this part is refused, never guessed.
 */
final class PlainYaml {

  /** Words that are no texts in YAML 1.1. */
  private static final Set<String> NO_TEXTS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  /** What stands for a number, a date or a truth value. */
  enum Other {
    NO_TEXT
  }

  private final List<String> lines;
  private int next;

  private PlainYaml(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Returns the map that the lines are.
   *
   * @throws IllegalArgumentException if they have something that this class does not know
   */
  static Map<String, Object> read(List<String> all) {
    List<String> lines = new ArrayList<>(all.size());
    for (String line : all) {
      int indent = indent(line);
      if (indent < line.length() && line.charAt(indent) != '#' && !line.startsWith("---")) {
        lines.add(line.stripTrailing());
      }
    }
    var reader = new PlainYaml(lines);
    Map<String, Object> map = reader.map(0);
    if (map.isEmpty() || reader.next < lines.size()) {
      throw reader.unknown();
    }
    return map;
  }

  private Map<String, Object> map(int indent) {
    Map<String, Object> map = new HashMap<>();
    while (isAt(indent) && !isItem(indent)) {
      String line = lines.get(next);
      int colon = line.indexOf(':', indent);
      if (colon <= indent || !isKey(line, indent, colon)) {
        throw unknown();
      }
      map.put(line.substring(indent, colon), value(line.substring(colon + 1).strip(), indent));
    }
    return map;
  }

  private Object value(String text, int indent) {
    if (!text.isEmpty()) {
      Object value = text.charAt(0) == '[' ? inline(text) : text(text);
      next++;
      return value;
    }
    next++;
    if (isAt(indent) && isItem(indent)) {
      return list(indent);
    }
    int inner = next < lines.size() ? indent(lines.get(next)) : -1;
    if (inner <= indent) {
      throw unknown();
    }
    return isItem(inner) ? list(inner) : map(inner);
  }

  private List<Object> list(int indent) {
    List<Object> list = new ArrayList<>();
    while (isAt(indent) && isItem(indent)) {
      String item = lines.get(next).substring(indent + 2);
      if (item.startsWith("- ")) {
        lines.set(next, " ".repeat(indent + 2) + item);
        list.add(list(indent + 2));
      } else {
        list.add(text(item.strip()));
        next++;
      }
    }
    return list;
  }

  /** A list in one line, such as [one, 'two', "three"]. */
  private List<Object> inline(String text) {
    List<Object> list = new ArrayList<>();
    int start = 1;
    while (start < text.length() - 1) {
      char quote = text.charAt(start);
      boolean quoted = quote == '"' || quote == '\'';
      int close = quoted ? text.indexOf(quote, start + 1) + 1 : start;
      int comma = text.indexOf(',', close);
      int end = comma < 0 ? text.length() - 1 : comma;
      list.add(text(text.substring(start, end).strip()));
      start = end + 1;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    if (!text.endsWith("]") || start != text.length()) {
      throw unknown();
    }
    return list;
  }

  private Object text(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '"' || first == '\'') {
      String inner = text.substring(1, Math.max(1, text.length() - 1));
      if (text.length() < 2
          || text.charAt(text.length() - 1) != first
          || inner.indexOf(first) >= 0
          || (first == '"' && inner.indexOf('\\') >= 0)) {
        throw unknown();
      }
      return inner;
    }
    if (!Character.isLetterOrDigit(first)
        || text.contains(": ")
        || text.contains(" #")
        || text.endsWith(":")
        || text.indexOf('[') >= 0
        || text.indexOf(']') >= 0) {
      throw unknown();
    }
    boolean isText = Character.isLetter(first) && !isWord(text);
    return isText ? text : Other.NO_TEXT;
  }

  private static boolean isWord(String text) {
    return NO_TEXTS.contains(text.toLowerCase(Locale.ROOT));
  }

  private boolean isAt(int indent) {
    return next < lines.size() && indent(lines.get(next)) == indent;
  }

  private boolean isItem(int indent) {
    return lines.get(next).startsWith("- ", indent);
  }

  private static boolean isKey(String line, int from, int to) {
    if (!Character.isLetter(line.charAt(from)) || isWord(line.substring(from, to))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c != '_' && c != '-' && !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return to + 1 == line.length() || line.charAt(to + 1) == ' ';
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "Line " + (next < lines.size() ? lines.get(next) : "at the end") + " is not plain YAML.");
  }
}
