package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.names;
import static dev.seeder.schema.CatalogRows.text;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import dev.seeder.schema.LiveColumn.Filling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads tables from PostgreSQL's own catalog, and from that of databases made of it. */
final class PostgresReader implements TableReader {

  /** A row for each column; with its type and what that is made of, if an array or a range. */
  private static final String COLUMNS =
      """
      with recursive domain (oid, type, modifier, required, filled) as (
        select oid, typbasetype, typtypmod, typnotnull, typdefault is not null
        from pg_type where typtype = 'd'
        union all
        select d.oid, t.typbasetype, case when d.modifier < 0 then t.typtypmod else d.modifier end,
          d.required or t.typnotnull, d.filled or t.typdefault is not null
        from domain d join pg_type t on t.oid = d.type where t.typtype = 'd'
      ), base as (
        select d.* from domain d join pg_type t on t.oid = d.type where t.typtype <> 'd'
      )
      select c.relname as owner, n.nspname as schema, n.nspname = current_schema() as current,
        a.attname as name, format_type(a.atttypid, a.atttypmod) as declared,
        t.typname as type, t.typtype as category, format_type(t.oid, -1) as cast,
        coalesce(b.modifier, a.atttypmod) as modifier,
        case when t.typtype = 'r' then 'RANGE' when t.typcategory = 'A' then 'ARRAY' end as kind,
        format_type(e.oid, case when t.typtype = 'r' then -1 else a.atttypmod end)
          as element_declared,
        case when e.typnamespace = 'pg_catalog'::regnamespace then e.typname::text
          else format_type(e.oid, -1) end as element,
        s.typname as element_type, s.typtype as element_category,
        format_type(s.oid, -1) as element_cast,
        case when t.typtype = 'r' then -1
          else coalesce(f.modifier, b.modifier, a.atttypmod) end as element_modifier,
        array(select l.enumlabel::text from pg_enum l where l.enumtypid = coalesce(s.oid, t.oid)
          order by l.enumsortorder) as labels,
        not (a.attnotnull or coalesce(b.required, false)) as nullable,
        case
          when a.attidentity = 'a'
            or a.atthasdef and coalesce(to_jsonb(a) ->> 'attgenerated', '') <> '' then 'ALWAYS'
          when a.attidentity = 'd' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%' then 'IDENTITY'
          when a.atthasdef or b.filled then 'DEFAULT'
          else 'NOTHING' end as filling,
        case when coalesce(to_jsonb(a) ->> 'attgenerated', '') <> ''
          then pg_get_expr(d.adbin, d.adrelid) else '' end as expression
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        left join base b on b.oid = a.atttypid
        left join pg_type t on t.oid = coalesce(b.type, a.atttypid)
        left join pg_range r on r.rngtypid = t.oid
        left join pg_type e on e.oid = coalesce(r.rngsubtype,
          case when t.typcategory = 'A' then t.typelem end)
        left join base f on f.oid = e.oid
        left join pg_type s on s.oid = coalesce(f.type, e.oid)
      where {0}
      order by c.relname, a.attnum""";

  /**
   * A row for each key, reference and check; those are references too that single partitions have.
   * Rows that no partition takes are checked for.
   */
  private static final String CONSTRAINTS =
      """
      with recursive domain (oid, link) as (
        select oid, oid from pg_type where typtype = 'd'
        union all
        select d.oid, t.typbasetype from domain d join pg_type t on t.oid = d.link
        where t.typtype = 'd'
      ), partition (root, oid) as (
        select i.inhparent, i.inhrelid from pg_inherits i join pg_class r on r.oid = i.inhrelid
        where r.relispartition
        union all
        select p.root, i.inhrelid from partition p join pg_inherits i on i.inhparent = p.oid
      )
      select c.relname as owner, 'KEY' as kind, k.relname as name,
        array(select a.attname::text
          from unnest(i.indkey) with ordinality o (number, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = o.number
          where o.place <= i.indnkeyatts order by o.place) as columns,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum in (
          select v[1]::int from regexp_matches(i.indexprs::text, ':varattno ([0-9]+)', 'g') v)
          order by a.attnum) as others,
        null as schema, null as parent, false as current,
        i.indisprimary as first,
        coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_equal,
        i.indexprs is not null as expressions,
        exists (select from pg_attribute a join pg_type t on t.oid = a.atttypid
          where a.attrelid = c.oid and a.attnum = any(i.indkey) and t.typname = 'citext')
        or exists (select from pg_collation l where l.oid = any(i.indcollation)
          and to_jsonb(l) ->> 'collisdeterministic' = 'false') as caseless,
        pg_get_expr(i.indpred, i.indrelid, true) as condition
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_index i on i.indrelid = c.oid join pg_class k on k.oid = i.indexrelid
      where i.indisunique and i.indisvalid and {0}
      union all
      select c.relname, case o.contype when 'f' then 'REFERENCE' else 'CHECK' end, o.conname,
        array(select a.attname::text from unnest(o.conkey) with ordinality u (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = u.number order by u.place),
        array(select a.attname::text from unnest(o.confkey) with ordinality u (number, place)
          join pg_attribute a on a.attrelid = p.oid and a.attnum = u.number order by u.place),
        m.nspname, p.relname, coalesce(m.nspname = current_schema(), false),
        o.condeferrable, false, false, false, pg_get_expr(o.conbin, o.conrelid, true)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_constraint o on o.conrelid = c.oid
        left join pg_class p on p.oid = o.confrelid
        left join pg_namespace m on m.oid = p.relnamespace
      where o.contype in ('f', 'c') and not coalesce(p.relispartition, false) and {0}
      union all
      select owner, 'REFERENCE', min(name), columns, others, schema, parent, current,
        bool_and(at_the_end), false, false, false, null
      from (
        select c.relname as owner, o.conname as name, o.condeferrable as at_the_end,
          array(select a.attname::text from unnest(o.conkey) with ordinality u (number, place)
            join pg_attribute a on a.attrelid = o.conrelid and a.attnum = u.number
            order by u.place) as columns,
          array(select a.attname::text from unnest(o.confkey) with ordinality u (number, place)
            join pg_attribute a on a.attrelid = r.oid and a.attnum = u.number
            order by u.place) as others,
          m.nspname as schema, r.relname as parent, m.nspname = current_schema() as current
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join partition p on p.root = c.oid
          join pg_constraint o on o.conrelid = p.oid and o.contype = 'f'
            and to_jsonb(o) ->> 'conparentid' = '0'
          join pg_class r on r.oid = o.confrelid join pg_namespace m on m.oid = r.relnamespace
        where not r.relispartition and {0}
      ) own
      group by owner, columns, others, schema, parent, current
      union all
      select c.relname, 'CHECK', '', array[]::text[], array[]::text[],
        null, null, false, false, false, false, false,
        string_agg('(' || pg_get_partition_constraintdef(i.inhrelid) || ')', ' or ')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_partitioned_table t on t.partrelid = c.oid and t.partdefid = 0
        join pg_inherits i on i.inhparent = c.oid
      where {0}
      group by c.relname
      union all
      select c.relname, 'DOMAIN', o.conname, array[a.attname::text], array[]::text[],
        null, null, false, false, false, false, false, pg_get_expr(o.conbin, 0, true)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join domain d on d.oid = a.atttypid
        join pg_constraint o on o.contypid = d.link and o.contype = 'c'
      where {0}
      order by 1, 2, 9 desc, 3, 4""";

