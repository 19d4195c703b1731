package dev.seeder;

import dev.seeder.SeedHistory.Applied;
import dev.seeder.environment.DatabaseAddress;
import dev.seeder.transaction.Transactions;
import dev.seeder.transaction.Waits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a run, outside of the transactions of its seeds: what is asked and made there
 * before the first of them. Not safe for use by several threads.
 */
record SeedDatabase(
    Transactions transactions,
    RunSettings settings,
    DatabaseGuard guard,
    @Nullable SeedHistory history) {

  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * Finds out whether the database can be reached, whether demo seeds may run on it, and whose the
   * transaction is; sends no statement.
   */
  boolean connect(EnvironmentGuard environment, Collection<Seed> seeds) {
    try {
      if (environment.needsAddress(seeds)) {
        environment.require(DatabaseAddress.of(transactions.url()), seeds);
      }
      return transactions.joined();
    } catch (SQLException | DataAccessException e) {
      throw unreachable(e);
    }
  }

  /** Finds out whether the database can be reached; sends no statement. */
  static void requireReachable(Transactions transactions) {
    try {
      transactions.joined();
    } catch (SQLException | DataAccessException e) {
      throw unreachable(e);
    }
  }

  private static IllegalStateException unreachable(Exception cause) {
    return new IllegalStateException(
        "The database cannot be reached.\n  Cause: "
            + SeedFailures.cause(cause)
            + "\n  To fix: check that it is running, its address, and the user.",
        cause);
  }

  /** Looks at the settings of the database, and maybe at its tables; reads only. */
  void inspect(boolean tables) {
    try {
      patiently(
          () ->
              transactions.read(
                  session -> {
                    DatabaseGuard.requireDurable(session);
                    if (tables) {
                      guard.inspect(session);
                    }
                    return true;
                  }));
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "The table \""
              + EnvironmentMark.OWN.title()
              + "\", which says where the database is, could not be read.\n  Cause: "
              + SeedFailures.cause(e),
          e);
    }
  }

  /** Some databases commit when a table is created: it is made before the transaction of a seed. */
  void prepareMark() {
    try {
      patiently(
          () ->
              transactions.run(
                  session -> {
                    EnvironmentMark.create(session.own());
                    return true;
                  }));
    } catch (Exception e) {
      throw new IllegalStateException(
          "The table \""
              + EnvironmentMark.OWN.title()
              + "\" could not be created.\n  Cause: "
              + SeedFailures.cause(e)
              + "\n  To fix: give this user the right to create it.",
          e);
    }
  }

  /** Returns what the history has. */
  Set<Applied> applied() {
    if (history == null) {
      return Set.of();
    }
    try {
      return patiently(() -> transactions.read(session -> history.applied(session.own())));
    } catch (Exception e) {
      throw unreadable(history, e);
    }
  }

  static IllegalStateException unreadable(SeedHistory history, Exception cause) {
    return new IllegalStateException(
        "The history table \""
            + history.title()
            + "\" could not be read.\n  Cause: "
            + SeedFailures.cause(cause),
        cause);
  }

  /** Creates the history, unless it is there. */
  void prepare(SeedHistory missing) {
    try {
      patiently(() -> missing.prepare(transactions));
    } catch (Exception e) {
      throw new IllegalStateException(
          "The history table \""
              + missing.title()
              + "\" could not be created.\n  Cause: "
              + SeedFailures.cause(e)
              + "\n  To fix: give this user the right to create it, or pass"
              + " Seeder.historyTable(...) a table in a schema where it may.",
          e);
    }
  }

  /** Tries again while another run keeps the database to itself, as a writer of SQLite may. */
  <T> T patiently(Callable<T> step) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        return step.call();
      } catch (Exception e) {
        boolean passes = Waits.isLockTimeout(e) || Waits.isSerializationFailure(e);
        if (!passes
            || Duration.ofNanos(System.nanoTime() - start).compareTo(settings.lockWait()) >= 0
            || !pause()) {
          throw e;
        }
      }
    }
  }

  /** Waits a moment; returns false if the thread was interrupted. */
  static boolean pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
