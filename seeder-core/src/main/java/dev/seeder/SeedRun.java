package dev.seeder;

import static java.lang.System.Logger.Level.INFO;

import dev.seeder.SeedHistory.Applied;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.environment.DeclaredEnvironment;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import dev.seeder.transaction.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a seeder, or one plan. Not safe for use by several threads. */
final class SeedRun {

  private static final System.Logger LOG = System.getLogger("dev.seeder");

  /** How often a seed is begun anew when the database ends its transaction in favour of another. */
  private static final int ATTEMPTS = 3;

  private final Transactions transactions;
  private final RunSettings settings;
  private final @Nullable SeedHistory history;
  private final Map<Seed, Applied> seeds;
  private final EnvironmentGuard guard;
  private final Map<Seed, String> skipped;
  private final DatabaseGuard here;
  private final SeedDatabase database;
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
    this.here =
        new DatabaseGuard(
            this.settings,
            seeds.keySet().stream().filter(seed -> !skipped.containsKey(seed)).toList());
    this.database = new SeedDatabase(transactions, this.settings, here, history);
  }

  SeedReport plan() {
    database.connect(guard, seeds.keySet());
    Set<Applied> applied = database.applied();
    inspect(true);
    seeds.forEach((seed, identity) -> entries.add(planned(seed, identity, applied)));
    return report();
  }

  SeedReport run() {
    joined = database.connect(guard, seeds.keySet());
    // inside somebody's transaction the lock comes first: a read would fix what is seen after it
    Set<Applied> applied = joined ? Set.of() : database.applied();
    inspect(!joined || history == null);
    if (history != null && !joined && !isDone(applied)) {
      database.prepare(history);
    }
    if (!joined && !isDone(applied) && here.needsTable()) {
      database.prepareMark();
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
   * @param rows how many rows are shown of what is done to a table
   */
  SeedReport dryRun(@Nullable Consumer<String> told, int rows) {
    joined = database.connect(guard, seeds.keySet());
    Set<Applied> applied = database.applied();
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
              entries.add(tried(each.getKey(), each.getValue(), applied, watched, rows));
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

  private Entry tried(
      Seed seed, Applied identity, Set<Applied> applied, Session session, int rows) {
    Entry planned = planned(seed, identity, applied);
    if (planned.outcome() != Outcome.PENDING) {
      return planned;
    }
    long start = System.nanoTime();
    var execution = new SeedExecution(seed, identity, settings, guard, here, null);
    execution.showRows(rows);
    try {
      execution.run(session);
    } catch (Throwable failure) {
      String fate =
          execution.transactionEnded()
              ? "rows written before it ended the transaction of the dry run may have stayed"
              : "the dry run was rolled back";
      throw failed(seed, fate, failure, since(start));
    }
    return new Entry(
        seed.name(),
        seed.revision(),
        Outcome.PENDING,
        planned.reason(),
        execution.changes(),
        since(start),
        execution.lines());
  }

  private void inspect(boolean tables) {
    if (skipped.size() < seeds.size()) {
      database.inspect(tables);
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
    long found = 0;
    for (int attempt = 1; ; attempt++) {
      var execution = new SeedExecution(seed, identity, settings, guard, here, history);
      boolean ran;
      try {
        ran = transactions.run(execution::run);
      } catch (Throwable failure) {
        if (execution.overtaken() && SeedDatabase.pause()) {
          attempt = 0;
          waiting = System.nanoTime();
          continue;
        }
        if (execution.found() > found) {
          // on another node of a cluster the seed goes on
          found = execution.found();
          attempt = 1;
          waiting = System.nanoTime();
        }
        boolean again =
            execution.started()
                ? attempt < ATTEMPTS
                    && !execution.transactionEnded()
                    && Waits.isSerializationFailure(failure)
                : Waits.isLockTimeout(failure) || Waits.isSerializationFailure(failure);
        boolean inTime = execution.started() || since(waiting).compareTo(settings.lockWait()) < 0;
        if (joined || !again || !inTime || !SeedDatabase.pause()) {
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
          database.patiently(
              () -> transactions.read(session -> history.isApplied(session.own(), identity)));
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
    boolean waiting = !execution.started() && Waits.isLockTimeout(failure);
    String fate = execution.fate(failure, joined);
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
}
