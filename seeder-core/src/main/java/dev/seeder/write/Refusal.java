package dev.seeder.write;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a database refused a statement, without the values that its own message may hold. */
public final class Refusal {

  /** A row that is inserted or updated refers to nothing. */
  private static final String PARENT_MISSING = "23503";

  /** The other end of a foreign key. */
  private static final String REFERRED_TO = "23504";

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("08000", "the connection was lost"),
          Map.entry("08001", "the connection could not be made"),
          Map.entry("08003", "the connection is closed"),
          Map.entry("08004", "the connection was refused"),
          Map.entry("08006", "the connection was lost"),
          Map.entry("22001", "a text is too long for its column"),
          Map.entry("22003", "a number is out of its column's range"),
          Map.entry("23001", "another row refers to one that is updated or deleted"),
          Map.entry("23502", "a column that must have a value has none"),
          Map.entry(PARENT_MISSING, "a row refers to one that is not there"),
          Map.entry(REFERRED_TO, "another row refers to one that is updated or deleted"),
          Map.entry("23505", "a value that must be unique is there already"),
          Map.entry("23506", "a row refers to one that is not there"),
          Map.entry("23513", "a check constraint does not hold"),
          Map.entry("23514", "a check constraint does not hold"),
          Map.entry("28000", "the user or the password is wrong"),
          Map.entry("28P01", "the user or the password is wrong"),
          Map.entry("40001", "another transaction got in the way"),
          Map.entry("40P01", "another transaction got in the way"),
          Map.entry("57P01", "the server ended the connection"),
          Map.entry("42501", "this user may not do that"),
          Map.entry("42P01", "there is no such table"),
          Map.entry("42S02", "there is no such table"),
          Map.entry("42S03", "there is no such table"),
          Map.entry("42S04", "there is no such table"),
          Map.entry("42703", "there is no such column"),
          Map.entry("42S22", "there is no such column"));

  /** What MariaDB and MySQL tell by code only. */
  private static final Map<Integer, String> MARIADB =
      Map.ofEntries(
          Map.entry(1048, "23502"),
          Map.entry(1062, "23505"),
          Map.entry(1216, PARENT_MISSING),
          Map.entry(1217, REFERRED_TO),
          Map.entry(1451, REFERRED_TO),
          Map.entry(1452, PARENT_MISSING),
          Map.entry(3819, "23514"),
          Map.entry(4025, "23514"));

  /** What H2 means by a state that tells another end of a foreign key elsewhere. */
  private static final int H2_REFERRED_TO = 23503;

  /** What HSQLDB says of tables and columns alike, by the state of what is forbidden. */
  private static final Pattern HSQLDB_NOT_FOUND =
      Pattern.compile("^user lacks privilege or object not found: (.+?)(?: in statement \\[|$)");

  /** SQLite's result code, without the part that extends it. */
  private static final Pattern SQLITE_RESULT = Pattern.compile("^\\[SQLITE_([A-Z]+)");

  private static final Map<String, String> SQLITE_FILES =
      Map.of(
          "BUSY", "the database file is in use by another connection",
          "CANTOPEN", "the database file cannot be opened or made",
          "CORRUPT", "the database file is damaged",
          "FULL", "the disk is full",
          "NOTADB", "the file is no database of SQLite, or is encrypted",
          "READONLY", "the database file cannot be written");

  /** What SQLite says after the words for its extended result codes; it names columns only. */
  private static final Pattern SQLITE =
      Pattern.compile(
          "\\((UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: ([\\w., ]+)\\))?");

  private static final Pattern SQLITE_COLUMN =
      Pattern.compile("\\((?:no such column: |table \\S+ has no column named )(\\S+)\\)");

  private static final Map<String, String> SQLITE_KINDS =
      Map.of("UNIQUE", "23505", "NOT NULL", "23502", "CHECK", "23514");

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
          "Violates foreign key constraint", PARENT_MISSING);

  /** The name of the constraint, as PostgreSQL, MariaDB, H2 and HSQLDB print it. */
  private static final Pattern CONSTRAINT =
      Pattern.compile(
          "constraint \"(\\w+)\"|for key '([\\w.]+)'|CONSTRAINT [`\"](\\w+)[`\"]"
              + "|violation: \"(?:\\w+\\.)?(\\w+)(?: INDEX | PRIMARY KEY | ON |:|\")"
              + "|violation: (?!NOT NULL)[^;]+; \"?(\\w+)\"? table: | table: \\S+ column: \"?(\\w+)"
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
    String file = SQLITE_FILES.get(String.valueOf(group(SQLITE_RESULT.matcher(message))));
    if (file != null) {
      return file;
    }
    Matcher missing = SQLITE_COLUMN.matcher(message);
    if (missing.find()) {
      return kind("42S22") + " (" + missing.group(1) + ")";
    }
    Matcher sqlite = SQLITE.matcher(message);
    if (sqlite.find()) {
      if (sqlite.group(1).equals("FOREIGN KEY")) {
        // it tells the end by its result code where that is a RESTRICT, and else not at all
        return message.startsWith("[SQLITE_CONSTRAINT_TRIGGER]")
            ? kind(REFERRED_TO)
            : "a row would refer to one that is not there";
      }
      String detail = sqlite.group(2);
      return kind(SQLITE_KINDS.get(sqlite.group(1))) + (detail == null ? "" : " (" + detail + ")");
    }
    Matcher duckdb = DUCKDB.matcher(message);
    if ((isByAppender(message) || !KINDS.containsKey(String.valueOf(refused.getSQLState())))
        && duckdb.find()) {
      String told = duckdb.group(2) == null ? group(DUCKDB_PART.matcher(message)) : duckdb.group(2);
      String part = told == null ? "" : " (" + told.replace("\"", "") + ")";
      return message.contains(" is still referenced by ")
          ? kind(REFERRED_TO) + part
          : kind(DUCKDB_KINDS.get(duckdb.group(1))) + part;
    }
    Matcher hsqldb = HSQLDB_NOT_FOUND.matcher(message);
    if (hsqldb.find()) {
      return "there is no such table or column, or this user may not use it ("
          + hsqldb.group(1)
          + ")";
    }
    String kind = KINDS.get(state(refused, message));
    if (kind == null) {
      String state =
          refused.getSQLState() == null ? "" : "SQLState " + refused.getSQLState() + ", ";
      return "the database refused a statement (" + state + "code " + refused.getErrorCode() + ")";
    }
    String constraint = group(CONSTRAINT.matcher(message));
    String key = group(KEY.matcher(message));
    return kind + (constraint == null ? "" : " (" + constraint + of(key) + ")");
  }

  /** Returns the state that the reason is found by. */
  private static String state(SQLException refused, String message) {
    String state = String.valueOf(refused.getSQLState());
    if (state.equals("23000") || state.equals("HY000")) { // the latter for MySQL's checks
      return MARIADB.getOrDefault(refused.getErrorCode(), state);
    }
    boolean isOtherEnd =
        refused.getErrorCode() == H2_REFERRED_TO
            || message.contains("update or delete on table "); // PostgreSQL
    return state.equals(PARENT_MISSING) && isOtherEnd ? REFERRED_TO : state;
  }

  /** Returns whether HSQLDB has not found the table, or something in it. */
  public static boolean isNotFound(SQLException refused) {
    return HSQLDB_NOT_FOUND.matcher(String.valueOf(refused.getMessage())).find();
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
