package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.SeedReport.Outcome;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What a run, its plan, its history and its report are, on every database. */
abstract class SeederContract extends DatabaseContract {

  private static final String REMOTE =
      "jdbc:postgresql://db.example.com:5432/shop?user=u&password=top-secret";

  private static final Seed CUSTOMERS =
      seed("customers", seed -> seed.insert(customers(3, DatabaseContract::customer)))
          .after("countries");

  SeederContract(TestDatabase database) {
    super(database);
  }

  @Test
  void appliesSeedsInTheOrderOfTheirDependencies() {
    SeedReport report = seeder(CUSTOMERS, COUNTRIES).run();

    assertThat(outcomes(report)).containsExactly("countries APPLIED", "customers APPLIED");
    assertThat(report.totalRows()).isEqualTo(4);
    assertThat(report.entries().get(1).rows()).containsExactly(Map.entry("customer", 3L));
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
  }

  @Test
  void recordsWhatWasApplied() {
    LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1);

    seeder(COUNTRIES, CUSTOMERS).randomSeed(42).run();

    Record record = dsl.selectFrom(HISTORY).where("\"seed\" = 'customers'").fetchSingle();
    assertThat(record.fields())
        .extracting(column -> column.getName())
        .containsExactly(
            "seed",
            "revision",
            "random_seed",
            "seeder_version",
            "datafaker_version",
            "inserted_rows",
            "started_at",
            "duration_ms");
    assertThat(record.get("revision", String.class)).isEqualTo("1");
    assertThat(record.get("random_seed", Long.class)).isEqualTo(42);
    assertThat(record.get("seeder_version", String.class)).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(record.get("datafaker_version", String.class)).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(record.get("inserted_rows", Long.class)).isEqualTo(3);
    assertThat(record.get("started_at", LocalDateTime.class))
        .isBetween(before, LocalDateTime.now(ZoneOffset.UTC).plusSeconds(1));
    assertThat(record.get("duration_ms", Long.class)).isBetween(0L, 60_000L);
  }

  @Test
  void demoSeedsStopBeforeTheFirstStatementWhereTheDatabaseMayBeAnybodys() {
    DataSource remote = AlteredConnections.at(REMOTE, dataSource);
    Seeder seeder =
        Seeder.of(DSL.using(remote, database.dialect()))
            .seeds(COUNTRIES, CUSTOMERS, seed("codes", seed -> {}).asReferenceData());
    List<String> before = tables();

    assertThatThrownBy(seeder::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Demo seeds do not run on the database "shop" on db.example.com:5432, as its \
            environment is not declared. Nothing was written.
              Demo seeds: countries, customers
              Expected: a database that is plainly on this machine, or a declared environment
              To fix: declare it, such as "staging", by Seeder.environment(...), Flyway's \
            placeholder seederenv, the system property seeder.environment or the environment \
            variable SEEDER_ENVIRONMENT.
              A demo seed runs in ci, demo, dev, development, local, staging, test, or where its \
            environments() say; reference data says isReferenceData().""");
    assertThatThrownBy(seeder::plan).hasMessageStartingWith("Demo seeds do not run");
    assertThat(tables()).isEqualTo(before);

    SeedReport report = seeder.environment("staging").run();

    assertThat(outcomes(report))
        .containsExactly("countries APPLIED", "customers APPLIED", "codes APPLIED");
  }

  @Test
  void referenceDataRunsEverywhere() {
    DataSource remote = AlteredConnections.at(REMOTE, dataSource);
    Seed codes =
        seed(
                "codes",
                seed -> seed.dsl().insertInto(COUNTRY, CODE, NAME).values("fr", "F").execute())
            .asReferenceData();

    SeedReport report = Seeder.of(DSL.using(remote, database.dialect())).seeds(codes).run();

    assertThat(outcomes(report)).containsExactly("codes APPLIED");
  }

  @Test
  void secondRunChangesNothing() {
    seeder(COUNTRIES, CUSTOMERS).run();
    List<Record> history = new ArrayList<>(dsl.selectFrom(HISTORY).fetch());

    SeedReport second = seeder(COUNTRIES, CUSTOMERS).run();

    assertThat(reasons(second))
        .containsExactly(
            "countries UNCHANGED: applied before", "customers UNCHANGED: applied before");
    assertThat(second.totalRows()).isZero();
    assertThat(dsl.selectFrom(HISTORY).fetch()).containsExactlyElementsOf(history);
  }

  @Test
  void appliesEachRevisionOnce() {
    var runs = new ArrayList<String>();
    TestSeed first = seed("countries", seed -> runs.add("first"));
    TestSeed second = seed("countries", seed -> runs.add("second")).revision(2);

    seeder(first).run();
    SeedReport changed = seeder(second).run();
    SeedReport back = seeder(first).run();

    assertThat(outcomes(changed)).containsExactly("countries APPLIED");
    assertThat(outcomes(back)).containsExactly("countries UNCHANGED");
    assertThat(runs).containsExactly("first", "second");
    assertThat(recorded()).containsExactly("countries 1", "countries 2");
  }

  @Test
  void appliesAgainWhenADataFileChanges() throws IOException {
    TestSeed seed = seed("countries", context -> {}).reading("countries.csv");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var files = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(files);

      Files.writeString(directory.resolve("countries.csv"), "de\nfr\n");
      List<String> first = outcomes(seeder(seed).run());
      Files.writeString(directory.resolve("countries.csv"), "de\r\nfr\r\n");
      List<String> otherLineEnds = outcomes(seeder(seed).run());
      Files.writeString(directory.resolve("countries.csv"), "de\nit\n");
      List<String> changed = outcomes(seeder(seed).run());

      assertThat(first).containsExactly("countries APPLIED");
      assertThat(otherLineEnds).containsExactly("countries UNCHANGED");
      assertThat(changed).containsExactly("countries APPLIED");
      assertThat(recorded()).hasSize(2).allMatch(row -> row.matches("countries 1\\+[0-9a-f]{16}"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aRenamedClassDoesNotRunAgain() {
    seeder(COUNTRIES).run();

    SeedReport report = seeder(seed("countries", context -> {})).run();

    assertThat(outcomes(report)).containsExactly("countries UNCHANGED");
  }

  @Test
  void withoutHistoryAppliesEveryTime() {
    var runs = new ArrayList<Integer>();
    Seeder seeder = seeder(Seed.of("countries", seed -> runs.add(1))).withoutHistory();

    seeder.run();
    SeedReport second = seeder.run();

    assertThat(outcomes(second)).containsExactly("countries APPLIED");
    assertThat(runs).hasSize(2);
    assertThat(tables()).doesNotContain("seeder_history");
  }

  @Test
  void keepsItsHistoryInAnotherTable() {
    Seeder seeder = seeder(COUNTRIES).historyTable(name("what was \"seeded\""));

    seeder.run();
    SeedReport second = seeder.run();

    assertThat(outcomes(second)).containsExactly("countries UNCHANGED");
    assertThat(recorded(table(name("what was \"seeded\"")))).containsExactly("countries 1");
    assertThat(tables()).doesNotContain("seeder_history");
  }

  @Test
  void aPlanSaysWhatWouldRunAndWhy() {
    seeder(COUNTRIES, seed("genres", context -> {})).run();

    SeedReport plan =
        seeder(COUNTRIES, seed("genres", context -> {}).revision(2), CUSTOMERS).plan();

    assertThat(reasons(plan))
        .containsExactly(
            "countries UNCHANGED: applied before",
            "genres PENDING: another revision was applied",
            "customers PENDING: not applied yet");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void aPlanTouchesNothing() {
    SeedReport plan = seeder(COUNTRIES).plan();

    assertThat(reasons(plan)).containsExactly("countries PENDING: not applied yet");
    assertThat(tables()).containsExactlyInAnyOrder("country", "customer");
  }

  @Test
  void aSeedThatFailsLeavesNothingAndThoseBeforeItStay() {
    var fails = new ArrayList<>(List.of(true));
    TestSeed fragile =
        seed(
            "fragile",
            seed -> {
              seed.insert(customers(5, DatabaseContract::customer));
              if (fails.remove(0)) {
                throw new IllegalStateException("No more paper.");
              }
            });
    Seeder seeder = seeder(COUNTRIES, fragile, seed("last", seed -> {}));

    SeedException failure = failure(seeder);

    assertThat(failure)
        .hasMessage(
            """
            Seed "fragile" failed; its transaction was rolled back.
              Cause: No more paper.
              Applied before it in this run: countries
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(failure.seed()).isEqualTo("fragile");
    assertThat(failure.table()).isNull();
    assertThat(failure.row()).isEmpty();
    assertThat(failure.randomSeed()).isZero();
    assertThat(failure.getCause()).isInstanceOf(IllegalStateException.class);
    assertThat(reasons(failure.report()))
        .containsExactly(
            "countries APPLIED: ",
            "fragile FAILED: ",
            "last SKIPPED: \"fragile\" failed before it");
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(recorded()).containsExactly("countries 1");

    fails.add(false);
    SeedReport next = seeder.run();

    assertThat(outcomes(next))
        .containsExactly("countries UNCHANGED", "fragile APPLIED", "last APPLIED");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(5);
  }

  @Test
  void theMessageRepeatsWhatTheRowsDependOn() {
    Seeder seeder =
        seeder(
                Seed.of(
                    "fragile",
                    seed -> {
                      throw new IllegalArgumentException();
                    }))
            .randomSeed(-7)
            .locale(Locale.GERMANY)
            .clock(Clock.fixed(Instant.parse("2020-02-29T12:00:00Z"), ZoneId.of("Asia/Kathmandu")));

    SeedException failure = failure(seeder);

    assertThat(failure)
        .hasMessage(
            """
            Seed "fragile" failed; its transaction was rolled back.
              Cause: java.lang.IllegalArgumentException
              To repeat exactly: Seeder.randomSeed(-7).locale(Locale.forLanguageTag("de-DE"))\
            .clock(Clock.fixed(Instant.parse("2020-02-29T12:00:00Z"), ZoneId.of("Asia/Kathmandu")))""");
    assertThat(failure.report().toString())
        .endsWith(
            """

            To repeat: Seeder.randomSeed(-7).locale(Locale.forLanguageTag("de-DE"))\
            .clock(Clock.fixed(Instant.parse("2020-02-29T12:00:00Z"), ZoneId.of("Asia/Kathmandu")))""");
  }

  @Test
  void errorsRollBackToo() {
    Seed fragile =
        Seed.of(
            "fragile",
            seed -> {
              COUNTRIES.run(seed);
              throw new AssertionError("10 != 11");
            });
    Seed endless = Seed.of("endless", seed -> endless(seed, 1));

    SeedException failure = failure(seeder(fragile));
    SeedException overflow = failure(seeder(endless));

    assertThat(failure)
        .hasMessage(
            """
            Seed "fragile" failed; its transaction was rolled back.
              Cause: java.lang.AssertionError
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(failure.getCause()).isInstanceOf(AssertionError.class).hasMessage("10 != 11");
    assertThat(overflow)
        .hasMessage(
            """
            Seed "endless" failed; its transaction was rolled back.
              Cause: java.lang.StackOverflowError
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(recorded()).isEmpty();
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int endless(SeedContext seed, int depth) {
    return endless(seed, depth + 1) + 1;
  }

  @Test
  void anInterruptedSeedGoesOnAndStaysInterrupted() {
    assumeThat(database)
        .as("HSQLDB swallows interrupts while it executes")
        .isNotEqualTo(TestDatabase.HSQLDB);
    Seed interrupted =
        Seed.of(
            "countries",
            seed -> {
              Thread.currentThread().interrupt();
              COUNTRIES.run(seed);
            });

    SeedReport report = seeder(interrupted).run();
    boolean stillInterrupted = Thread.interrupted();

    assertThat(outcomes(report)).containsExactly("countries APPLIED");
    assertThat(stillInterrupted).isTrue();
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
  }

  @Test
  void namesEveryFailureOfThePlanBeforeAnySql() {
    assertThatThrownBy(
            seeder(COUNTRIES, COUNTRIES, seed("customers", seed -> {}).after("genres"))::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Seed \"countries\" is given twice.")
        .hasMessageContaining("Seed \"customers\" depends on \"genres\", which is not registered.");

    assertThat(tables()).containsExactlyInAnyOrder("country", "customer");
  }

  @Test
  void aSeedRunInsideAnotherCountsThereAndIsNotRecorded() {
    Seed outer =
        Seed.of(
            "outer",
            seed -> {
              seed.run(COUNTRIES);
              seed.run(CUSTOMERS);
            });

    SeedReport report = seeder(outer).run();

    assertThat(report.entries().get(0).rows())
        .containsExactly(Map.entry("country", 1L), Map.entry("customer", 3L));
    assertThat(recorded()).containsExactly("outer 1");
  }

  @Test
  void aSeedThatRunsItselfIsNamedWithItsChain() {
    var inner = new ArrayList<Seed>();
    Seed outer = Seed.of("outer", seed -> seed.run(inner.get(0)));
    inner.add(Seed.of("inner", seed -> seed.run(outer)));

    assertThat(failure(seeder(outer)))
        .hasMessage(
            """
            Seed "outer" failed; its transaction was rolled back.
              Cause: Seed "outer" runs itself: outer -> inner -> outer
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void aNestedSeedThatFailedCanBeRunAgain() {
    var fails = new ArrayList<>(List.of(true, false));
    Seed inner =
        Seed.of(
            "inner",
            seed -> {
              COUNTRIES.run(seed);
              if (fails.remove(0)) {
                throw new IllegalStateException("Not yet.");
              }
            });
    Seed outer =
        Seed.of(
            "outer",
            seed -> {
              assertThatThrownBy(() -> seed.dsl().transaction(nested -> seed.run(inner)))
                  .hasMessage("Not yet.");
              seed.run(inner);
            });

    SeedReport report = seeder(outer).run();

    assertThat(report.totalRows()).isEqualTo(1);
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
  }

  @Test
  void aNestedTransactionIsASavepoint() {
    Seed seed =
        Seed.of(
            "customers",
            context -> {
              COUNTRIES.run(context);
              context
                  .dsl()
                  .transaction(
                      outer -> {
                        context.insert(customers(2, DatabaseContract::customer));
                        assertThatThrownBy(
                                () ->
                                    outer
                                        .dsl()
                                        .transaction(
                                            inner -> {
                                              insertCustomer(inner.dsl(), 10);
                                              throw new IllegalStateException("Enough.");
                                            }))
                            .hasMessage("Enough.");
                        insertCustomer(outer.dsl(), 11);
                      });
            });

    SeedReport report = seeder(seed).run();

    assertThat(dsl.select(ID).from(CUSTOMER).orderBy(ID).fetch(ID)).containsExactly(1, 2, 11);
    assertThat(report.totalRows()).isEqualTo(4);
  }

  private static void insertCustomer(DSLContext dsl, int id) {
    dsl.insertInto(CUSTOMER, ID, HOME, AGE).values(id, "de", 40).execute();
  }

  /** Returns what a report tells of the way of rows into this database. */
  String way() {
    return "";
  }

  @Test
  void aReportIsATable() {
    SeedReport report = seeder(COUNTRIES, CUSTOMERS, seed("empty", seed -> {})).run();
    SeedReport plan = seeder(COUNTRIES).randomSeed(9).plan();

    assertThat(report.toString().replaceAll("\\d\\.\\d\\d s", "0.00 s"))
        .isEqualTo(
            """
            Seed        Outcome   Table      Rows     Time   Reason
            countries   applied   country       1   0.00 s
            customers   applied   customer      3   0.00 s%s
            empty       applied                     0.00 s
            total                               4   0.00 s
            To repeat: Seeder.randomSeed(0)"""
                .formatted(way().isEmpty() ? "" : "   " + way()));
    assertThat(plan)
        .hasToString(
            """
            Seed        Outcome     Table   Rows   Time   Reason
            countries   unchanged                         applied before
            To repeat: Seeder.randomSeed(9)""");
    assertThat(report.time()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void theSameRandomSeedGivesTheSameRowsWhateverTheMachinesClockAndLanguage() {
    var drawn = new ArrayList<String>();
    Seed seed =
        Seed.of(
            "people",
            context -> drawn.add(context.faker().name().fullName() + context.clock().instant()));
    Seeder seeder = seeder(seed).withoutHistory().randomSeed(5);
    Locale machine = Locale.getDefault();

    seeder.run();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      seeder.run();
    } finally {
      Locale.setDefault(machine);
    }

    assertThat(drawn).hasSize(2);
    assertThat(drawn.get(0)).endsWith("2026-01-01T00:00:00Z").isEqualTo(drawn.get(1));
  }

  @Test
  void aHistoryWithoutItsLockSaysHowToRepairIt() {
    seeder(COUNTRIES).run();
    dsl.deleteFrom(HISTORY).execute();

    SeedReport repaired = seeder(seed("again", seed -> {})).run();

    assertThat(outcomes(repaired)).containsExactly("again APPLIED");
    dsl.deleteFrom(HISTORY).where(field(name("seed")).eq(inline("(lock)"))).execute();
    SeedException failure = joinedFailure(seed("once more", seed -> {}));
    assertThat(failure)
        .hasMessage(
            """
            Seed "once more" failed; it was rolled back to its savepoint.
              Cause: The history table "seeder_history" has lost its row "(lock)".
                To fix: insert into seeder_history (seed, revision, inserted_rows) values ('(lock)', '0', 0)
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  private SeedException joinedFailure(Seed seed) {
    var failure = new ArrayList<SeedException>();
    dsl.transaction(inner -> failure.add(failure(Seeder.of(inner.dsl()).seeds(seed))));
    return failure.get(0);
  }

  @Test
  void aHistoryTableThatCannotBeReadOrCreatedIsNamed() {
    dsl.execute("create table \"strange\" (\"seed\" varchar(10))");

    assertThatThrownBy(seeder(COUNTRIES).historyTable(name("strange"))::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The history table \"strange\" could not be read.\n  Cause: " + noSuchColumn());
  }

  /** Returns how a column that is not there is told. */
  abstract String noSuchColumn();

  @Test
  void aPasswordIsInNoMessage() {
    SeedException failure = failure(seeder(customersBut(1, 1, 1, "xx", 20)));

    assertThat(failure.getMessage()).doesNotContain("top-secret").doesNotContain("xx");
  }

  @Test
  void outcomesAreListedByName() {
    SeedReport report = seeder(COUNTRIES, CUSTOMERS).run();

    assertThat(report.names(Outcome.APPLIED)).containsExactly("countries", "customers");
    assertThat(report.names(Outcome.UNCHANGED)).isEmpty();
  }

  @Test
  void theReportNamesTheVersionsThatMadeTheRows() {
    assertThat(seeder(COUNTRIES).run().generator()).matches("Seeder \\d.*, Datafaker \\d.*");
  }
}
