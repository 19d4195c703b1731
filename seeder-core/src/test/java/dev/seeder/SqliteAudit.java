package dev.seeder;

import static dev.seeder.AuditRule.Nulls.DISTINCT;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The rules of SQLite's tables: those that it keeps, and the declared types and lengths, which it
 * does not.
 */
final class SqliteAudit {

  private static final Pattern TYPE =
      Pattern.compile("([a-z ]*[a-z]) *(?:\\((\\d+)(?:, *(\\d+))?\\))?");

  private final DSLContext dsl;
  private final List<AuditRule> rules = new ArrayList<>();

  SqliteAudit(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<AuditRule> rules() {
    for (Record table :
        dsl.fetch(
            """
            select name, sql from sqlite_schema
            where type = 'table' and name not like 'sqlite\\_%' escape '\\'
            order by name""")) {
      String name = text(table, "name");
      addColumns(name);
      addIndexes(name);
      addReferences(name);
      new SqliteText(text(table, "sql"))
          .checks()
          .forEach(check -> rules.add(AuditRule.check(quoted(name), check)));
    }
    return rules;
  }

  private void addColumns(String table) {
    for (Record row : dsl.fetch("select * from pragma_table_xinfo(?)", table)) {
      String column = quoted(text(row, "name"));
      if (row.get("notnull", int.class) == 1) {
        rules.add(AuditRule.notNull(quoted(table), column));
      }
      String type = text(row, "type");
      String condition = condition(column, type.toLowerCase(Locale.ROOT));
      // computed columns hold what SQLite computes, with the errors of doubles
      if (!condition.isEmpty() && row.get("hidden", int.class) == 0) {
        rules.add(
            AuditRule.none(
                quoted(table),
                column + " is not a " + type,
                "typeof(" + column + ") <> 'null' and not (" + condition + ")"));
      }
    }
    List<String> key = primaryKey(table);
    if (!key.isEmpty()) {
      // SQLite lets NULL into primary keys, as no other database does.
      key.forEach(column -> rules.add(AuditRule.notNull(quoted(table), column)));
      rules.add(AuditRule.unique(quoted(table), key, "", DISTINCT));
    }
  }

  /** Returns the condition of values of a type, NULL apart; empty if any is. */
  private static String condition(String column, String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      return "";
    }
    String name = matcher.group(1);
    if (name.contains("char") || name.contains("text") || name.contains("clob")) {
      return typeof(column, "text") + notLonger(column, matcher);
    }
    if (name.contains("binary") || name.contains("blob")) {
      return typeof(column, "blob") + notLonger(column, matcher);
    }
    return switch (name) {
      case "boolean" -> typeof(column, "integer") + " and " + column + " in (0, 1)";
      case "tinyint" -> typeof(column, "integer") + " and " + column + " between -128 and 255";
      case "smallint" -> typeof(column, "integer") + " and " + column + " between -32768 and 32767";
      case "integer", "int", "bigint" -> typeof(column, "integer");
      case "real", "float", "double", "double precision" -> typeof(column, "real");
      case "numeric", "decimal", "money" ->
          typeof(column, "integer', 'real") + digits(column, matcher);
      case "date" -> typeof(column, "text") + " and date(" + column + ") is " + column;
      case "time" -> typeof(column, "text") + " and time(" + column + ") is not null";
      case "timestamp", "datetime" ->
          typeof(column, "text") + " and datetime(" + column + ") is not null";
      default -> "";
    };
  }

  private static String typeof(String column, String types) {
    return "typeof(" + column + ") in ('" + types + "')";
  }

  private static String notLonger(String column, MatchResult type) {
    return type.group(2) == null ? "" : " and length(" + column + ") <= " + type.group(2);
  }

  private static String digits(String column, MatchResult type) {
    if (type.group(2) == null) {
      return "";
    }
    int scale = type.group(3) == null ? 0 : Integer.parseInt(type.group(3));
    int whole = Integer.parseInt(type.group(2)) - scale;
    return " and abs(%s) < 1e%d and round(%s, %d) = %s"
        .formatted(column, whole, column, scale, column);
  }

  private List<String> primaryKey(String table) {
    return dsl.fetch("select name from pragma_table_xinfo(?) where pk > 0 order by pk", table)
        .map(row -> quoted(text(row, "name")));
  }

  private void addIndexes(String table) {
    for (Record index :
        dsl.fetch(
            """
            select i.name, s.sql from pragma_index_list(?) i
            left join sqlite_schema s on s.type = 'index' and s.name = i.name
            where i."unique" = 1""",
            table)) {
      Result<Record> columns =
          dsl.fetch(
              "select * from pragma_index_xinfo(?) where key = 1 order by seqno",
              text(index, "name"));
      List<String> parts = new ArrayList<>();
      for (Record column : columns) {
        String collation = " collate " + quoted(text(column, "coll"));
        parts.add(
            column.get("name") == null
                ? new SqliteText(text(index, "sql")).indexParts().get(parts.size())
                : quoted(text(column, "name")) + (isBinary(column) ? "" : collation));
      }
      String where =
          index.get("sql") == null ? "" : new SqliteText(text(index, "sql")).indexCondition();
      rules.add(AuditRule.unique(quoted(table), parts, where, DISTINCT));
    }
  }

  private static boolean isBinary(Record column) {
    return text(column, "coll").equalsIgnoreCase("binary");
  }

  private void addReferences(String table) {
    dsl.fetch("select * from pragma_foreign_key_list(?)", table)
        .intoGroups(row -> row.get("id", int.class))
        .values()
        .forEach(rows -> addReference(table, rows));
  }

  private void addReference(String table, List<Record> rows) {
    List<Record> ordered =
        rows.stream().sorted(comparingInt(row -> row.get("seq", int.class))).toList();
    String parent = text(ordered.get(0), "table");
    boolean byKey = ordered.get(0).get("to") == null;
    rules.add(
        AuditRule.reference(
            quoted(table),
            ordered.stream().map(row -> quoted(text(row, "from"))).toList(),
            quoted(parent),
            byKey
                ? primaryKey(parent)
                : ordered.stream().map(row -> quoted(text(row, "to"))).toList()));
  }

  private static String text(Record row, String column) {
    return row.get(column, String.class);
  }

  private static String quoted(String name) {
    return AuditRule.quoted(name, "\"");
  }
}
