package dev.seeder.rows;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * How many rows of the table an insert has made itself, before it went on; -1 for one that does not
 * go on, to which all rows are others'.
 */
record OwnRows(long count) {

  static final OwnRows UNKNOWN = new OwnRows(-1);

  /** Returns whether the insert has to know its own rows from others. */
  boolean matter() {
    return count >= 0;
  }

  /** Returns whether the table has no rows but these. */
  boolean areAll(DSLContext dsl, Table<?> table) {
    return count > 0 ? dsl.fetchCount(table) == count : isEmpty(dsl, table);
  }

  private static boolean isEmpty(DSLContext dsl, Table<?> table) {
    return dsl.select(DSL.inline(1)).from(table).limit(1).fetch().isEmpty();
  }
}
