package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.insertBooks;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import dev.seeder.flyway.WatchedCommits.Action;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class H2GapTest extends GapContract {

  private final AtomicBoolean commitFails = new AtomicBoolean();

  @Override
  DataSource freshDatabase() {
    return WatchedCommits.of(
        H2SeedMigrationTest.freshH2(),
        () -> {
          if (commitFails.getAndSet(false)) {
            throw new SQLException("broken on purpose", "08006");
          }
        },
        Action.NONE);
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  String schema() {
    return "PUBLIC";
  }

  @Override
  void forgetFailure(Flyway flyway) {
    flyway.repair();
  }

  @Test
  void rowsWhoseCommitFailsAreNotRecordedAsApplied() {
    Seed books =
        Seed.of(
            "books",
            seed -> {
              insertBooks(seed, 3);
              commitFails.set(true);
            });
    Flyway flyway = flywayAfterSchema(versioned("2", "books", books));

    assertThatMigrateFails(flyway)
        .hasMessageContaining("Migration \"2 - books\" failed")
        .hasMessageContaining("SQLState 08006");

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");

    flyway.repair();
    flywayAfterSchema(versioned("2", "books", Bookstore.books(3))).migrate();
    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void aGroupMakesNoTableAmidstItsRows() {
    Flyway group =
        configuration("classpath:sql")
            .group(true)
            .javaMigrations(
                versioned("2", "books", Bookstore.books(3)),
                versioned("3", "failing", Bookstore.failing()))
            .load();

    assertThatMigrateFails(group);

    assertThat(bookCount()).isZero();
    assertThat(tables()).isEqualTo(List.of("book"));
  }
}
