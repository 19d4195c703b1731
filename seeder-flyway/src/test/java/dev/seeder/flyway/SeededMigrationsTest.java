package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.SeedReport;
import dev.seeder.junit.RandomSeed;
import dev.seeder.junit.Seeded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Databases of tests that Flyway makes, with the seeds in its migrations. */
@Seeded(migrations = {"classpath:sql", "classpath:dev/seeder/flyway/scanned/books"})
class SeededMigrationsTest {

  @RepeatedTest(2)
  void databaseIsMigratedAndSeeded(DSLContext dsl, SeedReport report) {
    assertThat(dsl.fetchCount(Bookstore.BOOK)).isEqualTo(3);
    assertThat(report.names(SeedReport.Outcome.APPLIED)).containsExactly("books");
    assertThat(report.generator()).startsWith("Seeder ");

    dsl.deleteFrom(Bookstore.BOOK).execute();
  }

  @Test
  @RandomSeed(42)
  void randomSeedIsThatOfTheTest(DSLContext dsl, SeedReport report) {
    assertThat(dsl.fetchCount(Bookstore.BOOK)).isEqualTo(3);
    assertThat(report.randomSeed()).isEqualTo(42);
    assertThat(report.repeat()).isEqualTo("Seeder.randomSeed(42)");
  }

  @Test
  @Seeded(
      migrations = {"classpath:sql", "classpath:dev/seeder/flyway/scanned/books"},
      varied = true) // made anew: a state that is kept may be of another Flyway
  void flywayOnTheClassPathMakesTheState(DSLContext dsl, SeedReport report) {
    assertThat(dsl.fetchCount(Bookstore.BOOK)).isEqualTo(3);
    assertThat(report.names(SeedReport.Outcome.APPLIED)).containsExactly("books");
    assertThat(dsl.fetch("select version from flyway_schema_history order by installed_rank"))
        .extracting(row -> row.get(0))
        .containsExactly("1", "2");
  }

  @Test
  void placeholderSetsTheRandomSeed(@TempDir Path directory) {
    var reports = new SeedReports();

    migrate(directory, "42", reports);

    assertThat(reports.all()).extracting(SeedReport::randomSeed).isEqualTo(List.of(42L));
  }

  @Test
  void placeholderThatIsNoNumberIsRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> migrate(directory, "many", new SeedReports()))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining(
            """
            Flyway's placeholder "seederrandomseed" is "many".
              Expected: a whole number, such as 42""");
  }

  @Test
  void locationThatIsNotThereIsRefused(@TempDir Path directory) {
    var database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + directory.resolve("books.db"));

    assertThatThrownBy(
            () -> new FlywayMigrations().migrate(database, List.of("classpath:no/such"), 0))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("no/such");
  }

  private static void migrate(Path directory, String randomSeed, SeedReports reports) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + directory.resolve("books.db"), null, null)
        .locations("classpath:sql", "classpath:dev/seeder/flyway/scanned/books")
        .placeholders(Map.of("seederrandomseed", randomSeed))
        .callbacks(reports)
        .load()
        .migrate();
  }
}
