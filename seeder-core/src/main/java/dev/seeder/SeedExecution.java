package dev.seeder;

import dev.seeder.RowMerges.Verb;
import dev.seeder.SeedHistory.Applied;
import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import dev.seeder.transaction.GuardedConnection;
import dev.seeder.transaction.SavepointTransactions;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Waits;
import dev.seeder.write.RowText;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.TransactionListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** One seed in one transaction: lock, rows, checks, record. Not safe for use by several threads. */
final class SeedExecution {

  private final Seed seed;
  private final Applied identity;
  private final RunSettings settings;
  private final EnvironmentGuard environment;
  private final DatabaseGuard database;
  private final @Nullable SeedHistory history;
  private final List<String> running = new ArrayList<>();
  private final Secrets secrets = new Secrets();
  private @Nullable RowInserts inserts;
  private @Nullable RowMerges merges;
  private @Nullable RowCounter counter;
  private @Nullable RowScope scope;
  private @Nullable TargetTables targets;
  private long found;
  private boolean started;
  private boolean transactionEnded;
  private boolean finished;
  private boolean stays;
  private boolean over;
  private int rowsShown;

  SeedExecution(
      Seed seed,
      Applied identity,
      RunSettings settings,
      EnvironmentGuard environment,
      DatabaseGuard database,
      @Nullable SeedHistory history) {
    this.seed = seed;
    this.identity = identity;
    this.settings = settings;
    this.environment = environment;
    this.database = database;
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

  /** Returns whether rows were committed before the end, by a seed that does so. */
  private boolean committed() {
    return inserts != null && inserts.committed();
  }

  /** Returns whether another run has gone on with the seed, so that it has to be begun anew. */
  boolean overtaken() {
    return inserts != null && inserts.overtaken();
  }

  /** Returns how many rows earlier runs, or other ones, had committed of a seed that does so. */
  long found() {
    return found;
  }

  /** Returns what became of a seed that failed. */
  String fate(Throwable failure, boolean joined) {
    if (transactionEnded) {
      return "rows written before it ended its transaction may have stayed";
    }
    if (committed()) {
      return "the rows it has committed stay, and the next run goes on after them";
    }
    if (finished && (Waits.isConnectionLost(failure) || failure.getSuppressed().length > 0)) {
      return "the connection was lost in the commit, so that it may have been committed";
    }
    if (stays) {
      return "as this database has no savepoints, its rows stay until the surrounding transaction is"
          + " rolled back";
    }
    return joined ? "it was rolled back to its savepoint" : "its transaction was rolled back";
  }

  /** Returns whether the seed has returned or failed, so that its context is of no use any more. */
  boolean over() {
    return over;
  }

  /** Returns what became of rows so far, per table. */
  Map<String, Changes> changes() {
    return counter == null ? Map.of() : counter.changes();
  }

  /** Lets it show so many rows of what it does to each table. */
  void showRows(int most) {
    rowsShown = most;
  }

  /** Returns the rows that it has shown, per table. */
  Map<String, List<String>> lines() {
    return counter == null ? Map.of() : counter.lines();
  }

  /** Returns what is worth telling: by which way rows were inserted, and secrets. */
  String told() {
    String ways = inserts == null ? "" : inserts.ways();
    return Stream.concat(Stream.of(ways), secrets.told())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Makes a password, to be told once the seed was applied. */
  String secret(String account) {
    return secrets.next(account);
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
    FilledTables filled = database.admit(open, seed);
    SeedChecks checks = SeedChecks.before(open);
    GuardedConnection guard = checks.guard();
    targets = filled == null ? null : new TargetTables(database, filled, open, guard);
    counter = new RowCounter(guard, rowsShown == 0 ? null : new RowText(rowsShown, secrets::isIn));
    RowInserts.Parts parts = parts(open);
    started = true;
    ProgressMeter.Begin progress =
        (table, rows) -> ProgressMeter.begin(settings.progress(), seed.name(), table, rows);
    inserts = new RowInserts(open, checks, counter, progress, parts);
    merges = new RowMerges(open, checks, counter, progress, parts != null);
    scope = scope(open, guard, counter, targets);
    try {
      if (parts == null) {
        runAsAWhole(open, checks);
      } else {
        runNested(seed);
        checks.require();
        parts.progress().finish();
      }
    } finally {
      over = true;
    }
    if (history != null) {
      Duration time = Duration.ofNanos(System.nanoTime() - nanos);
      long rows = parts == null ? counter.total() : parts.progress().total();
      history.record(open.own(), identity, settings.randomSeed(), rows, now, time);
    }
    finished = true;
    return true;
  }

  private void runAsAWhole(Session open, SeedChecks checks) throws SQLException {
    var whole = WholeTransaction.begin(open);
    try {
      runNested(seed);
      Objects.requireNonNull(merges).finish();
      checks.require();
      whole.requireOpen();
    } catch (Throwable failure) {
      whole.undo(failure);
      stays = whole.stays();
      transactionEnded = whole.ended();
      throw failure;
    }
  }

  /** Returns how the seed commits in between; null if it does not. */
  private RowInserts.@Nullable Parts parts(Session open) {
    long every = seed.commitEvery();
    if (every == 0) {
      return null;
    }
    if (history == null) {
      throw new IllegalStateException(
          "it commits every "
              + every
              + " rows, and needs a history to go on after a failure.\n"
              + "  To fix: leave withoutHistory() out, or let commitEvery() be 0.");
    }
    if (open.joined()) {
      throw new IllegalStateException(
          "it commits every "
              + every
              + " rows, and the transaction that is open is not its own.\n"
              + "  To fix: run it outside, on a data source, or let commitEvery() be 0.");
    }
    var progress =
        SeedProgress.read(open.own(), history.asTable(), identity, settings.randomSeed());
    found = progress.found();
    return new RowInserts.Parts(every, progress, () -> history.lock(open, settings.lockWait()));
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
    environment.requireInside(seed, nested);
    running.add(nested.name());
    try {
      nested.run(new SeedContext(this, Objects.requireNonNull(scope), nested.name()));
    } finally {
      running.remove(running.size() - 1);
    }
  }

  long insert(RowSource rows, RowScope into) {
    requireOwn(rows, into);
    return Objects.requireNonNull(inserts).insert(rows, into);
  }

  private void requireOwn(RowSource rows, RowScope into) {
    if (targets != null) {
      targets.require(rows.table(), into.dsl());
    }
  }

  Changes merge(RowSource rows, RowScope into, Verb verb, Field<?>[] key) {
    requireOwn(rows, into);
    return Objects.requireNonNull(merges).merge(rows, into, verb, key);
  }

  private RowScope scope(
      Session open,
      GuardedConnection guarded,
      RowCounter counting,
      @Nullable TargetTables watching) {
    var provider = new DefaultConnectionProvider(guarded.connection());
    Configuration configuration =
        open.configuration()
            .derive(provider)
            .derive(new SavepointTransactions(provider))
            .derive(open.dialect())
            .deriveAppending((ExecuteListener) counting)
            .deriveAppending((TransactionListener) counting);
    if (watching != null) {
      configuration = configuration.deriveAppending(watching);
    }
    return new RowScope(
        DSL.using(configuration), settings.randomSeed(), settings.clock(), settings.locale());
  }
}
