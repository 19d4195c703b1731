package dev.seeder;

import dev.seeder.environment.DeclaredEnvironment;
import dev.seeder.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Runs seeds: each in its own transaction, once, in the order of their dependencies.
 *
 * <pre>{@code
 * SeedReport report = Seeder.of(dataSource).seeds(new Genres(), new DemoBooks()).run();
 * }</pre>
 *
 * <p><b>Transactions.</b> Lock, rows and the record of a seed are committed together. A seed that
 * fails leaves nothing of itself and ends the run; the seeds before it stay, and the next run goes
 * on from there. Where a transaction is open already, the seeder joins it by savepoints and never
 * commits or rolls it back: calling it inside {@code dsl.transaction(...)} makes the whole run all
 * or nothing.
 *
 * <p><b>History.</b> What was applied is recorded in the table {@code seeder_history}, created on
 * first use in the current schema. Processes that start at once apply each seed once: the others
 * wait, and report it as unchanged.
 *
 * <p>Immutable and safe for use by several threads: every method that changes something returns a
 * copy.
 */
public final class Seeder {

  /** The default of {@link #clock(Clock)}. */
  static final Clock DEFAULT_CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final Name DEFAULT_HISTORY = DSL.name("seeder_history");

  private final Transactions transactions;
  private final RunSettings settings;
  private final List<Seed> seeds;

  private Seeder(Transactions transactions, RunSettings settings, List<Seed> seeds) {
    this.transactions = transactions;
    this.settings = settings;
    this.seeds = List.copyOf(seeds);
  }

  /**
   * Returns a seeder on jOOQ as it is configured: dialect, settings and listeners are those of
   * {@code dsl}.
   *
   * <p>A transaction that is open in {@code dsl} is joined: one of jOOQ's, of Spring's, or of a
   * connection whose auto-commit is off.
   */
  public static Seeder of(DSLContext dsl) {
    return of(Transactions.of(Objects.requireNonNull(dsl, "dsl")));
  }

  /** Returns a seeder on connections of {@code dataSource}; the dialect is found from them. */
  public static Seeder of(DataSource dataSource) {
    return of(Transactions.of(Objects.requireNonNull(dataSource, "dataSource")));
  }

  private static Seeder of(Transactions transactions) {
    return new Seeder(
        transactions,
        new RunSettings(
            0,
            DEFAULT_CLOCK,
            Locale.ENGLISH,
            DEFAULT_HISTORY,
            Duration.ofMinutes(10),
            null,
            null,
            new ProgressWatch(progress -> {}, System::nanoTime)),
        List.of());
  }

  /** Adds seeds; they run in the order given, dependencies first. */
  public Seeder seeds(Seed... more) {
    return seeds(Arrays.asList(more));
  }

  /** Adds seeds; they run in the order given, dependencies first. */
  public Seeder seeds(Collection<? extends Seed> more) {
    var all = new ArrayList<>(seeds);
    more.forEach(seed -> all.add(Objects.requireNonNull(seed, "seed")));
    return new Seeder(transactions, settings, all);
  }

  /** Sets the number that drives everything random; 0 by default. */
  public Seeder randomSeed(long randomSeed) {
    return with(settings.withRandomSeed(randomSeed));
  }

  /**
   * Sets what the time is for generated values. By default it is 2026-01-01T00:00:00Z for ever, so
   * that the same random seed gives the same rows on every day.
   *
   * <p>The clock is read once, when the run starts. The times in report and history are always the
   * machine's.
   */
  public Seeder clock(Clock clock) {
    return with(settings.withClock(Objects.requireNonNull(clock, "clock")));
  }

  /**
   * Sets the language of names, addresses and texts; English by default, whatever the machine's.
   */
  public Seeder locale(Locale locale) {
    return with(settings.withLocale(Objects.requireNonNull(locale, "locale")));
  }

  /**
   * Sets the table in which applied seeds are recorded; {@code seeder_history} in the current
   * schema by default. A schema named here must exist.
   *
   * <pre>{@code
   * Seeder.of(dsl).historyTable(name("audit", "seeder_history"))
   * }</pre>
   */
  public Seeder historyTable(Name table) {
    return with(settings.withHistory(Objects.requireNonNull(table, "table")));
  }

  /**
   * Records nothing, so that every run applies every seed; the right choice where something else
   * keeps the record. Without history there is no lock either: two runs at once both apply.
   */
  public Seeder withoutHistory() {
    return with(settings.withHistory(null));
  }

