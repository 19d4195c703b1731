package dev.seeder;

import dev.seeder.schema.LiveReference;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Lets rows come before the parents that they refer to, where tables refer to each other in a
 * circle of columns that are NOT NULL, and has it checked in the end.
 *
 * <p>On PostgreSQL a foreign key that cannot wait is made deferrable within the transaction, and as
 * it was again at its end, so that nobody else ever sees the change. MariaDB has no such foreign
 * keys: it does not check while the rows are inserted, and the end of the seed looks for orphans.
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

  /** Has the foreign keys as they were. */
  void end() {
    if (dsl.family() == SQLDialect.POSTGRES && hasStrict()) {
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
}
