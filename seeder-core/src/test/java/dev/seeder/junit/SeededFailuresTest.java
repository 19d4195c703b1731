package dev.seeder.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.SeedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see when something is wrong. */
class SeededFailuresTest {

  private static final List<Long> RANDOM_SEEDS = new ArrayList<>();
  private static final List<List<?>> TITLES = new ArrayList<>();

  @Test
  void failingTestShowsTheRandomSeed() {
    assertThat(TestRun.failures(TestRun.of(Failing.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("The test had random data. To repeat it: @RandomSeed(42)"));
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class)
  static class Failing {
    @Test
    @RandomSeed(42)
    void fails(SeedReport report) {
      assertThat(report.randomSeed()).isEqualTo(42);
      fail("as it should");
    }

    @Test
    void passes(SeedReport report) {
      assertThat(report.randomSeed()).isZero();
    }
  }

  @Test
  void variedDataIsOfOneRandomSeedInARunAndOfAnotherInTheNext() {
    RANDOM_SEEDS.clear();
    TITLES.clear();

    assertThat(TestRun.passed(TestRun.of(Varied.class))).isEqualTo(2);
    assertThat(TestRun.passed(TestRun.of(Varied.class))).isEqualTo(2);

    assertThat(RANDOM_SEEDS.get(0)).isEqualTo(RANDOM_SEEDS.get(1));
    assertThat(RANDOM_SEEDS.get(2))
        .isEqualTo(RANDOM_SEEDS.get(3))
        .isNotEqualTo(RANDOM_SEEDS.get(0));
    assertThat(TITLES.get(0)).isEqualTo(TITLES.get(1)).isNotEqualTo(TITLES.get(2));
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class, varied = true)
  static class Varied {
    @Test
    void first(SeedReport report, DSLContext dsl) {
      RANDOM_SEEDS.add(report.randomSeed());
      TITLES.add(dsl.select(Books.TITLE).from(Books.BOOK).fetch(Books.TITLE));
    }

    @Test
    void second(SeedReport report, DSLContext dsl) {
      first(report, dsl);
    }
  }

  @Test
  void readersShareADatabaseThatRefusesToBeWritten() {
    assertThat(TestRun.failures(TestRun.of(Reading.class)))
        .singleElement()
        .satisfies(
            failure -> assertThat(failure).hasMessageContaining("attempt to write a readonly"));
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class, readOnly = true)
  static class Reading {
    @Test
    void reads(DSLContext dsl) {
      assertThat(dsl.fetchCount(Books.BOOK)).isEqualTo(100);
    }

    @Test
    void writes(DSLContext dsl) {
      dsl.deleteFrom(Books.BOOK).execute();
    }
  }

  @Test
  void seedWithoutTheConstructorIsNamed() {
    assertFails(
        WithoutConstructor.class,
        """
        @Seeded of "dev.seeder.junit.SeededFailuresTest$WithoutConstructor" names the seed \
        "dev.seeder.junit.SeededFailuresTest$Sized", which cannot be made.
          Expected: a class that is not abstract, with a constructor without parameters
          To fix: add one, or hand it over in code, to SeededDatabase.seeds(...)""");
  }

  record Sized(int rows) implements Seed {
    @Override
    public String name() {
      return "sized";
    }

    @Override
    public void run(SeedContext seed) {}
  }

  @Seeded(Sized.class)
  static class WithoutConstructor {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void schemaThatIsNotThereIsNamed() {
    assertFails(
        WithoutScript.class,
        """
        The database of "dev.seeder.junit.SeededFailuresTest$WithoutScript" has the schema script \
        "db/nothing.sql", which is not on the classpath.
          To fix: name it as under src/main/resources or src/test/resources, such as \
        "db/bookstore.sql".""");
  }

  @Seeded(schema = "db/nothing.sql")
  static class WithoutScript {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void nothingToPrepareIsAMistake() {
    assertFails(
        WithNothing.class,
        """
        The database of "dev.seeder.junit.SeededFailuresTest$WithNothing" has no schema, no \
        migrations and no seeds.
          To fix: name some, as in @Seeded(schema = "db/bookstore.sql", value = DemoBooks.class).""");
  }

  @Seeded
  static class WithNothing {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void seedsWithoutASchemaSayWhichTableIsMissing() {
    assertFails(
        WithoutSchema.class,
        """
        Seed "books" failed at table "author"; its transaction was rolled back.
          Cause: there is no table "author".
            Tables: seeder_history
            To fix: create it by a migration that runs before the seed.
          To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Seeded(Books.class)
  static class WithoutSchema {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void migrationsNeedFlyway() {
    assertFails(
        WithoutFlyway.class,
        """
        The database of "dev.seeder.junit.SeededFailuresTest$WithoutFlyway" is made by migrations, \
        and nothing here can run them.
          To fix: add dev.seeder:seeder-flyway and org.flywaydb:flyway-core to the tests' class \
        path.""");
  }

  @Seeded(migrations = "classpath:db/migration")
  static class WithoutFlyway {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void thereIsNoDatabaseBeforeAllTests() {
    assertFails(
        BeforeAllTests.class,
        """
        "dev.seeder.junit.SeededFailuresTest$BeforeAllTests" asks for a DSLContext outside of a \
        test, where there is none: each test has a database of its own.
          To fix: ask for it in the test, in @BeforeEach or in @AfterEach.""");
  }

  @Seeded(schema = Books.SCHEMA)
  static class BeforeAllTests {
    @BeforeAll
    static void asks(DSLContext dsl) {}

    @Test
    void fails() {}
  }

  @Test
  void brokenScriptIsNamedWithWhatTheDatabaseSays() {
    assertFails(
        BrokenScript.class,
        """
        The schema script "seeds/countries.csv" of \
        "dev.seeder.junit.SeededFailuresTest$BrokenScript" failed: [SQLITE_ERROR] SQL error or \
        missing database (near "code": syntax error)
          Expected: statements that this database takes as one text; MariaDB and MySQL need \
        allowMultiQueries=true in the URL.""");
  }

  @Seeded(schema = "seeds/countries.csv")
  static class BrokenScript {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void seedWhoseConstructorFailsIsNamedWithWhatItSays() {
    assertFails(
        FailingConstructor.class,
        """
        @Seeded of "dev.seeder.junit.SeededFailuresTest$FailingConstructor" names the seed \
        "dev.seeder.junit.SeededFailuresTest$Broken", whose constructor failed: \
        java.lang.IllegalStateException: no file
          To fix: let the constructor do nothing that may fail, and the seed's run(...) the rest.""");
  }

  static final class Broken implements Seed {
    Broken() {
      throw new IllegalStateException("no file");
    }

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public void run(SeedContext seed) {}
  }

  @Seeded(Broken.class)
  static class FailingConstructor {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void databaseWithoutTheConstructorIsNamed() {
    assertFails(
        WithoutServer.class,
        """
        @Seeded of "dev.seeder.junit.SeededFailuresTest$WithoutServer" names the database \
        "dev.seeder.junit.SeededFailuresTest$Server", which cannot be made.
          Expected: a class that is not abstract, with a constructor without parameters
          To fix: add one, or hand it over in code, to SeededDatabase.on(...)""");
  }

  record Server(String url) implements Supplier<DataSource> {
    @Override
    public DataSource get() {
      return new UrlDataSource(url, "");
    }
  }

  @Seeded(schema = Books.SCHEMA, on = Server.class)
  static class WithoutServer {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void databaseWhoseConstructorFailsIsNamedWithWhatItSays() {
    assertFails(
        FailingServer.class,
        """
        @Seeded of "dev.seeder.junit.SeededFailuresTest$FailingServer" names the database \
        "dev.seeder.junit.SeededFailuresTest$Stopped", whose constructor failed: \
        java.lang.IllegalStateException: no server
          To fix: let the constructor do nothing that may fail, and the supplier's get() the rest.""");
  }

  static final class Stopped implements Supplier<DataSource> {
    Stopped() {
      throw new IllegalStateException("no server");
    }

    @Override
    public DataSource get() {
      throw new AssertionError();
    }
  }

  @Seeded(schema = Books.SCHEMA, on = Stopped.class)
  static class FailingServer {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void twoDatabasesAreTooMany() {
    assertFails(
        OnTwoServers.class,
        """
        @Seeded of "dev.seeder.junit.SeededFailuresTest$OnTwoServers" names 2 databases: \
        dev.seeder.junit.SeededFailuresTest$Server, dev.seeder.junit.SeededFailuresTest$Stopped
          Expected: one class in "on", or none for SQLite
          To fix: let another test class, or another method, be @Seeded on the other.""");
  }

  @Seeded(
      schema = Books.SCHEMA,
      on = {Server.class, Stopped.class})
  static class OnTwoServers {
    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void extensionWithoutTheAnnotationSaysWhatToWrite() {
    assertFails(
        WithoutAnnotation.class,
        """
        "dev.seeder.junit.SeededFailuresTest$WithoutAnnotation" is extended with SeededDatabase, \
        and nothing says with what data.
          To fix: replace @ExtendWith(SeededDatabase.class) by @Seeded(...), or by a static \
        @RegisterExtension field.""");
  }

  @ExtendWith(SeededDatabase.class)
  static class WithoutAnnotation {
    @Test
    void fails(DSLContext dsl) {}
  }

  private static void assertFails(Class<?> test, String message) {
    assertThat(TestRun.failures(TestRun.of(test)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getMessage().replaceFirst("^Failed to resolve .*?\\]: ", ""))
                    .isEqualTo(message));
  }
}
