package dev.seeder.write;

import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Moves the counters of identity columns behind the values that rows were given, so that the next
 * row without one does not get a value that is there.
 *
 * <p>SQLite, MariaDB and MySQL do that by themselves. On PostgreSQL a counter that the role may not
 * set is left where it is.
 */
public final class IdentityCounters {

  /** The sequence of a column: its own, or the one that its default counts by. */
  private static final String POSTGRES_SEQUENCES =
      """
      select attname, sequence::text,
        has_sequence_privilege(sequence, 'select') and has_sequence_privilege(sequence, 'update')
          and has_column_privilege({0}::regclass, attname, 'select') as allowed
      from (
        select a.attname, coalesce(
          pg_get_serial_sequence({0}, a.attname)::regclass,
          (select d.refobjid::regclass
           from pg_attrdef f
           join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = f.oid
           join pg_class c on c.oid = d.refobjid and c.relkind = 'S'
           where d.refclassid = 'pg_class'::regclass and f.adrelid = a.attrelid
             and f.adnum = a.attnum
           limit 1)) as sequence
        from pg_attribute a
        where a.attrelid = {0}::regclass and a.attnum > 0 and not a.attisdropped) counted
      where sequence is not null
      """;

  private static final String H2_IDENTITIES =
      """
      SELECT COLUMN_NAME, IDENTITY_BASE
      FROM INFORMATION_SCHEMA.COLUMNS
      WHERE IS_IDENTITY = 'YES' AND CAST(TABLE_NAME AS VARCHAR_IGNORECASE) = {0}
        AND CAST(TABLE_SCHEMA AS VARCHAR_IGNORECASE) = COALESCE({1}, SCHEMA())
      """;

  private final DSLContext dsl;
  private final Table<?> table;

  private IdentityCounters(DSLContext dsl, Table<?> table) {
    this.dsl = dsl;
    this.table = table;
  }

  /** Returns whether a database leaves counters behind values that were given. */
  public static boolean areLeftBehind(DSLContext dsl) {
    return switch (dsl.family()) {
      case POSTGRES, YUGABYTEDB, H2 -> true;
      default -> false;
    };
  }

  /** Moves the counters of those columns of the table that have one. */
  public static void moveBehind(DSLContext dsl, Table<?> table, List<? extends Field<?>> columns) {
    List<String> whole =
        columns.stream()
            .filter(column -> Number.class.isAssignableFrom(column.getType()))
            .map(column -> column.getName().toLowerCase(Locale.ROOT))
            .toList();
    if (whole.isEmpty() || !areLeftBehind(dsl)) {
      return;
    }
    var counters = new IdentityCounters(dsl, table);
    if (dsl.family() == SQLDialect.H2) {
      counters.moveH2(whole);
    } else {
      counters.movePostgres(whole);
    }
  }

  private void movePostgres(List<String> columns) {
    String rendered = dsl.render(table);
    for (Record found : dsl.fetch(POSTGRES_SEQUENCES, DSL.val(rendered))) {
      String sequence = found.get("sequence", String.class);
      String column = found.get("attname", String.class);
      if (found.get("allowed", Boolean.class)
          && columns.contains(column.toLowerCase(Locale.ROOT))) {
        // never back: other transactions count on, too
        dsl.fetch(
            "select setval({0}::regclass, m.highest) from (select max({1}) as highest from {2}) m,"
                + " {3} s where m.highest > s.last_value"
                + " or m.highest = s.last_value and not s.is_called",
            DSL.val(sequence), DSL.field(DSL.name(column)), table, DSL.sql(sequence));
      }
    }
  }

  private void moveH2(List<String> columns) {
    Name name = table.getQualifiedName();
    Name schema = name.qualifier();
    for (Record found :
        dsl.fetch(
            H2_IDENTITIES,
            DSL.val(table.getName()),
            DSL.val(schema == null ? null : schema.last(), String.class))) {
      String column = found.get(0, String.class);
      Long highest =
          dsl.select(DSL.max(DSL.field(DSL.name(column), Long.class)))
              .from(table)
              .fetchSingle()
              .value1();
      Long next = found.get(1, Long.class);
      if (columns.contains(column.toLowerCase(Locale.ROOT))
          && highest != null
          && (next == null || highest >= next)) {
        dsl.execute(
            "alter table {0} alter column {1} restart with {2}",
            table, DSL.name(column), DSL.inline(highest + 1));
      }
    }
  }
}
