package dev.seeder;

import dev.seeder.transaction.GuardedConnection;
import dev.seeder.transaction.Session;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.QOM;

/**
 * Stops a seed before it changes a table that holds rows of others. Statements of plain SQL text
 * are not seen.
 */
final class TargetTables implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a listener is never serialized
  private final DatabaseGuard database;

  @SuppressWarnings("serial") // as above
  private final FilledTables filled;

  @SuppressWarnings("serial") // as above
  private final Session open;

  @SuppressWarnings("serial") // as above
  private final GuardedConnection guard;

  TargetTables(DatabaseGuard database, FilledTables filled, Session open, GuardedConnection guard) {
    this.database = database;
    this.filled = filled;
    this.open = open;
    this.guard = guard;
  }

  @Override
  public void start(ExecuteContext context) {
    for (Query query : context.batchQueries()) {
      require(query, context.dsl());
    }
  }

  private void require(Query query, DSLContext seeds) {
    if (query instanceof QOM.Insert<?> insert) {
      require(insert.$into(), seeds);
    } else if (query instanceof QOM.Update<?> update) {
      require(update.$table(), seeds);
    } else if (query instanceof QOM.Delete<?> delete) {
      require(delete.$from(), seeds);
    }
  }

  /**
   * Lets a table be changed.
   *
   * @throws IllegalStateException if it held rows before that no seed has put there
   */
  void require(Table<?> table, DSLContext seeds) {
    try {
      if (filled.isOfOthers(open, seeds, table)) {
        IllegalStateException refused = database.amongOthers(table.getName());
        guard.failed(refused);
        throw refused;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The table \"" + table.getName() + "\" cannot be read.", e);
    }
  }
}
