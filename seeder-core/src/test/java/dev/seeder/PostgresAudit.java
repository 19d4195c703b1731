package dev.seeder;

import static dev.seeder.AuditRule.Nulls.DISTINCT;
import static dev.seeder.AuditRule.Nulls.EQUAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rules of the tables of a schema of PostgreSQL; those of partitions are their table's. */
final class PostgresAudit {

  private static final String TABLES =
      """
      with recursive tables as (
        select c.oid, cast(cast(c.oid as regclass) as text) as table_name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
      ), columns as (
        -- one row for the type of a column, and one for each type under its domains
        select t.table_name, a.attrelid, a.attnum, quote_ident(a.attname) as column_name,
          a.attnotnull as required, a.atttypid as type_id, a.atttypmod as modifier
        from tables t join pg_attribute a on a.attrelid = t.oid
        where a.attnum > 0 and not a.attisdropped
        union all
        select c.table_name, c.attrelid, c.attnum, c.column_name, t.typnotnull, t.typbasetype,
          t.typtypmod
        from columns c join pg_type t on t.oid = c.type_id
        where t.typtype = 'd'
      )
      """;

  private final DSLContext dsl;
  private final String schema;
  private final List<AuditRule> rules = new ArrayList<>();

  PostgresAudit(DSLContext dsl, String schema) {
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

  private List<Record> fetch(String select) {
    return dsl.fetch(TABLES + select, schema);
  }

  private void addColumns() {
    for (Record row :
        fetch(
            """
            select c.*, t.typname, t.typtype,
              (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
               from pg_enum where enumtypid = t.oid) as labels
            from columns c join pg_type t on t.oid = c.type_id
            order by table_name, attnum""")) {
      String table = text(row, "table_name");
      String column = text(row, "column_name");
      if (row.get("required", boolean.class)) {
        rules.add(AuditRule.notNull(table, column));
      }
      if (List.of("varchar", "bpchar").contains(text(row, "typname"))
          && row.get("modifier", int.class) > 0) {
        // The modifier counts four bytes that no value has.
        int length = row.get("modifier", int.class) - 4;
        rules.add(AuditRule.notLonger(table, column, "char_length", length));
      }
      if (text(row, "typtype").equals("e")) {
        String labels = text(row, "labels");
        rules.add(
            AuditRule.none(
                table,
                column + " is none of " + labels,
                "cast(" + column + " as text) not in (" + labels + ")"));
      }
    }
  }

  private void addChecks() {
    for (Record row :
        fetch(
            """
            select t.table_name, pg_get_expr(k.conbin, k.conrelid, true) as condition
            from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'c'
            order by t.table_name, k.oid""")) {
      rules.add(AuditRule.check(text(row, "table_name"), text(row, "condition")));
    }
    for (Record row :
        fetch(
            """
            select c.table_name, c.column_name, pg_get_expr(k.conbin, 0, true) as condition
            from columns c join pg_constraint k on k.contypid = c.type_id and k.contype = 'c'
            order by c.table_name, c.attnum, k.oid""")) {
      String table = text(row, "table_name");
      String column = text(row, "column_name");
      String condition = text(row, "condition");
      rules.add(
          new AuditRule(
              table,
              column + " is not a VALUE with " + condition,
              "select count(*) from (select %s as value from %s) domain where not (%s)"
                  .formatted(column, table, condition)));
    }
  }

  private void addUniques() {
    for (Record row :
        fetch(
            """
            select t.table_name, i.indnullsnotdistinct,
              coalesce(pg_get_expr(i.indpred, i.indrelid, true), '') as condition,
              array(
                select pg_get_indexdef(i.indexrelid, part, true)
                from generate_series(1, i.indnkeyatts) part) as parts
            from tables t join pg_index i on i.indrelid = t.oid and i.indisunique
            order by t.table_name, i.indexrelid""")) {
      rules.add(
          AuditRule.unique(
              text(row, "table_name"),
              texts(row, "parts"),
              text(row, "condition"),
              row.get("indnullsnotdistinct", boolean.class) ? EQUAL : DISTINCT));
    }
  }

  private void addReferences() {
    for (Record row :
        fetch(
            """
            select t.table_name, cast(cast(k.confrelid as regclass) as text) as parent,
              array(
                select quote_ident(attname)
                from unnest(k.conkey) with ordinality referring(number, place)
                join pg_attribute on attrelid = k.conrelid and attnum = number
                order by place) as columns,
              array(
                select quote_ident(attname)
                from unnest(k.confkey) with ordinality referred(number, place)
                join pg_attribute on attrelid = k.confrelid and attnum = number
                order by place) as parent_columns
            from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
            where k.conparentid = 0
            order by t.table_name, k.oid""")) {
      rules.add(
          AuditRule.reference(
              text(row, "table_name"),
              texts(row, "columns"),
              text(row, "parent"),
              texts(row, "parent_columns")));
    }
  }

  private static String text(Record row, String column) {
    return row.get(column, String.class);
  }

  private static List<String> texts(Record row, String column) {
    return Arrays.asList(row.get(column, String[].class));
  }
}
