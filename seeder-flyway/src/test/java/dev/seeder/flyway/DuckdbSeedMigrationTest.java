package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.duckdb.DuckDBDataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database without savepoints: Flyway's transaction is all that a failure can be undone by. */
@Tag("newest")
class DuckdbSeedMigrationTest extends GapContract {

  @TempDir Path folder;

  @Override
  DataSource freshDatabase() {
    return new DuckDBDataSource("jdbc:duckdb:" + folder.resolve("bookstore.duckdb"));
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.DUCKDB;
  }

  @Override
  String schema() {
    return "main";
  }

  @Test
  void schemaAndRowsComeInOneMigration() {
    Flyway flyway = flyway(withScript("db/bookstore.sql", books(3)));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(3);
    assertThat(tables()).contains("book", "genre");
    assertThat(flyway.migrate().migrationsExecuted).isZero();
    flyway.validate();
  }

  @Test
  void aSeedThatFailsLeavesAnEmptyDatabase() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", books(3), failing())))
        .hasMessage(
            """
            Migration "1 - Bookstore" failed:
            Seed "failing" failed; as this database has no savepoints, its rows stay until the \
            surrounding transaction is rolled back.
              Cause: boom
              Applied before it in this run, if the surrounding transaction is committed: books
              To repeat exactly: Seeder.randomSeed(0)""");

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();

    assertThat(flyway(withScript("db/bookstore.sql", books(3))).migrate().migrationsExecuted)
        .isEqualTo(1);
    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void anErrorOfTheSchemaLeavesAnEmptyDatabase() {
    assertThatMigrateFails(
        flyway(
            withSchema(
                dsl -> {
                  Bookstore.createTables(dsl);
                  throw new NoClassDefFoundError("org/example/Missing");
                },
                books(1))));

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();
  }

  @Test
  void aRefusedRowLeavesOnlyTheMigrationsBeforeIt() {
    Seed twice =
        Seed.of(
            "twice",
            seed -> {
              Bookstore.insertBooks(seed, 3);
              Bookstore.insertBooks(seed, 3);
            });

    assertThatMigrateFails(flywayAfterSchema(versioned("2", "books", twice)));

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void aRepeatableMigrationRunsAgainWhenItHasChanged() {
    flywayAfterSchema(repeatable("demo data", Bookstore.replacedBooks(3, 1))).migrate();

    flywayAfterSchema(repeatable("demo data", Bookstore.replacedBooks(5, 2))).migrate();

    assertThat(bookCount()).isEqualTo(5);
  }
}
