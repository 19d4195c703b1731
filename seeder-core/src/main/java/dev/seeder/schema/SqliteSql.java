package dev.seeder.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes apart the statements that SQLite keeps of its tables and indexes. */
final class SqliteSql {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$))"
              + "|'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`"
              + "|\\[[^\\]]*+\\]|[\\w$\\x{80}-\\x{10ffff}]+|.",
          Pattern.DOTALL);

  private static final Set<String> OF_TABLE =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "check", Kind.CHECK,
          "unique", Kind.UNIQUE,
          "primary", Kind.PRIMARY,
          "foreign", Kind.FOREIGN,
          "references", Kind.FOREIGN);

  /** Constraints whose names say nothing here. */
  private static final Set<String> UNNAMED =
      Set.of("not", "null", "default", "collate", "generated", "as");

  private SqliteSql() {}

  /** What SQLite's pragmas tell nothing or not all of. */
  enum Kind {
    CHECK,
    UNIQUE,
    PRIMARY,
    FOREIGN
  }

  /**
   * A constraint of a table or of one of its columns.
   *
   * @param name empty if it has none
   * @param columns those that are constrained; of a check, none
   * @param condition of a check; of others empty
   */
  record Constraint(Kind kind, String name, List<String> columns, String condition) {}

  /**
   * A piece of SQL.
   *
   * @param depth how many parentheses it stands in, its own not among them
   * @param spaced whether a space or a comment is before it
   */
  private record Token(String text, int depth, boolean spaced) {

    String word() {
      return text.toLowerCase(Locale.ROOT);
    }

    boolean isString() {
      return text.startsWith("'");
    }

    /** Returns the name without its quotes, which may be those of a string, too. */
    String name() {
      char quote = text.charAt(0);
      if (text.length() == 1 || "\"'`[".indexOf(quote) < 0) {
        return text;
      }
      return text.substring(1, text.length() - 1).replace("" + quote + quote, "" + quote);
    }
  }

  /** Returns the constraints in the order of a {@code create table}. */
  static List<Constraint> constraints(String createTable) {
    var constraints = new ArrayList<Constraint>();
    for (List<Token> item : items(group(tokens(createTable), 0))) {
      addConstraints(item, constraints);
    }
    return constraints;
  }

  /** Returns the condition of a {@code create index}; null if it has none. */
  static @Nullable String where(String createIndex) {
    List<Token> tokens = tokens(createIndex);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).depth() == 0 && tokens.get(i).word().equals("where")) {
        return text(tokens.subList(i + 1, tokens.size()));
      }
    }
    return null;
  }

  /** Returns for each item of a {@code create index} the words that may be names of columns. */
  static List<List<String>> words(String createIndex) {
    return items(group(tokens(createIndex), 0)).stream()
        .map(item -> item.stream().filter(token -> !token.isString()).map(Token::name).toList())
        .toList();
  }

  private static void addConstraints(List<Token> item, List<Constraint> constraints) {
    boolean ofTable = OF_TABLE.contains(item.get(0).word());
    List<String> column = ofTable ? List.of() : List.of(item.get(0).name());
    String name = "";
    for (int i = column.size(); i < item.size(); i++) {
      if (item.get(i).depth() > 1) {
        continue;
      }
      String word = item.get(i).word();
      if (word.equals("constraint")) {
        name = item.get(++i).name();
        continue;
      }
      Kind kind = ofTable && word.equals("references") ? null : KINDS.get(word);
      if (kind == Kind.CHECK) {
        constraints.add(new Constraint(kind, name, List.of(), text(group(item, i))));
      } else if (kind != null) {
        List<String> columns = ofTable ? firstNames(group(item, i)) : column;
        constraints.add(new Constraint(kind, name, columns, ""));
      }
      if (kind != null || UNNAMED.contains(word)) {
        name = "";
      }
    }
  }

  private static List<String> firstNames(List<Token> group) {
    return items(group).stream().map(item -> item.get(0).name()).toList();
  }

  private static List<Token> tokens(String sql) {
    var tokens = new ArrayList<Token>();
    int depth = 0;
    boolean spaced = false;
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group("space") != null) {
        spaced = true;
        continue;
      }
      String text = matcher.group();
      depth -= text.equals(")") ? 1 : 0;
      tokens.add(new Token(text, depth, spaced));
      depth += text.equals("(") ? 1 : 0;
      spaced = false;
    }
    return tokens;
  }

  /** Returns what stands in the first parentheses after a place. */
  private static List<Token> group(List<Token> tokens, int from) {
    int open = from;
    while (!tokens.get(open).text().equals("(")) {
      open++;
    }
    int close = open + 1;
    while (tokens.get(close).depth() > tokens.get(open).depth()) {
      close++;
    }
    return tokens.subList(open + 1, close);
  }

  /** Parts a group at its commas. */
  private static List<List<Token>> items(List<Token> group) {
    var items = new ArrayList<List<Token>>();
    int depth = group.get(0).depth();
    int start = 0;
    for (int i = 0; i <= group.size(); i++) {
      if (i == group.size() || (group.get(i).depth() == depth && group.get(i).text().equals(","))) {
        items.add(group.subList(start, i));
        start = i + 1;
      }
    }
    return items;
  }

  /** Returns the SQL of tokens on one line. */
  private static String text(List<Token> tokens) {
    var text = new StringBuilder();
    for (Token token : tokens) {
      text.append(token.spaced() && !text.isEmpty() ? " " : "").append(token.text());
    }
    return text.toString();
  }
}
