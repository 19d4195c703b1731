package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.accepting;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.Bookstore.withScript;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** What holds where the database commits at each schema statement. */
abstract class ImplicitCommitContract extends SeedMigrationContract {

  private String refused() {
    return """
        Migration "1 - Bookstore" has not run: %s commits at each schema statement, so a failure \
        would leave half a schema behind.
          To fix: put the schema in an SQL migration of its own, and the seeds in the next version;
          or override acceptsImplicitCommits(), where a half-made database can be thrown away.
          Flyway has recorded the failure: run its "repair" before the next "migrate"."""
        .formatted(dialect().getName());
  }

  @Override
  boolean recordsFailures() {
    return true;
  }

  @Test
  void aFirstMigrationWithAScriptIsRefusedBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", books(1)))).hasMessage(refused());

    assertThat(tables()).isEmpty();
    migratesAfterAFailure(flyway(accepting("db/bookstore.sql", books(1))));
  }

  @Test
  void aFirstMigrationWithJooqIsRefusedBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withSchema(Bookstore::createTables, books(1))))
        .hasMessage(refused());

    assertThat(tables()).isEmpty();
  }

  @Test
  void theRefusalCannotBeSwallowed() {
    assertThatMigrateFails(
            flyway(
                withSchema(
                    dsl -> {
                      try {
                        dsl.execute("create table book (id integer)");
                      } catch (FlywayException e) {
                        // what the test is about
                      }
                    },
                    books(1))))
        .hasMessage(refused());
  }

  @Test
  void aFirstMigrationRunsWhereImplicitCommitsAreAccepted() {
    flyway(accepting("db/bookstore.sql", books(3))).migrate();

    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void anAcceptedFailureLeavesTablesButNoRows() {
    assertThatMigrateFails(flyway(accepting("db/bookstore.sql", books(3), failing())));

    List<String> expected = new ArrayList<>(List.of("book", "genre"));
    expected.addAll(ledgers());
    assertThat(tables()).isEqualTo(expected);
    assertThat(bookCount()).isZero();
    assertThat(history()).isEmpty();
  }
}