  private final DSLContext dsl;

  PostgresReader(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    Condition found =
        condition(
            """
            c.oid = (
              select f.oid from pg_class f join pg_namespace s on s.oid = f.relnamespace
              where lower(f.relname) = lower({0}) and f.relkind in ('r', 'p', 'v', 'f')
                and case when {1} is null then pg_table_is_visible(f.oid)
                  else lower(s.nspname) = lower({1}) end
              order by s.nspname <> {1}, f.relname <> {0},
                array_position(current_schemas(true), s.nspname), f.relname
              limit 1)""",
            val(table), val(schema));
    List<LiveTable> tables = read(found);
    return tables.isEmpty() ? null : tables.get(0);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    // what belongs to an extension is not for seeds
    return read(
        condition(
            """
            n.oid = (
              select s.oid from pg_namespace s
              where lower(s.nspname) = lower(coalesce({0}, current_schema()))
              order by s.nspname <> {0} limit 1)
            and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
            and n.nspname not in ('pg_catalog', 'information_schema')
            and not exists (select from pg_depend x
              where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')""",
            val(schema)));
  }

  private List<LiveTable> read(Condition chosen) {
    Map<String, List<Record>> columns = by("owner", dsl.fetch(COLUMNS, chosen));
    if (columns.isEmpty()) {
      return List.of();
    }
    Map<String, List<Record>> constraints = by("owner", dsl.fetch(CONSTRAINTS, chosen));
    var tables = new ArrayList<LiveTable>();
    columns.forEach(
        (table, rows) -> tables.add(table(rows, constraints.getOrDefault(table, List.of()))));
    return tables;
  }

  private static LiveTable table(List<Record> columns, List<Record> constraints) {
    Map<String, List<Record>> kinds = by("kind", constraints);
    var checks = new ArrayList<LiveCheck>();
    for (Record check : kinds.getOrDefault("CHECK", List.of())) {
      checks.add(new LiveCheck(text(check, "name"), text(check, "condition")));
    }
    for (Record check : kinds.getOrDefault("DOMAIN", List.of())) {
      String column = names(check, "columns").get(0);
      String condition = DomainChecks.of(column, text(check, "condition"));
      checks.add(new LiveCheck(text(check, "name"), condition));
    }
    return new LiveTable(
        qualified(columns.get(0), "owner"),
        columns.stream()
            .filter(row -> row.get("name") != null)
            .map(PostgresReader::column)
            .toList(),
        kinds.getOrDefault("KEY", List.of()).stream().map(PostgresReader::key).toList(),
        kinds.getOrDefault("REFERENCE", List.of()).stream().map(PostgresReader::reference).toList(),
        checks);
  }

  private static LiveColumn column(Record row) {
    return new LiveColumn(
        text(row, "name"),
        PostgresTypes.of(row),
        is(row, "nullable"),
        Filling.valueOf(text(row, "filling")),
        text(row, "expression"));
  }

  private static LiveKey key(Record row) {
    var columns = new LinkedHashSet<>(names(row, "columns"));
    columns.addAll(names(row, "others"));
    return new LiveKey(
        text(row, "name"),
        List.copyOf(columns),
        is(row, "first"),
        is(row, "nulls_equal"),
        row.get("condition", String.class),
        is(row, "expressions"),
        is(row, "caseless"));
  }

  private static LiveReference reference(Record row) {
    return new LiveReference(
        text(row, "name"),
        names(row, "columns"),
        qualified(row, "parent"),
        names(row, "others"),
        is(row, "first"));
  }

  private static Name qualified(Record row, String table) {
    return is(row, "current")
        ? name(text(row, table))
        : name(text(row, "schema"), text(row, table));
  }
}
