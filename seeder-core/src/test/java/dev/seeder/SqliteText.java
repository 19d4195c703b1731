package dev.seeder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a statement that SQLite keeps: it has no catalog of checks, of expressions in
 * indexes and of their conditions.
 */
final class SqliteText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*\\]"
              + "|--[^\\n]*|/\\*.*?\\*/|[\\w$]+|[^\\s\\w$]",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private final String sql;
  private final List<MatchResult> tokens;

  SqliteText(String sql) {
    this.sql = sql;
    this.tokens =
        TOKEN
            .matcher(sql)
            .results()
            .filter(token -> !token.group().startsWith("--") && !token.group().startsWith("/*"))
            .toList();
  }

  /** Returns the conditions of a table's checks. */
  List<String> checks() {
    List<String> checks = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      if (is(i, "check") && is(i + 1, "(")) {
        int end = closing(i + 1);
        checks.add(between(i + 1, end));
        i = end;
      }
    }
    return checks;
  }

  /** Returns the columns and expressions of an index, without ASC and DESC. */
  List<String> indexParts() {
    List<String> parts = new ArrayList<>();
    int open = next("(", 0);
    int close = closing(open);
    int start = open;
    int depth = 0;
    for (int i = open + 1; i <= close; i++) {
      if (i == close || (depth == 0 && is(i, ","))) {
        boolean ordered = is(i - 1, "asc") || is(i - 1, "desc");
        parts.add(between(start, ordered ? i - 1 : i));
        start = i;
      }
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
    }
    return parts;
  }

  /** Returns the condition of an index; empty if it has none. */
  String indexCondition() {
    int after = closing(next("(", 0)) + 1;
    return after < tokens.size() && is(after, "where")
        ? sql.substring(tokens.get(after).end()).strip()
        : "";
  }

  private boolean is(int token, String word) {
    return tokens.get(token).group().equalsIgnoreCase(word);
  }

  private int next(String word, int from) {
    int token = from;
    while (!is(token, word)) {
      token++;
    }
    return token;
  }

  private int closing(int open) {
    int depth = 0;
    int token = open;
    do {
      depth += is(token, "(") ? 1 : is(token, ")") ? -1 : 0;
      token++;
    } while (depth > 0);
    return token - 1;
  }

  private String between(int before, int after) {
    return sql.substring(tokens.get(before).end(), tokens.get(after).start()).strip();
  }
}
