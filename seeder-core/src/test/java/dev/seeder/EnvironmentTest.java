package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Which seeds run in which environment. */
class EnvironmentTest extends DatabaseContract {

  private static final TestSeed GENRES = seed("genres", seed -> {}).asReferenceData();
  private static final TestSeed BOOKS = seed("books", seed -> {}).after("genres").in("staging");
  private static final TestSeed SALES =
      seed("sales", seed -> {}).after("books").in("staging", "production");
  private static final TestSeed STAFF = seed("staff", seed -> {});

  EnvironmentTest() {
    super(TestDatabase.SQLITE);
  }

  @Test
  void aDemoSeedRunsInTheEnvironmentsThatItNames() {
    Seeder seeder = seeder(GENRES, BOOKS, SALES, STAFF).environment("Staging");

    assertThat(seeder.plan().names(SeedReport.Outcome.PENDING))
        .containsExactly("genres", "books", "sales", "staff");
    assertThat(seeder.run().names(SeedReport.Outcome.APPLIED))
        .containsExactly("genres", "books", "sales", "staff");
  }

  @Test
  void elsewhereItIsSkippedWithWhatDependsOnIt() {
    Seeder seeder = seeder(GENRES, BOOKS, SALES, STAFF).environment("production");

    assertThat(reasons(seeder.plan()))
        .containsExactly(
            "genres PENDING: not applied yet",
            "books SKIPPED: for staging, and this is production",
            "sales SKIPPED: \"books\" is skipped, which it depends on",
            "staff SKIPPED: demo data without environments(), and this is production");
    assertThat(reasons(seeder.run()))
        .containsExactly(
            "genres APPLIED: ",
            "books SKIPPED: for staging, and this is production",
            "sales SKIPPED: \"books\" is skipped, which it depends on",
            "staff SKIPPED: demo data without environments(), and this is production");
    assertThat(recorded()).containsExactly("genres 1");
    seeder
        .environment("staging")
        .mark(Path.of(url.replaceFirst("\\?.*", "")).getFileName().toString());
    assertThat(outcomes(seeder.environment("staging").run()))
        .containsExactly("genres UNCHANGED", "books APPLIED", "sales APPLIED", "staff APPLIED");
  }

  @Test
  void withoutAnEnvironmentASeedThatNamesSomeIsSkippedOnALocalDatabase() {
    assertThat(reasons(seeder(GENRES, BOOKS.in("staging", "demo")).run()))
        .containsExactly(
            "genres APPLIED: ", "books SKIPPED: for demo, staging, and no environment is declared");
  }

  @Test
  void whatIsNotForHereIsToldWithoutADatabase() {
    Seeder seeder = Seeder.of(DSL.using(SQLDialect.SQLITE)).seeds(GENRES, BOOKS, SALES, STAFF);

    assertThat(seeder.environment("production").skipped())
        .containsExactly(
            entry("books", "for staging, and this is production"),
            entry("sales", "\"books\" is skipped, which it depends on"),
            entry("staff", "demo data without environments(), and this is production"));
    assertThat(seeder.environment("staging").skipped()).isEmpty();
  }

  @Test
  void aRunThatSkipsAllItsSeedsWritesNothing() {
    seeder(BOOKS.after()).environment("production").run();

    assertThat(tables()).doesNotContain("seeder_history");
  }

  @Test
  void aSeedThatIsNotForHereIsReportedSoWhenAnotherOneFails() {
    TestSeed failing =
        seed(
            "failing",
            seed -> {
              throw new IllegalStateException("broken");
            });

    SeedReport report = failure(seeder(failing, BOOKS.after(), STAFF).environment("test")).report();

    assertThat(reasons(report))
        .containsExactly(
            "failing FAILED: ",
            "books SKIPPED: for staging, and this is test",
            "staff SKIPPED: \"failing\" failed before it");
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void theSystemPropertyDeclaresItUnlessTheCodeDoes() {
    System.setProperty("seeder.environment", "staging");
    try {
      assertThat(outcomes(seeder(GENRES, BOOKS).environment("test").plan()))
          .containsExactly("genres PENDING", "books SKIPPED");
      assertThat(outcomes(seeder(GENRES, BOOKS).plan()))
          .containsExactly("genres PENDING", "books PENDING");
    } finally {
      System.clearProperty("seeder.environment");
    }
  }

  @Test
  void aBlankEnvironmentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seeder(GENRES).environment(" "))
        .withMessage("The environment is blank.\n  Expected: a name, such as \"staging\".");
  }

  @Test
  void referenceDataDependsOnReferenceDataAndNamesNoEnvironment() {
    assertThatThrownBy(seeder(STAFF, GENRES.after("staff").in("test"))::plan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seed "genres" is reference data, and depends on the demo seed "staff", which does not \
            run everywhere.
              To fix: let isReferenceData() of both be the same, or remove the dependency.
            Seed "genres" is reference data, which is for every environment, and names some in \
            environments().
              To fix: let isReferenceData() be false, or environments() be empty.""");
  }

  @Test
  void aSeedInsideAnotherOneIsForTheSamePlace() {
    SeedException demo = failure(seeder(seed("all", seed -> seed.run(STAFF)).asReferenceData()));
    SeedException elsewhere = failure(seeder(seed("all", seed -> seed.run(BOOKS))));

    assertThat(demo.getCause())
        .hasMessage(
            """
            Seed "all" is reference data, and runs the demo seed "staff".
              To fix: let isReferenceData() of both be the same.""");
    assertThat(elsewhere.getCause())
        .hasMessage(
            """
            Seed "all" runs seed "books", which is for staging, and no environment is declared.
              To fix: let environments() of both be the same.""");
  }

  @Test
  void noSecretOfTheAddressIsInTheMessage() {
    String url = "jdbc:mysql://root:top-secret@db.example.com/shop?password=top-secret";
    Seeder seeder = Seeder.of(AlteredConnections.at(url, dataSource)).seeds(STAFF);

    Throwable refused = catchThrowableOfType(IllegalStateException.class, seeder::run);

    assertThat(refused)
        .hasMessageContaining("\"shop\" on db.example.com")
        .hasNoCause()
        .extracting(Throwable::toString)
        .asString()
        .doesNotContain("top-secret", "root");
  }
}
