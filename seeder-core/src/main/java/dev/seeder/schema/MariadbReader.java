package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Reads the tables of MariaDB and MySQL from their information schemas, which differ a little. */
final class MariadbReader implements TableReader {

  private static final String COLUMNS =
      """
      select table_name as owner, column_name as name, data_type as type, column_type as declared,
        character_maximum_length as length, numeric_precision as number_size,
        numeric_scale as number_scale, datetime_precision as second,
        is_nullable = 'YES' as nullable,
        case when coalesce(generation_expression, '') <> '' then 'ALWAYS'
          when extra like '%auto_increment%' or column_default like 'nextval(%' then 'IDENTITY'
          when coalesce(column_default, 'NULL') = 'NULL' then 'NOTHING'
          else 'DEFAULT' end as filling,
        coalesce(generation_expression, '') as expression,
        right(coalesce(collation_name, ''), 3) = '_ci' as caseless
      from information_schema.columns where table_schema = {0} and {1}
      order by table_name, ordinal_position""";

  /** A row for each part of a key: a column, the beginning of one or, on MySQL, an expression. */
  private static final String KEYS =
      """
      select table_name as owner, index_name as name, coalesce(column_name, '') as part,
        coalesce({2}, '') as expression, sub_part is not null as cut
      from information_schema.statistics where table_schema = {0} and {1} and non_unique = 0
      order by table_name, index_name <> 'PRIMARY', index_name, seq_in_index""";

  private static final String REFERENCES =
      """
      select table_name as owner, constraint_name as name, column_name as part,
        referenced_table_schema as parent_schema, referenced_table_schema = database() as current,
        referenced_table_name as parent, referenced_column_name as parent_part
      from information_schema.key_column_usage
      where table_schema = {0} and {1} and referenced_table_name is not null
      order by table_name, constraint_name, ordinal_position""";

  /** Quotes inside of texts are doubled, as in the standard, rather than behind a backslash. */
  private static final String MARIADB_CHECKS =
      """
      select table_name as owner, constraint_name as name,
        replace(check_clause, concat(char(92), char(39)), repeat(char(39), 2)) as clause
      from information_schema.check_constraints where constraint_schema = {0} and {1}
      order by table_name, constraint_name""";

  /** MySQL has texts as if they stood inside of another text, behind their character set. */
  private static final String MYSQL_CHECKS =
      """
      select t.table_name as owner, c.constraint_name as name,
        replace(replace(c.check_clause, concat(char(92), char(39)), char(39)),
          concat('_utf8mb4', char(39)), char(39)) as clause
      from information_schema.check_constraints c join information_schema.table_constraints t
        on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
      where t.constraint_type = 'CHECK' and t.table_schema = {0} and {1}
      order by t.table_name, c.constraint_name""";

  private final DSLContext dsl;

  MariadbReader(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    Record in = schema(schema);
    if (in == null) {
      return null;
    }
    Record found =
        first(
            """
            select table_name as name from information_schema.tables
            where table_schema = {0} and lower(table_name) = lower({1})
            order by cast(table_name as binary) <> cast({1} as binary), table_name""",
            val(text(in, "name")), val(table));
    if (found == null) {
      return null;
    }
    String spelled = text(found, "name");
    return read(in, List.of(spelled), condition("table_name = {0}", val(spelled))).get(0);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    Record in = schema(schema);
    if (in == null) {
      return List.of();
    }
    List<Record> found =
        dsl.fetch(
            """
            select table_name as name from information_schema.tables
            where table_schema = {0} and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')""",
            val(text(in, "name")));
    return read(in, texts(found, "name").stream().sorted().toList(), noCondition());
  }

  /** Finds a schema, or the current one; null if there is none. */
  private @Nullable Record schema(@Nullable String schema) {
    return first(
        """
        select schema_name as name, schema_name = database() as current
        from information_schema.schemata
        where lower(schema_name) = lower(coalesce({0}, database()))
        order by cast(schema_name as binary) <> cast({0} as binary), schema_name""",
        val(schema));
  }

  private @Nullable Record first(String sql, QueryPart... parts) {
    List<Record> rows = dsl.fetch(sql, parts);
    return rows.isEmpty() ? null : rows.get(0);
  }

  private List<LiveTable> read(Record in, List<String> tables, Condition chosen) {
    String schema = text(in, "name");
    boolean mysql = dsl.family() == SQLDialect.MYSQL;
    Map<String, List<Record>> columns = rows(COLUMNS, schema, chosen);
    Map<String, List<Record>> keys = rows(KEYS, schema, chosen);
    Map<String, List<Record>> references = rows(REFERENCES, schema, chosen);
    Map<String, List<Record>> checks = rows(mysql ? MYSQL_CHECKS : MARIADB_CHECKS, schema, chosen);
    return tables.stream()
        .map(
            table ->
                new MariadbTable(
                        is(in, "current") ? name(table) : name(schema, table),
                        columns.getOrDefault(table, List.of()),
                        keys.getOrDefault(table, List.of()),
                        references.getOrDefault(table, List.of()),
                        checks.getOrDefault(table, List.of()))
                    .read())
        .toList();
  }

  private Map<String, List<Record>> rows(String sql, String schema, Condition chosen) {
    // MariaDB has no indexes of expressions
    QueryPart expression = raw(dsl.family() == SQLDialect.MYSQL ? "expression" : "null");
    return by("owner", dsl.fetch(sql, val(schema), chosen, expression));
  }
}
