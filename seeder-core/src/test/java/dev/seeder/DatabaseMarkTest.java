package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.environment.ServerIdentity;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What a server's database remembers, and what is said where that speaks against a run. */
class DatabaseMarkTest extends DatabaseContract {

  private static final Seed DEMO =
      Seed.of("demo", seed -> seed.insert(customers(2, DatabaseContract::customer)));
  private static final TestSeed REFERENCE = seed("reference", COUNTRIES::run).asReferenceData();

  DatabaseMarkTest() {
    super(TestDatabase.POSTGRES);
  }

  @Test
  void theFirstSeedMarksADatabaseThatHeldNoRows() {
    seeder(REFERENCE).environment("production").run();

    assertThat(environment()).isEqualTo("production");
    assertThat(mark("server")).matches("\\d+/\\d+");
  }

  @Test
  void referenceDataMarksNothingWhereNothingIsDeclared() {
    seeder(REFERENCE).run();

    assertThat(tables()).doesNotContain("seeder_environment");
  }

  @Test
  void referenceDataRunsWhateverTheMarkSays() {
    open("staging");

    assertThat(seeder(REFERENCE).environment("production").run().totalRows()).isEqualTo(1);
    assertThat(environment()).isEqualTo("staging");
  }

  @Test
  void aMarkWithoutAnEnvironmentTakesTheFirstThatIsDeclared() {
    seeder(COUNTRIES).run();
    assertThat(environment()).isEmpty();

    seeder(DEMO).environment("test").run();

    assertThat(environment()).isEqualTo("test");
  }

  @Test
  void aMarkThatSaysOtherwiseIsToldBeforeAnythingIsWritten() {
    open("production");
    Seeder seeder = seeder(COUNTRIES, DEMO).environment("staging");
    String message =
        """
        Demo seeds do not run on the database %s, which is marked "production". Nothing was written.
          Demo seeds: countries, demo
          Environment of this run: staging
          To fix: correct the address or the environment of the run.
          If the database is what this run says, mark it anew: \
        Seeder.of(dataSource).environment("staging").mark("postgres")"""
            .formatted(title());

    assertThatThrownBy(seeder::run).isInstanceOf(IllegalStateException.class).hasMessage(message);
    assertThatThrownBy(seeder::plan).isInstanceOf(IllegalStateException.class).hasMessage(message);
    assertThatThrownBy(seeder::dryRun)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(tables()).doesNotContain("seeder_history");
  }

  @Test
  void aCopyOfAnotherServersDatabaseIsToldSo() {
    open("staging");
    dsl.execute("update seeder_environment set server = '7/1'");

    assertThatThrownBy(seeder(DEMO).environment("staging")::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Demo seeds do not run on the database %s, whose mark "staging" was written on another \
            server, so that it is a copy. Nothing was written.
              Demo seeds: demo
              Environment of this run: staging
              To fix: correct the address or the environment of the run.
              If the database is what this run says, mark it anew: \
            Seeder.of(dataSource).environment("staging").mark("postgres")"""
                .formatted(title()));
  }

  @Test
  void rowsOfOthersAreToldWithTheOneCommandThatMarks() {
    countriesOfOthers();

    SeedException refused = failure(seeder(COUNTRIES).environment("test"));

    assertThat(refused)
        .hasMessage(
            """
            Seed "countries" failed; its transaction was rolled back.
              Cause: the table "country" held rows before that no seed has put there, and the \
            database %s is not marked.
                To fix: if its data can be thrown away, mark it once: \
            Seeder.of(dataSource).environment("test").mark("postgres")
                If it cannot, this run was about to add demo data to it.
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(title()));
    assertThat(tables()).doesNotContain("seeder_environment");

    Seeder.of(dataSource).environment("test").mark("postgres");

    assertThat(seeder(COUNTRIES).environment("test").run().totalRows()).isEqualTo(1);
  }

