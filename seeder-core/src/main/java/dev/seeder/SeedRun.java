package dev.seeder;

import static java.lang.System.Logger.Level.INFO;

import dev.seeder.SeedHistory.Applied;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.environment.DatabaseAddress;
import dev.seeder.environment.DeclaredEnvironment;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import dev.seeder.transaction.Waits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** One run of a seeder, or one plan. Not safe for use by several threads. */
final class SeedRun {

  private static final System.Logger LOG = System.getLogger("dev.seeder");

  /** How often a seed is begun anew when the database ends its transaction in favour of another. */
  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Transactions transactions;
  private final RunSettings settings;
  private final @Nullable SeedHistory history;
  private final Map<Seed, Applied> seeds;
  private final EnvironmentGuard guard;
  private final Map<Seed, String> skipped;
  private final DatabaseGuard database;
  private final List<Entry> entries = new ArrayList<>();
  private boolean joined;

  /** Makes a run; every problem of the plan is found here, before any SQL. */
  SeedRun(Transactions transactions, RunSettings settings, List<Seed> given) {
    String environment = DeclaredEnvironment.of(settings.environment());
    this.settings = settings.frozen().withEnvironment(environment);
    this.transactions = transactions;
    this.history = settings.history() == null ? null : new SeedHistory(settings.history());
    this.seeds = SeedPlan.order(given);
    this.guard = new EnvironmentGuard(environment);
    this.skipped = guard.skipped(seeds.keySet());
    this.database =
        new DatabaseGuard(
            this.settings,
            seeds.keySet().stream().filter(seed -> !skipped.containsKey(seed)).toList());
  }

