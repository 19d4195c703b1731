package dev.seeder;

import static dev.seeder.AuditRule.Nulls.DISTINCT;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rules of the tables of a database of MariaDB. */
final class MariaDbAudit {

  private final DSLContext dsl;
  private final String schema;
  private final List<AuditRule> rules = new ArrayList<>();

  MariaDbAudit(DSLContext dsl, String schema) {
    this.dsl = dsl;
    this.schema = schema;
  }

  List<AuditRule> rules() {
    addColumns();
    addChecks();
    addUniques();
    addReferences();
    return rules;
  }

  private void addColumns() {
    for (Record row :
        dsl.fetch(
            """
            select c.* from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = ? and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""",
            schema)) {
      String table = quoted(text(row, "TABLE_NAME"));
      String column = quoted(text(row, "COLUMN_NAME"));
      if (text(row, "IS_NULLABLE").equals("NO")) {
        rules.add(AuditRule.notNull(table, column));
      }
      String type = text(row, "DATA_TYPE");
      if (type.endsWith("char") || type.endsWith("binary")) {
        String measure = type.endsWith("binary") ? "octet_length" : "char_length";
        long length = row.get("CHARACTER_MAXIMUM_LENGTH", long.class);
        rules.add(AuditRule.notLonger(table, column, measure, length));
      }
      if (type.equals("enum")) {
        String labels = text(row, "COLUMN_TYPE").substring("enum".length());
        rules.add(
            AuditRule.none(table, column + " is none of " + labels, column + " not in " + labels));
      }
    }
  }

  private void addChecks() {
    for (Record row :
        dsl.fetch(
            """
            select table_name, check_clause from information_schema.check_constraints
            where constraint_schema = ? order by table_name, constraint_name""",
            schema)) {
      rules.add(AuditRule.check(quoted(text(row, "table_name")), text(row, "check_clause")));
    }
  }

  private void addUniques() {
    dsl.fetch(
            """
            select table_name, index_name, column_name, sub_part
            from information_schema.statistics
            where table_schema = ? and non_unique = 0
            order by table_name, index_name, seq_in_index""",
            schema)
        .intoGroups(row -> List.of(text(row, "table_name"), text(row, "index_name")))
        .forEach(
            (index, rows) ->
                rules.add(
                    AuditRule.unique(
                        quoted(index.get(0)), rows.map(MariaDbAudit::part), "", DISTINCT)));
  }

  private static String part(Record row) {
    String column = quoted(text(row, "column_name"));
    return row.get("sub_part") == null
        ? column
        : "left(" + column + ", " + text(row, "sub_part") + ")";
  }

  private void addReferences() {
    dsl.fetch(
            """
            select table_name, constraint_name, referenced_table_name,
              column_name, referenced_column_name
            from information_schema.key_column_usage
            where table_schema = ? and referenced_table_name is not null
            order by table_name, constraint_name, ordinal_position""",
            schema)
        .intoGroups(row -> List.of(text(row, "table_name"), text(row, "constraint_name")))
        .forEach(
            (key, rows) ->
                rules.add(
                    AuditRule.reference(
                        quoted(key.get(0)),
                        rows.map(row -> quoted(text(row, "column_name"))),
                        quoted(text(rows.get(0), "referenced_table_name")),
                        rows.map(row -> quoted(text(row, "referenced_column_name"))))));
  }

  private static String text(Record row, String column) {
    return row.get(column, String.class);
  }

  private static String quoted(String name) {
    return AuditRule.quoted(name, "`");
  }
}