  @Test
  void rowsOfOthersAreNeitherChangedNorDeleted() {
    countriesOfOthers();
    Seed changing =
        Seed.of("changing", seed -> seed.dsl().update(COUNTRY).set(NAME, "x").execute());
    Seed deleting = Seed.of("deleting", seed -> seed.dsl().deleteFrom(COUNTRY).execute());
    Seed batching =
        Seed.of(
            "batching",
            seed ->
                seed.dsl()
                    .batch(seed.dsl().insertInto(COUNTRY, CODE, NAME).values("de", "x"))
                    .execute());
    Seed catching =
        Seed.of(
            "catching",
            seed -> {
              try {
                seed.dsl().deleteFrom(COUNTRY).execute();
              } catch (RuntimeException e) {
                // goes on
              }
            });

    for (Seed each : new Seed[] {changing, deleting, batching, catching}) {
      assertThat(failure(seeder(each))).hasMessageContaining("held rows before");
    }
    assertThat(dsl.fetchValue(DSL.select(NAME).from(COUNTRY))).isEqualTo("France");
  }

  @Test
  void rowsOfOthersAreSeenInAnotherSchemaToo() {
    Table<Record> side = table(name("side", "country"));
    dsl.execute("create schema side create table country (code varchar(2), name varchar(50))");
    dsl.insertInto(side, CODE, NAME).values("fr", "France").execute();
    Seed deleting = Seed.of("deleting", seed -> seed.dsl().deleteFrom(side).execute());

    assertThat(failure(seeder(deleting)))
        .hasMessageContaining("the table \"country\" held rows before");

    assertThat(dsl.fetchCount(side)).isEqualTo(1);
  }

  @Test
  void aTableThatIsNotThereHoldsNoRowsOfOthers() {
    countriesOfOthers();
    Table<Record> nowhere = table(name("nowhere"));

    assertThat(failure(seeder(Seed.of("lost", seed -> seed.dsl().deleteFrom(nowhere).execute()))))
        .hasMessageContaining("Cause: there is no such table");
  }

  @Test
  void aTableThatMayNotBeReadMayHoldRowsOfOthers() {
    dsl.execute("create table hidden (id integer)");
    dsl.transaction(
        open -> {
          DSLContext inside = open.dsl();
          inside.execute("create role writer");
          inside.execute("grant all on schema {0} to writer", name(schema(inside)));
          inside.execute("grant insert on hidden to writer");
          inside.execute("set local role writer");
          Seed writing =
              Seed.of(
                  "writing",
                  seed -> seed.dsl().insertInto(table(name("hidden"))).values(1).execute());

          assertThatThrownBy(() -> Seeder.of(inside).seeds(writing).run())
              .isInstanceOf(SeedException.class)
              .hasMessageContaining("the table \"hidden\" held rows before");

          inside.execute("reset role");
          inside.execute("drop owned by writer");
          inside.execute("drop role writer");
        });
  }

  @Test
  void aTableThatWasEmptyTakesDemoDataButTheDatabaseIsNotMarkedForIt() {
    countriesOfOthers();
    Seed demo =
        Seed.of("demo", seed -> seed.insert(customers(2, id -> new Object[] {id, "fr", 1})));

    assertThat(seeder(demo).run().totalRows()).isEqualTo(2);
    assertThat(tables()).doesNotContain("seeder_environment");
  }

  @Test
  void rowsThatSeedsHavePutThereAreNoneOfOthers() {
    seeder(REFERENCE).run();

    seeder(Seed.of("more", seed -> seed.dsl().deleteFrom(COUNTRY).execute())).run();

    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(environment()).isEmpty();
  }

  @Test
  void referenceDataMarksNoDatabaseThatHoldsRowsOfOthers() {
    dsl.insertInto(COUNTRY, CODE, NAME).values("fr", "France").execute();

    seeder(REFERENCE).environment("production").run();

    assertThat(tables()).doesNotContain("seeder_environment");
  }

  @Test
  void rowsOfTheOwnMigrationsAreNoneOfOthers() {
    countriesOfOthers();
    var configuration = dsl.configuration().derive();
    configuration.data(DatabaseGuard.OWN_ROWS, true);

    Seeder.of(DSL.using(configuration)).seeds(COUNTRIES).environment("test").run();

    assertThat(environment()).isEqualTo("test");
  }

