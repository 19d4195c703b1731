package dev.seeder;

import dev.seeder.schema.HistoryTables;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.transaction.Session;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which tables of a database held rows when the run began. Not safe for use by several threads.
 *
 * <p>They are the seeds' own if there are no more of them, in all tables together, than the history
 * says that seeds have inserted.
 */
final class FilledTables {

  private final Map<Name, Boolean> filled = new HashMap<>();

  /** By their names in the code: the catalog is not read at every statement. */
  private final Set<Name> passed = new HashSet<>();

  private long left;

  private FilledTables(long seeded) {
    this.left = seeded;
  }

  /** Looks at all tables of the current schema; those of others are looked at when they are met. */
  static FilledTables read(Session session, @Nullable Name history) throws SQLException {
    DSLContext dsl = session.own();
    var tables = new FilledTables(history == null ? 0 : new SeedHistory(history).insertedRows(dsl));
    for (LiveTable table : HistoryTables.others(dsl)) {
      tables.look(session, table.name());
    }
    return tables;
  }

  /** Returns whether seeds have put all rows there. */
  boolean isOfSeeds() {
    return left >= 0;
  }

  /** Returns whether a table held rows before this run which no seed has put there. */
  boolean isOfOthers(Session open, DSLContext seeds, Table<?> table) throws SQLException {
    if (passed.contains(table.getQualifiedName())) {
      return false;
    }
    LiveTable live = LiveSchema.table(seeds, table);
    if (live == null) {
      return false;
    }
    if (!filled.containsKey(live.name())) {
      look(open, live.name());
    }
    boolean others = !isOfSeeds() && filled.getOrDefault(live.name(), false);
    if (!others) {
      passed.add(table.getQualifiedName());
    }
    return others;
  }

  private void look(Session session, Name table) throws SQLException {
    long rows = rows(session, table, Math.max(0, left) + 1);
    filled.put(table, rows > 0);
    left = Math.max(-1, left - rows);
  }

  /** Counts up to a number; a table that may not be read may hold as many. */
  private static long rows(Session session, Name table, long most) throws SQLException {
    Savepoint savepoint = session.connection().getAutoCommit() ? null : session.savepoint();
    try {
      DSLContext dsl = session.own();
      return dsl.fetchCount(dsl.selectOne().from(DSL.table(table)).limit(most));
    } catch (DataAccessException e) {
      session.undo(savepoint, e);
      return most;
    }
  }
}
