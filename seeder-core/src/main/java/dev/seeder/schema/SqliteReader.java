package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.text;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Reads SQLite's tables from its pragmas, and from their statements what no pragma tells. */
final class SqliteReader implements TableReader {

  private final DSLContext dsl;

  SqliteReader(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    // a query looks among the temporary tables first, then in the order of the databases
    Result<Record> found =
        dsl.fetch(
            """
            select t.schema, t.name
            from pragma_table_list({0}) t join pragma_database_list d on d.name = t.schema
            where lower(t.schema) = lower(coalesce({1}, t.schema))
            order by t.schema <> 'temp', d.seq""",
            val(table), val(schema));
    if (found.isEmpty()) {
      return null;
    }
    Condition named = condition("m.name = {0}", val(text(found.get(0), "name")));
    List<LiveTable> tables = read(text(found.get(0), "schema"), named);
    return tables.isEmpty() ? null : tables.get(0);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    String given = schema == null ? "main" : schema;
    Record found =
        dsl.fetchOne(
            "select name from pragma_database_list where lower(name) = lower({0})", val(given));
    if (found == null) {
      return List.of();
    }
    String spelled = text(found, "name");
    // what is virtual or the shadow of such a table is of another type
    Condition listed =
        condition(
            "m.name in (select name from pragma_table_list where schema = {0}"
                + " and type = 'table' and name not like 'sqlite\\_%' escape '\\')",
            val(spelled));
    return read(spelled, listed);
  }

  private List<LiveTable> read(String schema, Condition chosen) {
    List<Record> columns =
        fetch(
            """
            select m.name as owner, m.sql, m.rootpage > 0 as stored,
              c.name, c.type, c."notnull" as required, c.pk > 0 as "primary",
              case when c.hidden > 0 then 'ALWAYS'
                when lower(coalesce(c.dflt_value, 'null')) <> 'null' then 'DEFAULT'
                else 'NOTHING' end as filling
            from {0}.sqlite_schema m join pragma_table_xinfo(m.name, {1}) c
            where m.type in ('table', 'view') and c.hidden <> 1 and {2}
            order by m.name, c.cid""",
            schema, chosen);
    Map<String, List<Record>> keys =
        by(
            "owner",
            fetch(
                """
                select m.name as owner, i.name as key, i.origin, coalesce(s.sql, '') as sql,
                  x.seqno, coalesce(x.name, '') as "column", lower(x.coll) = 'nocase' as caseless
                from {0}.sqlite_schema m join pragma_index_list(m.name, {1}) i
                  join pragma_index_xinfo(i.name, {1}) x
                  left join {0}.sqlite_schema s on s.type = 'index' and s.name = i.name
                where m.type = 'table' and i."unique" and x."key" and {2}
                order by m.name, i.origin <> 'pk', i.seq desc, x.seqno""",
                schema, chosen));
    Map<String, List<Record>> references =
        by(
            "owner",
            fetch(
                """
                select m.name as owner, f.id, f."from" as "column",
                  coalesce(p.name, f."table") as parent, coalesce(c.name, f."to", '') as parent_column
                from {0}.sqlite_schema m join pragma_foreign_key_list(m.name, {1}) f
                  left join {0}.sqlite_schema p
                    on p.type = 'table' and p.name = f."table" collate nocase
                  left join pragma_table_xinfo(p.name, {1}) c
                    on c.name = f."to" collate nocase or f."to" is null and c.pk = f.seq + 1
                where m.type = 'table' and {2}
                order by m.name, f.id desc, f.seq""",
                schema, chosen));
    var tables = new ArrayList<LiveTable>();
    by("owner", columns)
        .forEach(
            (table, rows) ->
                tables.add(
                    new SqliteTable(
                            schema,
                            rows,
                            keys.getOrDefault(table, List.of()),
                            references.getOrDefault(table, List.of()))
                        .read()));
    return tables;
  }

  private List<Record> fetch(String sql, String schema, Condition chosen) {
    return dsl.fetch(sql, name(schema), val(schema), chosen);
  }
}
