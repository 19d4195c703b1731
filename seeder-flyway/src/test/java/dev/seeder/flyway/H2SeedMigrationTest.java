package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.accepting;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.Bookstore.withScript;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** H2 commits at each schema statement, as MySQL and MariaDB do. */
class H2SeedMigrationTest extends SeedMigrationContract {

  private static final String REFUSED =
      """
      Migration "1 - Bookstore" has not run: H2 commits at each schema statement, so a failure \
      would leave half a schema behind.
        To fix: put the schema in an SQL migration of its own, and the seeds in the next version;
        or override acceptsImplicitCommits(), where a half-made database can be thrown away.
        Flyway has recorded the failure: run its "repair" before the next "migrate".""";

  @Override
  DataSource freshDatabase() {
    return freshH2();
  }

  static DataSource freshH2() {
    var fresh = new JdbcDataSource();
    fresh.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  boolean recordsFailures() {
    return true;
  }

  @Test
  void aFirstMigrationWithAScriptIsRefusedBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", books(1)))).hasMessage(REFUSED);

    assertThat(tables()).isEmpty();
    migratesAfterAFailure(flyway(accepting("db/bookstore.sql", books(1))));
  }

  @Test
  void aFirstMigrationWithJooqIsRefusedBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withSchema(Bookstore::createTables, books(1))))
        .hasMessage(REFUSED);

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
        .hasMessage(REFUSED);
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

    assertThat(tables()).containsExactly("book", "genre");
    assertThat(bookCount()).isZero();
    assertThat(history()).isEmpty();
  }
}
