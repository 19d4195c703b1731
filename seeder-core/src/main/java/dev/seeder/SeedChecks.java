package dev.seeder;

import dev.seeder.transaction.GuardedConnection;
import dev.seeder.transaction.Session;
import org.jooq.DSLContext;
import org.jooq.Table;

/**
 * What is looked at after a seed, in its transaction: calls that were refused, failures that were
 * caught, orphans, and counters behind their columns. Not safe for use by several threads.
 */
final class SeedChecks {

  private final GuardedConnection guard;
  private final Orphans orphans;
  private final InsertedTables inserted;

  private SeedChecks(Session open) {
    this.orphans = Orphans.before(open);
    this.inserted = new InsertedTables(open);
    this.guard = new GuardedConnection(open.connection(), this::sending);
  }

  /** Begins to watch, before the seed's first statement. */
  static SeedChecks before(Session open) {
    return new SeedChecks(open);
  }

  private void sending(String sql) {
    inserted.note(sql);
    orphans.sending(sql);
  }

  /** Returns the connection of the seed. */
  GuardedConnection guard() {
    return guard;
  }

  /**
   * Tells that rows of a table are about to be written by another way than the seed's connection.
   *
   * @param named jOOQ that knows its name
   * @param changes whether its rows may be changed or deleted
   */
  void writing(DSLContext named, Table<?> table, boolean changes) {
    orphans.writing(named, table, changes);
  }

  /** Tells that something failed; a rollback to a savepoint undoes that, too. */
  void failed(Throwable failure) {
    guard.failed(failure);
  }

  /**
   * Looks at all, and moves the counters: before the record, and before a seed commits in between.
   *
   * @throws IllegalStateException if something is not as it has to be
   */
  void require() {
    if (guard.refusedCall() != null) {
      throw new IllegalStateException(
          "the seed called "
              + guard.refusedCall()
              + ", which was refused, and went on.\n"
              + "  To fix: remove the call; seed.dsl().transaction(...) nests by a savepoint.");
    }
    if (guard.failure() != null) {
      throw WholeTransaction.caught(guard.failure());
    }
    orphans.requireNoMore();
    inserted.moveCounters();
  }
}
