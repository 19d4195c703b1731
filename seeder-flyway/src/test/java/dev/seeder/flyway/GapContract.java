package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.replacedBooks;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * What holds where Flyway commits rows and record one after the other.
 *
 * <p>A history that lost its last rows stands for a process that ended between the two; {@link
 * ProcessesTest} ends one there.
 */
abstract class GapContract extends FlywayTest {

  /** Returns the schema of the tables. */
  abstract String schema();

  @Test
  void rowsOfAnEarlierRunAreRecordedOnce() {
    Flyway flyway = flywayAfterSchema(versioned("2", "books", books(3)));
    flyway.migrate();
    loseHistorySince(2);
    RecordingLog.LINES.clear();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).containsOnlyKeys("1", "2");
    assertThat(RecordingLog.LINES)
        .anyMatch(line -> line.startsWith("WARN Migration \"2 - books\" has not run again"));
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  @Test
  void rowsOfOtherContentFailAVersionedMigrationUntilTheyAreForgotten() {
    flywayAfterSchema(versioned("2", "it's books", replacedBooks(3, 1))).migrate();
    loseHistorySince(2);
    Flyway changed = flywayAfterSchema(versioned("2", "it's books", replacedBooks(5, 2)));

    var failed = assertThatMigrateFails(changed);

    String forget =
        """
        delete from "%s"."seeder_flyway" where ("history_table" = 'flyway_schema_history' and \
        "migration" = 'V 2')"""
            .formatted(schema());
    failed.hasMessage(
        """
        Migration "2 - it's books" has not run: rows of it are in the database already, from \
        before its content changed.
          Found: an earlier run ended after its rows were committed, and before Flyway recorded it
          To fix: go back to the content of that run; or delete its rows, and
            %s"""
            .formatted(forget));
    assertThat(bookCount()).isEqualTo(3);

    dsl.execute(forget);
    forgetFailure(changed);
    changed.migrate();
    assertThat(bookCount()).isEqualTo(5);
  }

  @Test
  void aRepeatableMigrationIsRecordedAsItWasOrRunsWithItsNewContent() {
    Flyway first = flywayAfterSchema(repeatable("it's demo", replacedBooks(3, 1)));
    first.migrate();
    dsl.deleteFrom(Bookstore.BOOK).execute();
    loseHistorySince(2);

    first.migrate();
    assertThat(bookCount()).isZero();

    loseHistorySince(2);
    flywayAfterSchema(repeatable("it's demo", replacedBooks(5, 2))).migrate();
    assertThat(bookCount()).isEqualTo(5);
  }

  @Test
  void aRepeatableMigrationThatChangesBackRuns() {
    for (int revision : new int[] {1, 2, 1, 2}) {
      Flyway flyway = flywayAfterSchema(repeatable("demo", replacedBooks(revision, revision)));
      flyway.migrate();

      assertThat(bookCount()).isEqualTo(revision);
      assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
  }

  @Test
  void aMigrationWhoseRecordWasTakenOutOfALongerHistoryRuns() {
    SeedMigration demo = repeatable("demo", replacedBooks(3, 1));
    flywayAfterSchema(demo).migrate();
    Flyway longer =
        flywayAfterSchema(demo, versioned("2", "none", SeedMigrationContract.genreless()));
    longer.migrate();
    dsl.deleteFrom(Bookstore.BOOK).execute();
    dsl.execute("delete from \"flyway_schema_history\" where \"description\" = 'demo'");

    longer.migrate();

    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void twoHistoriesInOneSchemaDoNotMeet() {
    flywayAfterSchema(versioned("2", "books", books(3))).migrate();
    Flyway other =
        configuration(NO_LOCATION)
            .table("other_history")
            .baselineOnMigrate(true)
            .javaMigrations(versioned("2", "books", replacedBooks(3, 1)))
            .load();

    assertThat(other.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(dsl.fetchCount(DSL.table(DSL.name("seeder_flyway")))).isEqualTo(2);
  }

  /** Lets Flyway forget a failure, where it records one. */
  void forgetFailure(Flyway flyway) {}

  void loseHistorySince(int rank) {
    dsl.execute(
        "delete from \"flyway_schema_history\" where \"installed_rank\" >= {0}", DSL.val(rank));
  }
}
