package dev.seeder;

import dev.seeder.transaction.Session;
import dev.seeder.transaction.Waits;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * The part of a transaction in which a whole seed runs: it notices when the seed has ended the
 * transaction, by text or by a statement that commits. Not safe for use by several threads.
 */
final class WholeTransaction {

  private static final String ABORTED = "25P02";

  private final Session open;
  private final @Nullable Savepoint savepoint;
  private final @Nullable String transaction;
  private boolean ended;

  private WholeTransaction(
      Session open, @Nullable Savepoint savepoint, @Nullable String transaction) {
    this.open = open;
    this.savepoint = savepoint;
    this.transaction = transaction;
  }

  static WholeTransaction begin(Session open) throws SQLException {
    String transaction = id(open);
    return new WholeTransaction(open, open.savepoint(), transaction);
  }

  /** Returns whether the seed ended the transaction, so that a rollback may not undo its rows. */
  boolean ended() {
    return ended;
  }

  /** Returns whether what was written is left for the owner of the transaction to roll back. */
  boolean stays() {
    return savepoint == null && open.joined();
  }

  /** Rolls back what was written since the begin, if that can be done. */
  void undo(Throwable failure) {
    ended |= !open.undo(savepoint, failure);
  }

  /**
   * Refuses a transaction that is not the one in which it began: its savepoint is gone then.
   *
   * @throws IllegalStateException if the transaction was ended, or nothing can be done in it
   */
  void requireOpen() throws SQLException {
    if (savepoint == null) {
      return;
    }
    try {
      open.connection().releaseSavepoint(savepoint);
      if (transaction == null || transaction.equals(id(open))) {
        return;
      }
    } catch (SQLException e) {
      if (Waits.isConnectionLost(e)) {
        throw e;
      }
      // PostgreSQL refuses everything after a failed statement
      throw ABORTED.equals(e.getSQLState()) ? caught(e) : failure(e);
    }
    throw failure(null);
  }

  /** Returns what to say where a seed went on after a failure. */
  static IllegalStateException caught(Throwable failure) {
    return new IllegalStateException(
        "an earlier failure was caught by the seed, which went on: "
            + SeedFailures.cause(failure)
            + ".\n  To fix: let it through, or put what may fail into"
            + " seed.dsl().transaction(...), which rolls back to a savepoint.",
        failure);
  }

  private IllegalStateException failure(@Nullable SQLException cause) {
    ended = true;
    return new IllegalStateException(
        "the seed ended its transaction, by COMMIT or ROLLBACK as text, or by a statement that"
            + " commits on this database, such as CREATE TABLE on MariaDB or H2.\n"
            + "  To fix: leave that statement to a migration.",
        cause);
  }

  /** H2 does not mind releasing a savepoint that is gone, but tells which transaction it is in. */
  private static @Nullable String id(Session open) {
    return open.dialect().family() == SQLDialect.H2
        ? open.own().fetchSingle("select transaction_id()").get(0, String.class)
        : null;
  }
}
