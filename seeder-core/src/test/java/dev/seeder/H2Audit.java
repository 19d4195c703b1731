package dev.seeder;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rules of the tables of a schema of H2. */
final class H2Audit {

  /** The word VALUE, or a text in quotes that may have it within. */
  private static final Pattern VALUE = Pattern.compile("'[^']*'|\"[^\"]*\"|\\bVALUE\\b");

  private final DSLContext dsl;
  private final String schema;
  private final List<AuditRule> rules = new ArrayList<>();

  H2Audit(DSLContext dsl, String schema) {
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
      String table = table(row);
      String column = quoted(text(row, "COLUMN_NAME"));
      if (text(row, "IS_NULLABLE").equals("NO")) {
        rules.add(AuditRule.notNull(table, column));
      }
      String type = text(row, "DATA_TYPE");
      if (type.startsWith("CHARACTER") || type.startsWith("BINARY")) {
        String measure = type.startsWith("BINARY") ? "octet_length" : "char_length";
        long length = row.get("CHARACTER_MAXIMUM_LENGTH", long.class);
        rules.add(AuditRule.notLonger(table, column, measure, length));
      }
      if (type.equals("ENUM")) {
        String labels = labels(text(row, "TABLE_NAME"), text(row, "DTD_IDENTIFIER"));
        rules.add(
            AuditRule.none(
                table,
                column + " is none of " + labels,
                "cast(" + column + " as varchar) not in (" + labels + ")"));
      }
    }
  }

  private String labels(String table, String identifier) {
    return dsl
        .fetch(
            """
            select value_name from information_schema.enum_values
            where object_schema = ? and object_name = ? and enum_identifier = ?
            order by value_ordinal""",
            schema,
            table,
            identifier)
        .stream()
        .map(row -> AuditRule.quoted(text(row, "VALUE_NAME"), "'"))
        .collect(joining(", "));
  }

  private void addChecks() {
    for (Record row :
        dsl.fetch(
            """
            select t.table_schema, t.table_name, c.check_clause
            from information_schema.table_constraints t
            join information_schema.check_constraints c using (constraint_schema, constraint_name)
            where t.table_schema = ? order by t.table_name, c.constraint_name""",
            schema)) {
      rules.add(AuditRule.check(table(row), text(row, "CHECK_CLAUSE")));
    }
    for (Record row :
        dsl.fetch(
            """
            select t.table_schema, t.table_name, t.column_name, c.check_clause
            from information_schema.columns t
            join information_schema.domain_constraints d
              on d.domain_schema = t.domain_schema and d.domain_name = t.domain_name
            join information_schema.check_constraints c
              on c.constraint_schema = d.constraint_schema
              and c.constraint_name = d.constraint_name
            where t.table_schema = ? order by t.table_name, t.ordinal_position""",
            schema)) {
      String column = quoted(text(row, "COLUMN_NAME"));
      String clause = text(row, "CHECK_CLAUSE");
      rules.add(
          AuditRule.none(
              table(row),
              column + " is not a VALUE with " + clause,
              "not (" + withColumn(clause, column) + ")"));
    }
  }

  private static String withColumn(String clause, String column) {
    return VALUE
        .matcher(clause)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group().equals("VALUE") ? column : found.group()));
  }

  /** Constraints have an index each. */
  private void addUniques() {
    dsl.fetch(
            """
            select i.table_schema, i.table_name, i.index_name, i.nulls_distinct, c.column_name
            from information_schema.indexes i
            join information_schema.index_columns c using (index_schema, index_name)
            where i.table_schema = ? and i.index_type_name in ('PRIMARY KEY', 'UNIQUE INDEX')
              and c.is_unique
            order by i.table_name, i.index_name, c.ordinal_position""",
            schema)
        .intoGroups(row -> text(row, "INDEX_NAME"))
        .values()
        .forEach(
            index ->
                rules.add(
                    AuditRule.unique(
                        table(index.get(0)),
                        names(index, "COLUMN_NAME"),
                        "",
                        nulls(index.get(0)))));
  }

  private static AuditRule.Nulls nulls(Record index) {
    return switch (String.valueOf(index.get("NULLS_DISTINCT"))) {
      case "NO" -> AuditRule.Nulls.EQUAL;
      case "ALL" -> AuditRule.Nulls.ALL_DISTINCT;
      default -> AuditRule.Nulls.DISTINCT;
    };
  }

  private void addReferences() {
    dsl.fetch(
            """
            select c.table_schema, c.table_name, c.constraint_name, c.column_name,
              p.table_schema as parent_schema, p.table_name as parent_name,
              p.column_name as parent_column
            from information_schema.referential_constraints r
            join information_schema.key_column_usage c
              on c.constraint_schema = r.constraint_schema
              and c.constraint_name = r.constraint_name
            join information_schema.key_column_usage p
              on p.constraint_schema = r.unique_constraint_schema
              and p.constraint_name = r.unique_constraint_name
              and p.ordinal_position = c.position_in_unique_constraint
            where c.table_schema = ?
            order by c.table_name, c.constraint_name, c.ordinal_position""",
            schema)
        .intoGroups(row -> text(row, "CONSTRAINT_NAME"))
        .values()
        .forEach(
            key ->
                rules.add(
                    AuditRule.reference(
                        table(key.get(0)),
                        names(key, "COLUMN_NAME"),
                        table(text(key.get(0), "PARENT_SCHEMA"), text(key.get(0), "PARENT_NAME")),
                        names(key, "PARENT_COLUMN"))));
  }

  private static String table(Record row) {
    return table(text(row, "TABLE_SCHEMA"), text(row, "TABLE_NAME"));
  }

  private static String table(String schema, String name) {
    return schema.equals("PUBLIC") ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  private static List<String> names(List<Record> rows, String column) {
    return rows.stream().map(row -> quoted(text(row, column))).toList();
  }

  private static String text(Record row, String column) {
    return row.get(column, String.class);
  }

  private static String quoted(String name) {
    return AuditRule.quoted(name, "\"");
  }
}
