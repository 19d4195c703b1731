package dev.seeder;

import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Lets rows come before the parents that they refer to, where tables refer to each other in a
 * circle of columns that are NOT NULL, and has the database check in the end.
 *
 * <p>On PostgreSQL a foreign key that cannot wait is made deferrable within the transaction, and as
 * it was again at its end, so that nobody else ever sees the change. MariaDB has no such foreign
 * keys: it does not check while the rows are inserted, and orphans are looked for here.
 */
final class LateParents {

  private final DSLContext dsl;
  private final Map<Name, List<LiveReference>> references;
  private final boolean mariadb;

  /**
   * Makes what lets parents come late.
   *
   * @param references the foreign keys whose parents do, by the table that has them
   */
  LateParents(DSLContext dsl, Map<Name, List<LiveReference>> references) {
    this.dsl = dsl;
    this.references = references;
    this.mariadb = isMariadb(dsl);
  }

  /** Returns whether that works for foreign keys that are not deferrable, too. */
  static boolean canComeLater(DSLContext dsl) {
    return isMariadb(dsl) || dsl.family() == SQLDialect.POSTGRES;
  }

  private static boolean isMariadb(DSLContext dsl) {
    return dsl.family() == SQLDialect.MARIADB || dsl.family() == SQLDialect.MYSQL;
  }

  void begin() {
    if (references.isEmpty()) {
      return;
    }
    switch (dsl.family()) {
      case SQLITE -> dsl.execute("pragma defer_foreign_keys = on");
      case POSTGRES -> {
        alter("deferrable");
        dsl.execute("set constraints all deferred");
      }
      case YUGABYTEDB -> dsl.execute("set constraints all deferred");
      default -> {}
    }
  }

  /** Runs what inserts the rows of a table. */
  void inserting(Name table, Runnable insert) {
    if (!mariadb || !references.containsKey(table)) {
      insert.run();
      return;
    }
    boolean checked = dsl.fetchSingle("select @@session.foreign_key_checks").get(0, boolean.class);
    dsl.execute("set foreign_key_checks = 0");
    try {
      insert.run();
    } finally {
      dsl.execute("set foreign_key_checks = " + (checked ? 1 : 0));
    }
  }

  /**
   * Has the foreign keys as they were.
   *
   * @throws IllegalStateException if a row has no parent
   */
  void end() {
    if (mariadb) {
      references.forEach((table, all) -> all.forEach(each -> requireParents(table, each)));
    } else if (dsl.family() == SQLDialect.POSTGRES && hasStrict()) {
      // a table with checks to come cannot be altered
      dsl.execute("set constraints all immediate");
      alter("not deferrable");
    }
  }

  private boolean hasStrict() {
    return references.values().stream().flatMap(List::stream).anyMatch(each -> !each.deferrable());
  }

  private void alter(String how) {
    references.forEach(
        (table, all) ->
            all.stream()
                .filter(each -> !each.deferrable())
                .forEach(
                    each ->
                        dsl.execute(
                            "alter table {0} alter constraint {1} " + how,
                            table,
                            DSL.name(each.name()))));
  }

  private void requireParents(Name name, LiveReference reference) {
    Table<?> child = DSL.table(name).as("child");
    Table<?> parent = DSL.table(reference.parent()).as("parent");
    Field<Object> refers = DSL.field(DSL.name("child", reference.columns().get(0)));
    Field<Object> referred = DSL.field(DSL.name("parent", reference.parentColumns().get(0)));
    int orphans =
        dsl.fetchCount(
            dsl.selectOne()
                .from(child)
                .leftJoin(parent)
                .on(referred.eq(refers))
                .where(refers.isNotNull(), referred.isNull()));
    if (orphans > 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%,d rows of \"%s\" refer to rows of \"%s\" that did not come after them.\n"
                  + "  To fix: let column \"%s\" be NULL, or make as many rows of both tables.",
              orphans,
              LiveTable.simple(name),
              LiveTable.simple(reference.parent()),
              reference.columns().get(0)));
    }
  }
}