  @Test
  void aMarkThatWasChangedDuringTheRunStopsTheNextSeed() {
    open("staging");
    Seed marking = Seed.of("marking", seed -> open("production"));

    assertThat(failure(seeder(marking, DEMO).environment("staging")))
        .hasMessageStartingWith("Seed \"demo\" failed")
        .hasMessageContaining("which is marked \"production\"");
    assertThat(recorded()).containsExactly("marking 1");
  }

  @Test
  void insideSomebodysTransactionTheSameHolds() {
    countriesOfOthers();

    assertThatThrownBy(() -> dsl.transaction(open -> Seeder.of(open.dsl()).seeds(COUNTRIES).run()))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("held rows before");
  }

  @Test
  void confirmingLetsOneRunInAndChangesNothing() {
    open("production");

    seeder(COUNTRIES).environment("staging").confirm("postgres").run();

    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
    assertThat(environment()).isEqualTo("production");
    assertThatThrownBy(seeder(DEMO).environment("staging")::run)
        .hasMessageContaining("is marked \"production\"");
  }

  @Test
  void confirmingNamesTheDatabaseThatIsMeant() {
    assertThatThrownBy(seeder(COUNTRIES).confirm("shop")::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeder.confirm("shop") does not name the database that it is called for, which is %s. \
            Nothing was written.
              To fix: correct the address, or the name if you are sure."""
                .formatted(title()));
  }

  @Test
  void markingNamesTheDatabaseAndNeedsAnEnvironment() {
    assertThatThrownBy(() -> Seeder.of(dsl).environment("test").mark("shop"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeder.mark("shop") does not name the database that it is called for, which is %s. \
            Nothing was written.
              To fix: correct the address, or the name if you are sure."""
                .formatted(title()));
    assertThatThrownBy(() -> Seeder.of(dsl).mark("postgres"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The database "postgres" cannot be marked, as no environment is declared.
              To fix: declare it, as in \
            Seeder.of(dataSource).environment("development").mark("postgres")""");
    assertThat(tables()).doesNotContain("seeder_environment");
  }

  @Test
  void aTableOfOthersUnderTheSameNameIsTold() {
    dsl.execute("create table seeder_environment (id integer)");

    assertThatThrownBy(seeder(COUNTRIES)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The table "seeder_environment", which says where the database is, could not be read.
              Cause: there is no such column (environment)""");
    assertThatThrownBy(() -> Seeder.of(dsl).environment("test").mark("postgres"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The database "postgres" could not be marked.
              Cause: there is no such column (environment)
              To fix: check its address, and that this user may create the table \
            "seeder_environment".""");
  }

  @Test
  void anOrdinaryUserReadsWhichServerItIs() {
    dsl.transaction(
        open -> {
          DSLContext inside = open.dsl();
          inside.execute("create role ordinary");
          inside.execute("set local role ordinary");
          assertThat(ServerIdentity.of(inside)).matches("\\d+/\\d+");

          inside.execute("reset role");
          inside.execute("revoke execute on function pg_control_system() from public");
          inside.execute("set local role ordinary");
          assertThat(ServerIdentity.of(inside)).isEmpty();

          inside.execute("reset role");
          inside.execute("grant execute on function pg_control_system() to public");
          inside.execute("drop role ordinary");
        });
  }

  private static String schema(DSLContext dsl) {
    return dsl.fetchValue("select current_schema()").toString();
  }

  private void countriesOfOthers() {
    dsl.insertInto(COUNTRY, CODE, NAME).values("fr", "France").execute();
  }

  private void open(String environment) {
    Seeder.of(dataSource).environment(environment).mark("postgres");
  }

  private String title() {
    return url.replaceFirst("jdbc:postgresql://(localhost:\\d+)/.*", "\"postgres\" on $1");
  }

  private String environment() {
    return mark("environment");
  }

  private String mark(String column) {
    return dsl.fetchValue(
        DSL.select(DSL.field(name(column), String.class)).from(table(name("seeder_environment"))));
  }
}
