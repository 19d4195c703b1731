package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.seeder.schema.LiveColumn.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the tables of DuckDB's current database from its own catalog. */
final class DuckdbReader implements TableReader {

  private static final String TABLES =
      """
      select table_schema as schema, table_name as name, table_schema = current_schema() as current
      from information_schema.tables
      where table_catalog = current_database()
        and lower(table_schema) = lower(coalesce({0}, current_schema())) and {1}
      order by table_schema <> coalesce({0}, current_schema()), {2}""";

  private static final String COLUMNS =
      """
      select table_name as owner, column_name as name, data_type as type,
        coalesce(numeric_precision, 0) as digits, coalesce(numeric_scale, 0) as scale,
        is_nullable as nullable, coalesce(generation_expression, '') as expression,
        case when is_generated then 'ALWAYS'
          when column_default like 'nextval(%' then 'IDENTITY'
          when coalesce(column_default, 'NULL') <> 'NULL' then 'DEFAULT'
          else 'NOTHING' end as filling
      from duckdb_columns()
      where database_name = current_database() and schema_name = {0} and {1}
      order by table_name, column_index""";

  /** A row for each column of a key or a reference. */
  private static final String KEYS =
      """
      select table_name as owner, constraint_name as name, constraint_type as type,
        unnest(constraint_column_names) as column, referenced_table as parent,
        unnest(referenced_column_names) as parent_column
      from duckdb_constraints()
      where constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
        and database_name = current_database() and schema_name = {0} and {1}
      order by table_name, constraint_type <> 'PRIMARY KEY', constraint_index""";

  private static final String CHECKS =
      """
      select table_name as owner, constraint_name as name, expression
      from duckdb_constraints()
      where constraint_type = 'CHECK'
        and database_name = current_database() and schema_name = {0} and {1}
      order by table_name, constraint_index""";

  /** A row for each part of a unique index. */
  private static final String INDEXES =
      """
      select table_name as owner, index_name as name, unnest(expressions::varchar[]) as part
      from duckdb_indexes()
      where is_unique and database_name = current_database() and schema_name = {0} and {1}
      order by table_name, index_name""";

  private static final Pattern COLUMN = Pattern.compile("\\w+|\"([^\"]|\"\")+\"");

  private final DSLContext dsl;

  DuckdbReader(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    Result<Record> found =
        dsl.fetch(
            TABLES,
            val(schema, String.class),
            condition("lower(table_name) = lower({0})", val(table)),
            condition("table_name <> {0}", val(table)));
    if (found.isEmpty()) {
      return null;
    }
    Record first = found.get(0);
    return read(List.of(first), condition("table_name = {0}", val(text(first, "name")))).get(0);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    Result<Record> found =
        dsl.fetch(
            TABLES,
            val(schema, String.class),
            condition("table_type = 'BASE TABLE'"),
            DSL.field("table_name"));
    // of schemas whose names differ in case only, the first is the one
    List<Record> ofOne = by("schema", found).values().stream().findFirst().orElse(List.of());
    return ofOne.isEmpty() ? List.of() : read(ofOne, noCondition());
  }

  private List<LiveTable> read(List<Record> tables, Condition some) {
    String schema = text(tables.get(0), "schema");
    Map<String, List<Record>> columns = rows(COLUMNS, schema, some);
    Map<String, List<Record>> keys = rows(KEYS, schema, some);
    Map<String, List<Record>> checks = rows(CHECKS, schema, some);
    Map<String, List<Record>> indexes = rows(INDEXES, schema, some);
    List<LiveTable> read = new ArrayList<>();
    for (Record table : tables) {
      String owner = text(table, "name");
      Name name = is(table, "current") ? DSL.name(owner) : DSL.name(schema, owner);
      read.add(
          table(
              name,
              columns.getOrDefault(owner, List.of()),
              keys.getOrDefault(owner, List.of()),
              checks.getOrDefault(owner, List.of()),
              indexes.getOrDefault(owner, List.of())));
    }
    return read;
  }

  private Map<String, List<Record>> rows(String sql, String schema, Condition some) {
    return by("owner", dsl.fetch(sql, val(schema), some));
  }

  private static LiveTable table(
      Name name,
      List<Record> columnRows,
      List<Record> keyRows,
      List<Record> checks,
      List<Record> indexes) {
    List<LiveColumn> columns = columnRows.stream().map(DuckdbReader::column).toList();
    List<LiveKey> keys = new ArrayList<>();
    List<LiveReference> references = new ArrayList<>();
    by("name", keyRows)
        .forEach(
            (key, rows) -> {
              String type = text(rows.get(0), "type");
              if (type.equals("FOREIGN KEY")) {
                references.add(reference(name, key, rows));
              } else {
                List<String> of = texts(rows, "column");
                keys.add(new LiveKey(key, of, type.equals("PRIMARY KEY"), false, null, false));
              }
            });
    by("name", indexes).forEach((index, parts) -> keys.add(index(index, parts, columns)));
    return new LiveTable(
        name,
        columns,
        keys,
        references,
        checks.stream()
            .map(check -> new LiveCheck(text(check, "name"), text(check, "expression")))
            .toList());
  }

  private static LiveColumn column(Record row) {
    return new LiveColumn(
        text(row, "name"),
        DuckdbTypes.of(row),
        is(row, "nullable"),
        Filling.valueOf(text(row, "filling")),
        text(row, "expression"));
  }

  /** DuckDB's foreign keys stay within a schema. */
  private static LiveReference reference(Name child, String key, List<Record> rows) {
    Name parent = DSL.name(text(rows.get(0), "parent"));
    Name schema = child.qualifier();
    return new LiveReference(
        key,
        texts(rows, "column"),
        schema == null ? parent : schema.append(parent),
        texts(rows, "parent_column"),
        false);
  }

  private static LiveKey index(String name, List<Record> parts, List<LiveColumn> columns) {
    List<String> texts = texts(parts, "part");
    boolean plain = texts.stream().allMatch(part -> COLUMN.matcher(part).matches());
    List<String> of =
        plain
            ? texts.stream().map(DuckdbReader::unquoted).toList()
            : columns.stream()
                .map(LiveColumn::name)
                .filter(column -> texts.stream().anyMatch(part -> mentions(part, column)))
                .toList();
    return new LiveKey(name, of, false, false, null, !plain);
  }

  private static String unquoted(String column) {
    return column.startsWith("\"")
        ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
        : column;
  }

  private static boolean mentions(String expression, String column) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
        .matcher(expression)
        .find();
  }
}
