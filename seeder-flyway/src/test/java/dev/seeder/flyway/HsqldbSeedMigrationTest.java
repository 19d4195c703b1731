package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.accepting;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names without quotes are in capitals there, so the tables are made by jOOQ, which quotes. */
@Tag("newest")
class HsqldbSeedMigrationTest extends FlywayTest {

  @Override
  DataSource freshDatabase() {
    var fresh = new JDBCDataSource();
    fresh.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.HSQLDB;
  }

  @Test
  void aFirstMigrationWithASchemaIsRefusedBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withSchema(Bookstore::createTables, books(1))))
        .hasMessageStartingWith(
            "Migration \"1 - Bookstore\" has not run: HSQLDB commits at each schema statement");

    assertThat(tables()).isEmpty();
  }

  @Test
  void seedsRunOnceInTheirVersionsAndAgainWhereTheyAreRepeatable() {
    Flyway first =
        flyway(
            accepting(Bookstore::createTables, books(3)),
            versioned("2", "book nine", SeedMigrationContract.insertingBookNine()),
            repeatable("demo data", Bookstore.replacedBooks(5, 1)));
    Flyway second =
        flyway(
            accepting(Bookstore::createTables, books(3)),
            versioned("2", "book nine", SeedMigrationContract.insertingBookNine()),
            repeatable("demo data", Bookstore.replacedBooks(7, 2)));

    assertThat(first.migrate().migrationsExecuted).isEqualTo(3);
    assertThat(bookCount()).isEqualTo(5);
    assertThat(first.migrate().migrationsExecuted).isZero();
    assertThat(second.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(7);
    assertThat(Arrays.stream(second.info().applied()).map(MigrationInfo::getScript))
        .contains("seeds (book-nine)", "seeds (books)");
    second.validate();
  }

  @Test
  void aFailureLeavesTheTablesAndNoRows() {
    assertThatMigrateFails(
            flyway(
                accepting(Bookstore::createTables), versioned("2", "books", books(3), failing())))
        .hasMessage(
            """
            Migration "2 - books" failed:
            Seed "failing" failed; it was rolled back to its savepoint.
              Cause: boom
              Applied before it in this run, if the surrounding transaction is committed: books
              To repeat exactly: Seeder.randomSeed(0)""");

    assertThat(tables()).containsExactly("book", "genre");
    assertThat(bookCount()).isZero();

    Flyway repaired = flyway(accepting(Bookstore::createTables), versioned("2", "books", books(3)));
    repaired.repair();
    repaired.migrate();
    assertThat(bookCount()).isEqualTo(3);
  }
}