  /**
   * Sets the environment of the run, such as {@code "staging"}. By default it is what the system
   * property {@code seeder.environment} says, else the environment variable {@code
   * SEEDER_ENVIRONMENT}, and else none. It is never guessed.
   *
   * <p>Without an environment, demo seeds run only where the database is plainly on this machine: a
   * file, in memory, or a server at a loopback address or a socket. Anywhere else the run stops
   * before its first statement. In an environment, a demo seed runs if it {@link
   * Seed#environments() is for it}, and is skipped if not, as in a production. {@link
   * Seed#isReferenceData() Reference data} runs everywhere.
   *
   * <p>A database remembers the environment of its first seed in the table {@code
   * seeder_environment}, unless it held rows before. Demo seeds of a run that says otherwise are
   * refused there, and so are they on a copy that came from another server. In a server's database
   * without such a mark, a demo seed writes only into tables that are empty, or whose rows the
   * seeds have put there.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public Seeder environment(String environment) {
    if (Objects.requireNonNull(environment, "environment").isBlank()) {
      throw new IllegalArgumentException(
          "The environment is blank.\n  Expected: a name, such as \"staging\".");
    }
    return with(settings.withEnvironment(environment));
  }

  /**
   * Lets the demo seeds of this run into a database whose mark or rows speak against it.
   *
   * <pre>{@code
   * Seeder.of(dataSource).environment("staging").confirm("shop").seeds(new DemoBooks()).run();
   * }</pre>
   *
   * <p>Nothing is remembered of it. It does not replace the environment, which a database that is
   * not plainly on this machine needs.
   *
   * @param database the name of the database that is meant, or of its file without the folder: a
   *     run on another one is refused
   */
  public Seeder confirm(String database) {
    return with(settings.withConfirmed(Objects.requireNonNull(database, "database")));
  }

  /**
   * Sets who is told how far long inserts came; nobody by default.
   *
   * <pre>{@code
   * Seeder.of(dataSource).progress(ProgressListener.printing(System.err)).seeds(new Visits()).run();
   * }</pre>
   */
  public Seeder progress(ProgressListener listener) {
    return progress(
        new ProgressWatch(Objects.requireNonNull(listener, "listener"), System::nanoTime));
  }

  /** Sets who is told, and what the time is. */
  Seeder progress(ProgressWatch watch) {
    return with(settings.withProgress(watch));
  }

  /** Sets how long to wait for a run that holds the lock; 10 minutes by default. */
  Seeder lockWait(Duration lockWait) {
    return with(settings.withLockWait(lockWait));
  }

  /**
   * Returns what {@link #run()} would do and why, in order. Nothing is written, not even the
   * history table.
   *
   * @throws IllegalStateException if seeds have no name or the same one, depend on a seed that is
   *     not there or on each other in a circle, or read a data file that is not there; the message
   *     names every problem; or if demo seeds are not to run on this database
   */
  public SeedReport plan() {
    return new SeedRun(transactions, settings, seeds).plan();
  }

  /**
   * Returns the seeds that are not for the environment of the run, and why, in order; no database
   * is asked, and no data file read.
   *
   * @throws IllegalStateException if the seeds cannot be put in order, as {@link #plan()} does
   */
  public Map<String, String> skipped() {
    List<Seed> ordered = SeedPlan.inOrder(seeds);
    String declared = DeclaredEnvironment.of(settings.environment());
    Map<Seed, String> reasons = new EnvironmentGuard(declared).skipped(ordered);
    Map<String, String> skipped = new LinkedHashMap<>();
    for (Seed seed : ordered) {
      String reason = reasons.get(seed);
      if (reason != null) {
        skipped.put(seed.name(), reason);
      }
    }
    return Collections.unmodifiableMap(skipped);
  }

  /**
   * Returns what the history says was applied, by this program or by others, in the order of its
   * beginning; nothing where there is no history. Reads only, whatever the environment.
   *
   * <pre>{@code
   * Seeder.of(dataSource).applied().forEach(System.out::println);
   * }</pre>
   *
   * @throws IllegalStateException if the database cannot be reached, or the history not be read
   */
  public List<AppliedSeed> applied() {
    if (settings.history() == null) {
      return List.of();
    }
    SeedDatabase.requireReachable(transactions);
    var history = new SeedHistory(settings.history());
    try {
      return transactions.read(session -> history.records(session.own()));
    } catch (Exception e) {
      throw SeedDatabase.unreadable(history, e);
    }
  }

  /**
   * Runs the seeds that were not applied yet in one transaction, rolls it back, and returns what
   * {@link #run()} would write: seeds are {@link SeedReport.Outcome#PENDING pending}, with their
   * changes per table.
   *
   * <p>Later seeds see the rows of earlier ones. The history is read only. What is left of a dry
   * run are counters: sequences and identities have moved on. Its locks are held until its end, and
   * it takes as long as the run.
   *
   * @throws IllegalStateException as {@link #plan()} does; or if something could not be rolled
   *     back: seeds that commit in between, or on MariaDB and MySQL tables whose engine has no
   *     transactions
   * @throws SeedException if a seed fails
   */
  public SeedReport dryRun() {
    return new SeedRun(transactions, settings, seeds).dryRun(null, 0);
  }

