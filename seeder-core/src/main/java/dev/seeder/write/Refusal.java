package dev.seeder.write;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a database refused a statement, without the values that its own message may hold. */
public final class Refusal {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("08001", "the connection could not be made"),
          Map.entry("08003", "the connection is closed"),
          Map.entry("08004", "the connection was refused"),
          Map.entry("08006", "the connection was lost"),
          Map.entry("22001", "a text is too long for its column"),
          Map.entry("22003", "a number is out of its column's range"),
          Map.entry("23502", "a column that must have a value has none"),
          Map.entry("23503", "a row refers to one that is not there"),
          Map.entry("23505", "a value that must be unique is there already"),
          Map.entry("23506", "a row refers to one that is not there"),
          Map.entry("23513", "a check constraint does not hold"),
          Map.entry("23514", "a check constraint does not hold"),
          Map.entry("28000", "the user or the password is wrong"),
          Map.entry("28P01", "the user or the password is wrong"),
          Map.entry("40001", "another transaction got in the way"),
          Map.entry("40P01", "another transaction got in the way"),
          Map.entry("42501", "this user may not do that"),
          Map.entry("42P01", "there is no such table"),
          Map.entry("42S02", "there is no such table"),
          Map.entry("42S03", "there is no such table"),
          Map.entry("42S04", "there is no such table"),
          Map.entry("42703", "there is no such column"),
          Map.entry("42S22", "there is no such column"));

  /** What MariaDB and MySQL tell by code only. */
  private static final Map<Integer, String> MARIADB =
      Map.of(
          1048, "23502", 1062, "23505", 1451, "23503", 1452, "23503", 3819, "23514", 4025, "23514");

  /** What SQLite says after the words for its extended result codes; it names columns only. */
  private static final Pattern SQLITE =
      Pattern.compile(
          "\\((UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: ([\\w., ]+)\\))?");

  private static final Pattern SQLITE_COLUMN =
      Pattern.compile("\\((?:no such column: |table \\S+ has no column named )(\\S+)\\)");

  private static final Map<String, String> SQLITE_KINDS =
      Map.of("UNIQUE", "23505", "NOT NULL", "23502", "FOREIGN KEY", "23503", "CHECK", "23514");

  /** What DuckDB says, which tells no codes; it names columns, and values. */
  private static final Pattern DUCKDB =
      Pattern.compile(
          "(PRIMARY KEY or UNIQUE constraint violation|violates (?:primary key|unique) constraint"
              + "|NOT NULL constraint failed|CHECK constraint failed|Violates foreign key constraint)"
              + "(?:: ([\\w.\"]+)$)?");

  private static final Pattern DUCKDB_PART =
      Pattern.compile(
          "Duplicate key \"(\\w+): |because key \"(\\w+): | with expression CHECK\\(\\(([^']*)\\)\\)$");

  private static final Map<String, String> DUCKDB_KINDS =
      Map.of(
          "PRIMARY KEY or UNIQUE constraint violation", "23505",
          "violates primary key constraint", "23505",
          "violates unique constraint", "23505",
          "NOT NULL constraint failed", "23502",
          "CHECK constraint failed", "23514",
          "Violates foreign key constraint", "23503");

  /** The name of the constraint, as PostgreSQL, MariaDB and H2 print it. */
  private static final Pattern CONSTRAINT =
      Pattern.compile(
          "constraint \"(\\w+)\"|for key '([\\w.]+)'|CONSTRAINT `(\\w+)`"
              + "|violation: \"(?:\\w+\\.)?(\\w+)(?: INDEX | PRIMARY KEY | ON |:|\")"
              + "|Column '(\\w+)'|Check constraint '(\\w+)'|[Cc]olumn \"(\\w+)\"");

  /** The columns of a key, before its values: PostgreSQL, H2 and MariaDB, H2. */
  private static final Pattern KEY =
      Pattern.compile(
          "Key \\((.+?)\\)=\\(|FOREIGN KEY ?\\(([^)]+)\\)| ON [^(]+\\(([^)]+)\\) (?:VALUES )?\\(");

  private Refusal() {}

  /** Returns the reason in words, with the names of constraint and columns where they are told. */
  public static String describe(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    if (isMissingTable(refused)) {
      return kind("42S02");
    }
    if (message.startsWith("[SQLITE_CANTOPEN]")) {
      return "the database file cannot be opened or made";
    }
    Matcher missing = SQLITE_COLUMN.matcher(message);
    if (missing.find()) {
      return kind("42S22") + " (" + missing.group(1) + ")";
    }
    Matcher sqlite = SQLITE.matcher(message);
    if (sqlite.find()) {
      String detail = sqlite.group(2);
      return kind(SQLITE_KINDS.get(sqlite.group(1))) + (detail == null ? "" : " (" + detail + ")");
    }
    Matcher duckdb = DUCKDB.matcher(message);
    if ((isByAppender(message) || !KINDS.containsKey(String.valueOf(refused.getSQLState())))
        && duckdb.find()) {
      String told = duckdb.group(2) == null ? group(DUCKDB_PART.matcher(message)) : duckdb.group(2);
      String part = told == null ? "" : " (" + told.replace("\"", "") + ")";
      return message.contains(" is still referenced by ")
          ? "another row refers to one that is updated or deleted" + part
          : kind(DUCKDB_KINDS.get(duckdb.group(1))) + part;
    }
    String kind = refused.getSQLState() == null ? null : KINDS.get(refused.getSQLState());
    if (kind == null && "23000".equals(refused.getSQLState())) {
      kind = KINDS.get(MARIADB.getOrDefault(refused.getErrorCode(), ""));
    }
    if (kind == null) {
      String state =
          refused.getSQLState() == null ? "" : "SQLState " + refused.getSQLState() + ", ";
      return "the database refused a statement (" + state + "code " + refused.getErrorCode() + ")";
    }
    String constraint = group(CONSTRAINT.matcher(message));
    String key = group(KEY.matcher(message));
    return kind + (constraint == null ? "" : " (" + constraint + of(key) + ")");
  }

  /** Returns whether the table is not there. */
  public static boolean isMissingTable(SQLException refused) {
    return String.valueOf(refused.getMessage()).contains("(no such table: ")
        || (kind(refused.getSQLState()).equals(KINDS.get("42S02"))
            && !isByAppender(String.valueOf(refused.getMessage())));
  }

  /** DuckDB's appender has the state of a missing table for all that it refuses. */
  private static boolean isByAppender(String message) {
    return message.startsWith("Failed to append");
  }

  private static String kind(@Nullable String state) {
    return KINDS.getOrDefault(String.valueOf(state), "the database refused a statement");
  }

  private static String of(@Nullable String key) {
    return key == null ? "" : ": " + key.replaceAll("[`\"]| NULLS (FIRST|LAST)", "");
  }

  private static @Nullable String group(Matcher matcher) {
    if (!matcher.find()) {
      return null;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }
}
