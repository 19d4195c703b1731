package dev.seeder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What the text of a statement says of the tables that it writes, as it is sent. */
final class SentSql {

  private static final String PART =
      "(?:\"(?:[^\"]++|\"\")++\"|`(?:[^`]++|``)++`|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

  private static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")*+)";

  private static final Pattern INSERTED =
      Pattern.compile("\\b(?:into|copy)\\s+(?:only\\s+)?" + NAME, Pattern.CASE_INSENSITIVE);

  private static final Pattern CHANGES =
      Pattern.compile("\\b(?:update|delete|merge|replace|truncate)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHANGED =
      Pattern.compile(
          "\\b(?:into|copy|update|from|truncate)\\s+(?:(?:only|table|ignore)\\s+)*" + NAME,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SWITCHES =
      Pattern.compile(
          "foreign_key_checks|session_replication_role|able\\s+(?:\\w+\\s+)?trigger"
              + "|\\benforced\\b|referential_integrity",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EACH_PART = Pattern.compile(PART);

  private SentSql() {}

  /** Returns the names of the tables that get rows, as they are written. */
  static List<String> inserted(String sql) {
    return names(INSERTED, sql);
  }

  /** Returns whether the statement may change or delete rows. */
  static boolean changes(String sql) {
    return CHANGES.matcher(sql).find();
  }

  /** Returns the names of the tables whose rows it may change or delete, and maybe of others. */
  static List<String> changed(String sql) {
    return names(CHANGED, sql);
  }

  /** Returns whether foreign keys may be checked after it that were not before, or the reverse. */
  static boolean switchesChecks(String sql) {
    // most statements of a seed are these, and need no search of their text
    boolean alone = (begins(sql, "insert ") || begins(sql, "update ")) && sql.indexOf(';') < 0;
    return !alone && SWITCHES.matcher(sql).find();
  }

  private static boolean begins(String sql, String word) {
    return sql.regionMatches(true, 0, word, 0, word.length());
  }

  private static List<String> names(Pattern pattern, String sql) {
    return pattern.matcher(sql).results().map(found -> found.group(1)).distinct().toList();
  }

  /** Returns the table of a name as it was written. */
  static Table<?> table(String written) {
    List<String> parts = new ArrayList<>();
    Matcher part = EACH_PART.matcher(written);
    while (part.find()) {
      parts.add(unquoted(part.group()));
    }
    return DSL.table(DSL.name(parts));
  }

  private static String unquoted(String name) {
    String quote = name.substring(0, 1);
    return quote.equals("\"") || quote.equals("`")
        ? name.substring(1, name.length() - 1).replace(quote + quote, quote)
        : name;
  }
}