  /**
   * Does what {@link #dryRun()} does, and tells the statements that write.
   *
   * @param statements gets each as it is sent or prepared, without the values bound to it; rows go
   *     into their tables by statements, also where {@link #run()} has a faster way
   */
  public SeedReport dryRun(Consumer<String> statements) {
    return new SeedRun(transactions, settings, seeds)
        .dryRun(Objects.requireNonNull(statements, "statements"), 0);
  }

  /**
   * Does what {@link #dryRun(Consumer)} does, and shows rows: {@link SeedReport.Entry#shown()}.
   *
   * <pre>{@code
   * System.out.println(Seeder.of(dsl).seeds(new Shops()).dryRun(sql -> {}, 20));
   * }</pre>
   *
   * <p>Shown is what {@link SeedContext#insert}, {@code insertMissing}, {@code upsert} and {@code
   * sync} do, not statements of {@link SeedContext#dsl()}. Values are shortened to 60 characters,
   * and hidden in columns whose name tells of a secret, such as {@code password_hash}, and where
   * they hold a {@linkplain SeedContext#secret secret} of the run. What else the rows hold is
   * printed: do not keep it in logs.
   *
   * @param rows how many rows at most are shown of a table for each of inserts, updates and deletes
   * @throws IllegalArgumentException if {@code rows} is negative
   */
  public SeedReport dryRun(Consumer<String> statements, int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("So many rows cannot be shown: " + rows + ".");
    }
    return new SeedRun(transactions, settings, seeds)
        .dryRun(Objects.requireNonNull(statements, "statements"), rows);
  }

  /**
   * Runs all seeds twice, each time in one transaction that is rolled back, and compares the rows
   * that were left; then reference data once more on its own rows, which must not change them. For
   * a build: it finds seeds that leave other rows the second time, that do not fit the schema any
   * more, and what {@link #plan()} finds.
   *
   * <pre>{@code
   * Seeder.of(scratch).seeds(new Genres(), new DemoBooks()).verify();
   * }</pre>
   *
   * <p>Wanted is a scratch database with a schema and without the seeds' rows; the history is
   * neither read nor written. All tables of the current schema are compared, whatever the order of
   * their rows. Left out are computed columns, and those with a default that changes, such as the
   * time; keys that the database counts are compared by their rank.
   *
   * @return what the seeds write, as {@link #dryRun()} does
   * @throws IllegalStateException as {@link #dryRun()} does, or if rows differ: it names seeds,
   *     tables and columns, and no value
   * @throws SeedException if a seed fails
   */
  public SeedReport verify() {
    return new Verification(transactions, settings, seeds).run();
  }

  /**
   * Applies the seeds that were not applied yet, and returns what was done.
   *
   * @throws IllegalStateException as {@link #plan()} does, before the first statement
   * @throws SeedException if a seed fails; it carries the report
   */
  public SeedReport run() {
    return new SeedRun(transactions, settings, seeds).run();
  }

  /**
   * Writes into the database which environment it is, whatever it says so far; once for a database
   * that holds rows already, or that is a copy.
   *
   * <pre>{@code
   * Seeder.of(dataSource).environment("production").mark("shop");
   * }</pre>
   *
   * @param database the name of the database that is meant, or of its file without the folder
   * @throws IllegalStateException if the database has another name, or no environment is declared
   */
  public void mark(String database) {
    new DatabaseMarking(transactions, settings).mark(Objects.requireNonNull(database, "database"));
  }

  /**
   * Deletes all rows of the tables of the current schema, in one transaction, those of tables that
   * refer to others first; returns how many of each. The tables in which tools keep their record
   * are left out: the seeds stay applied, and run again {@link #withoutHistory() without history}.
   *
   * <p>Never part of a run. The {@link #environment(String) mark} of the database must agree with
   * this seeder. A database that has none, or is not plainly on this machine, must be {@linkplain
   * #confirm(String) confirmed} as well. A database in memory needs neither.
   *
   * <pre>{@code
   * Seeder.of(dataSource).environment("test").reset();
   * }</pre>
   *
   * @throws IllegalStateException if the database does not allow it, or rows are referred to by
   *     others; nothing is deleted then
   */
  public Map<String, Long> reset() {
    return new DatabaseReset(transactions, settings).reset(null);
  }

  /**
   * Deletes all rows of these tables, in whatever order they are given; all else as in {@link
   * #reset()}.
   */
  public Map<String, Long> reset(Table<?> table, Table<?>... more) {
    List<Table<?>> tables = new ArrayList<>(List.of(more));
    tables.add(0, Objects.requireNonNull(table, "table"));
    return new DatabaseReset(transactions, settings).reset(tables);
  }

  private Seeder with(RunSettings changed) {
    return new Seeder(transactions, changed, seeds);
  }
}