  /** Returns the names of the seeds that are not for the environment, and why, in order. */
  Map<String, String> skipped() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Seed seed : seeds.keySet()) {
      String reason = skipped.get(seed);
      if (reason != null) {
        reasons.put(seed.name(), reason);
      }
    }
    return Collections.unmodifiableMap(reasons);
  }

  SeedReport plan() {
    connect();
    Set<Applied> applied = applied();
    inspect(true);
    seeds.forEach((seed, identity) -> entries.add(planned(seed, identity, applied)));
    return report();
  }

  SeedReport run() {
    joined = connect();
    // inside somebody's transaction the lock comes first: a read would fix what is seen after it
    Set<Applied> applied = joined ? Set.of() : applied();
    inspect(!joined || history == null);
    if (history != null && !joined && !isDone(applied)) {
      prepare(history);
    }
    if (!joined && !isDone(applied) && database.needsTable()) {
      prepareMark();
    }
    seeds.forEach(
        (seed, identity) -> {
          Entry known = known(seed, identity, applied);
          Entry entry = known == null ? apply(seed, identity) : known;
          entries.add(entry);
          LOG.log(INFO, () -> line(entry));
        });
    return report();
  }

  /**
   * Tries what {@link #run} would do, in one transaction that is rolled back.
   *
   * @param told gets the statements that write; null if nobody wants them
   */
  SeedReport dryRun(@Nullable Consumer<String> told) {
    joined = connect();
    Set<Applied> applied = applied();
    inspect(true);
    Map<Seed, Applied> pending = new LinkedHashMap<>(seeds);
    pending.entrySet().removeIf(each -> known(each.getKey(), each.getValue(), applied) != null);
    DryRun.requireWhole(pending.keySet());
    try {
      DryRun.run(
          transactions,
          session -> {
            Session watched = told == null ? session : session.telling(told);
            for (Map.Entry<Seed, Applied> each : seeds.entrySet()) {
              entries.add(tried(each.getKey(), each.getValue(), applied, watched));
            }
          });
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(
          "The dry run could not be begun or rolled back.\n  Cause: " + SeedFailures.cause(failure),
          failure);
    }
    return report();
  }

  private Entry tried(Seed seed, Applied identity, Set<Applied> applied, Session session) {
    Entry planned = planned(seed, identity, applied);
    if (planned.outcome() != Outcome.PENDING) {
      return planned;
    }
    long start = System.nanoTime();
    var execution = new SeedExecution(seed, identity, settings, guard, database, null);
    try {
      execution.run(session);
    } catch (Throwable failure) {
      String fate =
          execution.transactionEnded()
              ? "rows written before it ended the transaction of the dry run may have stayed"
              : "the dry run was rolled back";
      throw failed(seed, fate, failure, since(start));
    }
    return entry(seed, Outcome.PENDING, planned.reason(), execution.changes(), since(start));
  }

  /**
   * Finds out whether the database can be reached, whether demo seeds may run on it, and whose the
   * transaction is; sends no statement.
   */
  private boolean connect() {
    try {
      if (guard.needsAddress(seeds.keySet())) {
        guard.require(DatabaseAddress.of(transactions.url()), seeds.keySet());
      }
      return transactions.joined();
    } catch (SQLException | DataAccessException e) {
      throw new IllegalStateException(
          "The database cannot be reached.\n  Cause: "
              + SeedFailures.cause(e)
              + "\n  To fix: check that it is running, its address, and the user.",
          e);
    }
  }

  /** Looks at the settings of the database, and maybe at its tables; reads only. */
  private void inspect(boolean tables) {
    if (skipped.size() == seeds.size()) {
      return;
    }
    try {
      patiently(
          () ->
              transactions.read(
                  session -> {
                    DatabaseGuard.requireDurable(session);
                    if (tables) {
                      database.inspect(session);
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
  private void prepareMark() {
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

  private Set<Applied> applied() {
    if (history == null) {
      return Set.of();
    }
    try {
      return patiently(() -> transactions.read(session -> history.applied(session.own())));
    } catch (Exception e) {
      throw new IllegalStateException(
          "The history table \""
              + history.title()
              + "\" could not be read.\n  Cause: "
              + SeedFailures.cause(e),
          e);
    }
  }

  private void prepare(SeedHistory missing) {
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
  private <T> T patiently(Callable<T> step) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        return step.call();
      } catch (Exception e) {
        boolean passes = Waits.isLockTimeout(e) || Waits.isSerializationFailure(e);
        if (!passes || since(start).compareTo(settings.lockWait()) >= 0 || !pause()) {
          throw e;
        }
      }
    }
  }

  private boolean isDone(Set<Applied> applied) {
    return seeds.entrySet().stream()
        .allMatch(seed -> known(seed.getKey(), seed.getValue(), applied) != null);
  }

  /** Returns what is to be said of a seed that does not run; null if it does. */
  private @Nullable Entry known(Seed seed, Applied identity, Set<Applied> applied) {
    String reason = skipped.get(seed);
    if (reason != null) {
      return skipped(seed, reason);
    }
    return applied.contains(identity) ? unchanged(seed, "applied before") : null;
  }

  private Entry planned(Seed seed, Applied identity, Set<Applied> applied) {
    Entry known = known(seed, identity, applied);
    if (known != null) {
      return known;
    }
    boolean other = applied.stream().anyMatch(done -> done.seed().equals(seed.name()));
    boolean begun = applied.stream().anyMatch(done -> SeedProgress.isBegun(done, identity));
    String reason =
        begun ? "begun, and goes on" : other ? "another revision was applied" : "not applied yet";
    return entry(seed, Outcome.PENDING, reason, Map.of(), Duration.ZERO);
  }

  private Entry apply(Seed seed, Applied identity) {
    long start = System.nanoTime();
    long waiting = start;
    for (int attempt = 1; ; attempt++) {
      var execution = new SeedExecution(seed, identity, settings, guard, database, history);
      boolean ran;
      try {
        ran = transactions.run(execution::run);
      } catch (Throwable failure) {
        if (execution.overtaken() && pause()) {
          attempt = 0;
          waiting = System.nanoTime();
          continue;
        }
        boolean again =
            execution.started()
                ? attempt < ATTEMPTS
                    && !execution.transactionEnded()
                    && Waits.isSerializationFailure(failure)
                : Waits.isLockTimeout(failure) || Waits.isSerializationFailure(failure);
        boolean inTime = execution.started() || since(waiting).compareTo(settings.lockWait()) < 0;
        if (joined || !again || !inTime || !pause()) {
          throw failed(seed, execution, failure, since(start));
        }
        continue;
      }
      if (!ran) {
        return unchanged(seed, joined ? "applied before" : "applied by another run");
      }
      confirm(seed, identity, since(start));
      return entry(seed, Outcome.APPLIED, execution.told(), execution.changes(), since(start));
    }
  }

  /** A server can answer a commit with a rollback, and a driver can keep that to itself. */
  private void confirm(Seed seed, Applied identity, Duration time) {
    if (history == null || joined) {
      return;
    }
    boolean there;
    try {
      there =
          patiently(() -> transactions.read(session -> history.isApplied(session.own(), identity)));
    } catch (Exception e) {
      String fate = "it was committed, but its record could not be read afterwards";
      throw failed(seed, fate, e, time);
    }
    if (!there) {
      var cause =
          new IllegalStateException(
              "the database answered the commit with a rollback; nothing of the seed is there.");
      throw failed(seed, "its transaction was rolled back", cause, time);
    }
  }

  private SeedException failed(
      Seed seed, SeedExecution execution, Throwable failure, Duration time) {
    if (execution.transactionEnded()) {
      String fate = "rows written before it ended its transaction may have stayed";
      return failed(seed, fate, failure, time);
    }
    if (execution.committed()) {
      String fate = "the rows it has committed stay, and the next run goes on after them";
      return failed(seed, fate, failure, time);
    }
    if (execution.finished() && Waits.isConnectionLost(failure)) {
      String fate = "the connection was lost in the commit, so that it may have been committed";
      return failed(seed, fate, failure, time);
    }
    if (execution.stays()) {
      String fate =
          "as this database has no savepoints, its rows stay until the surrounding transaction is"
              + " rolled back";
      return failed(seed, fate, failure, time);
    }
    String fate =
        joined ? "it was rolled back to its savepoint" : "its transaction was rolled back";
    boolean waiting = !execution.started() && Waits.isLockTimeout(failure);
    return failed(seed, fate, waiting ? waitedInVain(failure) : failure, time);
  }

  private IllegalStateException waitedInVain(Throwable failure) {
    String lock = "the lock of \"" + (history == null ? "" : history.title()) + "\"";
    return new IllegalStateException(
        Thread.currentThread().isInterrupted()
            ? "the thread was interrupted while it waited for " + lock + "."
            : "another run holds "
                + lock
                + (joined ? "" : " for longer than " + settings.lockWait().toSeconds() + " s")
                + ".\n  To fix: look for a process that is seeding, or that keeps a transaction"
                + " open.",
        failure);
  }

  private SeedException failed(Seed seed, String fate, Throwable cause, Duration time) {
    entries.add(entry(seed, Outcome.FAILED, "", Map.of(), time));
    boolean after = false;
    for (Seed other : seeds.keySet()) {
      if (after) {
        String reason = "\"" + seed.name() + "\" failed before it";
        entries.add(skipped(other, skipped.getOrDefault(other, reason)));
      }
      after |= other == seed;
    }
    return SeedFailures.exception(seed, report(), cause, fate, joined);
  }

  private SeedReport report() {
    return new SeedReport(entries, settings.randomSeed(), settings.repeat(), Versions.generator());
  }

  private static Entry unchanged(Seed seed, String reason) {
    return entry(seed, Outcome.UNCHANGED, reason, Map.of(), Duration.ZERO);
  }

  private static Entry skipped(Seed seed, String reason) {
    return entry(seed, Outcome.SKIPPED, reason, Map.of(), Duration.ZERO);
  }

  private static Entry entry(
      Seed seed, Outcome outcome, String reason, Map<String, Changes> changes, Duration time) {
    return new Entry(seed.name(), seed.revision(), outcome, reason, changes, time);
  }

  private static String line(Entry entry) {
    return String.format(
        Locale.ROOT,
        "Seed \"%s\": %s, %,d rows in %d ms",
        entry.seed(),
        entry.outcome().name().toLowerCase(Locale.ROOT),
        entry.totalRows(),
        entry.time().toMillis());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
