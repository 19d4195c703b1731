package dev.seeder;

import dev.seeder.SeedHistory.Applied;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import dev.seeder.rows.RowSource.OpenRows;
import dev.seeder.transaction.ForeignKeyCheck;
import dev.seeder.transaction.GuardedConnection;
import dev.seeder.transaction.SavepointTransactions;
import dev.seeder.transaction.Session;
import dev.seeder.write.IdentityCounters;
import dev.seeder.write.RowFailure;
import dev.seeder.write.RowWriter;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.TransactionListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** One seed in one transaction: lock, rows, checks, record. Not safe for use by several threads. */
final class SeedExecution {

  private static final String ABORTED = "25P02";

  private final Seed seed;
  private final Applied identity;
  private final RunSettings settings;
  private final @Nullable SeedHistory history;
  private final List<String> running = new ArrayList<>();
  private final WaysTaken ways = new WaysTaken();
  private @Nullable Session session;
  private @Nullable GuardedConnection guard;
  private @Nullable RowCounter counter;
  private @Nullable RowScope scope;
  private boolean started;
  private boolean transactionEnded;
  private boolean finished;
  private boolean over;

  SeedExecution(Seed seed, Applied identity, RunSettings settings, @Nullable SeedHistory history) {
    this.seed = seed;
    this.identity = identity;
    this.settings = settings;
    this.history = history;
  }

  /** Returns whether the lock was held and the seed itself has begun. */
  boolean started() {
    return started;
  }

  /** Returns whether the seed ended the transaction, so that a rollback may not undo its rows. */
  boolean transactionEnded() {
    return transactionEnded;
  }

  /** Returns whether all was written, so that only the commit can have failed. */
  boolean finished() {
    return finished;
  }

  /** Returns whether the seed has returned or failed, so that its context is of no use any more. */
  boolean over() {
    return over;
  }

  /** Returns the rows inserted so far, per table. */
  Map<String, Long> rows() {
    return counter == null ? Map.of() : counter.rows();
  }

  /** Returns by which way the rows were inserted, where that is worth telling. */
  String ways() {
    return ways.told();
  }

  /** Runs the seed, unless it turns out to be applied already; returns whether it ran. */
  boolean run(Session open) throws Exception {
    long nanos = System.nanoTime();
    Instant now = Instant.now();
    if (history != null) {
      history.lock(open, settings.lockWait());
      if (history.isApplied(open.own(), identity)) {
        return false;
      }
    }
    started = true;
    session = open;
    guard = new GuardedConnection(open.connection());
    counter = new RowCounter(guard);
    ForeignKeyCheck foreignKeys = ForeignKeyCheck.begin(open);
    String transaction = transactionId(open);
    Savepoint savepoint = open.connection().setSavepoint();
    try {
      scope = scope(open, guard, counter);
      runNested(seed);
      check(guard, foreignKeys);
      release(open, savepoint, transaction);
    } catch (Throwable failure) {
      transactionEnded |= !open.undo(savepoint, failure);
      throw failure;
    } finally {
      over = true;
    }
    if (history != null) {
      Duration time = Duration.ofNanos(System.nanoTime() - nanos);
      history.record(open.own(), identity, settings.randomSeed(), counter.total(), now, time);
    }
    finished = true;
    return true;
  }

  void runNested(Seed nested) {
    if (running.contains(nested.name())) {
      throw new IllegalStateException(
          "Seed \""
              + nested.name()
              + "\" runs itself: "
              + String.join(" -> ", running)
              + " -> "
              + nested.name());
    }
    running.add(nested.name());
    try {
      nested.run(new SeedContext(this, Objects.requireNonNull(scope), nested.name()));
    } finally {
      running.remove(running.size() - 1);
    }
  }

  long insert(RowSource rows, RowScope into) {
    Session open = Objects.requireNonNull(session);
    GuardedConnection guarded = Objects.requireNonNull(guard);
    String table = rows.table().getName();
    try {
      OpenRows opened = rows.open(into);
      try (Stream<@Nullable Object[]> values = opened.values()) {
        Configuration configuration = into.dsl().configuration();
        var writer =
            new RowWriter(open.connection(), configuration, rows.table(), opened.columns());
        long inserted = writer.insert(values.iterator());
        ways.add(table, writer.way());
        IdentityCounters.moveBehind(open.own(), rows.table(), opened.columns());
        Objects.requireNonNull(counter).add(table, inserted);
        return inserted;
      }
    } catch (RowFailure failure) {
      guarded.failed(failure);
      throw MissingTable.explain(failure, open.own(), rows.table());
    } catch (RuntimeException | Error failure) {
      guarded.failed(failure);
      throw new RowFailure(table, null, failure);
    }
  }

  private RowScope scope(Session open, GuardedConnection guarded, RowCounter counting) {
    var provider = new DefaultConnectionProvider(guarded.connection());
    Configuration configuration =
        open.configuration()
            .derive(provider)
            .derive(new SavepointTransactions(provider))
            .derive(open.dialect())
            .deriveAppending((ExecuteListener) counting)
            .deriveAppending((TransactionListener) counting);
    return new RowScope(
        DSL.using(configuration), settings.randomSeed(), settings.clock(), settings.locale());
  }

  private static void check(GuardedConnection guard, @Nullable ForeignKeyCheck foreignKeys) {
    if (guard.refusedCall() != null) {
      throw new IllegalStateException(
          "the seed called "
              + guard.refusedCall()
              + ", which was refused, and went on.\n"
              + "  To fix: remove the call; seed.dsl().transaction(...) nests by a savepoint.");
    }
    if (guard.failure() != null) {
      throw caught(guard.failure());
    }
    String orphans = foreignKeys == null ? null : foreignKeys.newOrphans();
    if (orphans != null) {
      throw new IllegalStateException(
          "the seed leaves "
              + orphans
              + ".\n  To fix: insert the parents, or take their keys from the table of the"
              + " parents.");
    }
  }

  /** The guard savepoint is gone if the transaction was ended by SQL text or an implicit commit. */
  private void release(Session open, Savepoint savepoint, @Nullable String transaction) {
    try {
      open.connection().releaseSavepoint(savepoint);
      if (transaction == null || transaction.equals(transactionId(open))) {
        return;
      }
    } catch (SQLException e) {
      // PostgreSQL refuses everything after a failed statement
      throw ABORTED.equals(e.getSQLState()) ? caught(e) : ended(e);
    }
    throw ended(null);
  }

  private static IllegalStateException caught(Throwable failure) {
    return new IllegalStateException(
        "an earlier failure was caught by the seed, which went on: "
            + SeedFailures.cause(failure)
            + ".\n  To fix: let it through, or put what may fail into"
            + " seed.dsl().transaction(...), which rolls back to a savepoint.",
        failure);
  }

  private IllegalStateException ended(@Nullable SQLException cause) {
    transactionEnded = true;
    return new IllegalStateException(
        "the seed ended its transaction, by COMMIT or ROLLBACK as text, or by a statement that"
            + " commits on this database, such as CREATE TABLE on MariaDB or H2.\n"
            + "  To fix: leave that statement to a migration.",
        cause);
  }

  /** H2 does not mind releasing a savepoint that is gone, but tells which transaction it is in. */
  private static @Nullable String transactionId(Session open) {
    return open.dialect().family() == SQLDialect.H2
        ? open.own().fetchSingle("select transaction_id()").get(0, String.class)
        : null;
  }
}
