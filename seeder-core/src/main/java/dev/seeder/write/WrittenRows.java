package dev.seeder.write;

import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Holds what drivers say of the rows that were written against those that were to be: a trigger can
 * leave one out without an error. A driver that says nothing of them is believed.
 */
final class WrittenRows {

  private static final String POSTGRES =
      """
      select exists (
        select from pg_class c where c.oid = to_regclass({0}) and (c.relkind = 'v'
          or c.relkind = 'r' and exists (select from pg_inherits i where i.inhparent = c.oid)))""";

  private final DSLContext dsl;
  private final Table<?> table;
  private @Nullable Boolean elsewhere;

  WrittenRows(Target target) {
    this(target.dsl(), target.table());
  }

  WrittenRows(DSLContext dsl, Table<?> table) {
    this.dsl = dsl;
    this.table = table;
  }

  /**
   * Refuses rows of which one was not written.
   *
   * @param told what the driver says of each of them
   * @param before how many rows of the source come before them
   * @throws RowFailure with the number of the row
   */
  void requireEach(int[] told, long before) {
    for (int i = 0; i < told.length; i++) {
      requireOne(told[i], before + i + 1);
    }
  }

  /** Refuses a row that was not written; it is counted from 1. */
  void requireOne(int told, long number) {
    if (told == 0 && !mayBeElsewhere()) {
      throw new RowFailure(
          table.getName(), number, failure("the database did not write it, and gave no error"));
    }
  }

  /**
   * Refuses rows of which fewer were written.
   *
   * @throws RowFailure without a number: which one it was is not known
   */
  void requireAll(long told, long rows) {
    if (told >= 0 && told < rows && !mayBeElsewhere()) {
      String some =
          String.format(
              Locale.ROOT, "the database wrote %,d of %,d rows, and gave no error", told, rows);
      throw new RowFailure(table.getName(), null, failure(some));
    }
  }

  private static IllegalStateException failure(String what) {
    return new IllegalStateException(
        what
            + ": a trigger, a rule or an \"on conflict ignore\" of the table can have that.\n"
            + "  To fix: leave such rows out, or write by seed.dsl() where triggers do the writing.");
  }

  /** Rows of a view, or of a table with heirs, may be written elsewhere by its triggers. */
  private boolean mayBeElsewhere() {
    if (elsewhere == null) {
      elsewhere =
          switch (dsl.family()) {
            case POSTGRES, YUGABYTEDB ->
                dsl.fetchSingle(POSTGRES, DSL.val(dsl.render(table))).get(0, boolean.class);
            case SQLITE -> SqliteBatches.has(dsl, table, "type = 'view' and lower(name)");
            default ->
                dsl.fetchExists(
                    DSL.table("INFORMATION_SCHEMA.TABLES"),
                    DSL.condition(
                        "TABLE_TYPE = 'VIEW' and lower(TABLE_NAME) = lower({0})",
                        DSL.val(table.getName())));
          };
    }
    return elsewhere;
  }
}
