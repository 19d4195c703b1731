package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.replacedBooks;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * A history that lost its last rows stands for a process that ended between the commit of the rows
 * and that of the history; {@link ProcessesTest} ends one there.
 */
class PostgresGapTest extends FlywayTest {

  @Override
  DataSource freshDatabase() throws SQLException {
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Test
  void rowsThatFlywayNeverRecordedAreRecordedAndNotSeededAgain() {
    Flyway flyway = flyway(withScript("db/bookstore.sql", books(3)));
    flyway.migrate();
    loseHistorySince(1);
    RecordingLog.LINES.clear();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).containsOnlyKeys("1");
    assertThat(RecordingLog.LINES)
        .containsExactly(
            """
            WARN Migration "1 - Bookstore" has not run again: its rows are in the database already.
              Found: an earlier run ended after its rows were committed, and before Flyway \
            recorded it; Flyway records it now
              To run it again on purpose: delete its row from Flyway's history, and
                delete from "public"."seeder_flyway" where history_table = \
            'flyway_schema_history' and migration = 'V 1'""");
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  @Test
  void rowsOfOtherContentFailAVersionedMigrationUntilTheyAreForgotten() {
    flywayAfterSchema(versioned("2", "it's books", replacedBooks(3, 1))).migrate();
    loseHistorySince(2);
    Flyway changed = flywayAfterSchema(versioned("2", "it's books", replacedBooks(5, 2)));

    assertThatMigrateFails(changed)
        .hasMessage(
            """
            Migration "2 - it's books" has not run: rows of it are in the database already, from \
            before its content changed.
              Found: an earlier run ended after its rows were committed, and before Flyway \
            recorded it
              To fix: go back to the content of that run; or delete its rows, and
                delete from "public"."seeder_flyway" where history_table = \
            'flyway_schema_history' and migration = 'V 2'""");
    assertThat(bookCount()).isEqualTo(3);

    dsl.execute(
        "delete from \"public\".\"seeder_flyway\" where history_table = 'flyway_schema_history'"
            + " and migration = 'V 2'");
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
    dsl.execute("delete from flyway_schema_history where description = 'demo'");

    longer.migrate();

    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void allMigrationsOfAGroupAreRemembered() {
    Flyway flyway =
        configuration(NO_LOCATION)
            .group(true)
            .javaMigrations(
                withScript("db/bookstore.sql", books(3)),
                versioned("2", "book nine", SeedMigrationContract.insertingBookNine()))
            .load();
    flyway.migrate();
    loseHistorySince(1);
    RecordingLog.LINES.clear();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);

    assertThat(bookCount()).isEqualTo(4);
    assertThat(RecordingLog.LINES).hasSize(2).allMatch(line -> line.startsWith("WARN"));
  }

  @Test
  void aGroupThatFailsIsNotRemembered() {
    Flyway failing =
        configuration(NO_LOCATION)
            .group(true)
            .javaMigrations(
                withScript("db/bookstore.sql", books(3)),
                versioned("2", "failing", Bookstore.failing()))
            .load();
    assertThatMigrateFails(failing);

    flyway(withScript("db/bookstore.sql", books(3))).migrate();

    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void itIsKeptBesideFlywaysHistoryWhateverItsName() {
    Flyway flyway =
        configuration(NO_LOCATION)
            .defaultSchema("My \"app\"")
            .table("The 'History'")
            .javaMigrations(withScript("db/bookstore.sql", books(3)))
            .load();
    flyway.migrate();
    dsl.execute("delete from \"My \"\"app\"\"\".\"The 'History'\" where version = '1'");

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(
            dsl.fetchValue(
                "select history_table || ', ' || migration from \"My \"\"app\"\"\".seeder_flyway"))
        .isEqualTo("The 'History', V 1");
    assertThat(dsl.fetchCount(DSL.table(DSL.name("My \"app\"", "book")))).isEqualTo(3);
    assertThat(tables()).isEmpty();
  }

  @Test
  void theFirstOfSeveralSchemasHoldsIt() {
    configuration(NO_LOCATION)
        .schemas("app", "other")
        .javaMigrations(withScript("db/bookstore.sql", books(3)))
        .load()
        .migrate();

    assertThat(dsl.fetchCount(DSL.table(DSL.name("app", "seeder_flyway")))).isEqualTo(1);
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

  @Test
  void aHistoryOutsideTheSearchPathNeedsItsSchemaNamed() {
    Flyway flyway =
        configuration("classpath:callbacks")
            .javaMigrations(versioned("1", "none", SeedMigrationContract.genreless()))
            .load();

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "1 - none" does not find Flyway's history "flyway_schema_history" on the \
            search path.
              To fix: name its schema in Flyway's configuration, as in defaultSchema("app").""");
  }

  @Test
  void aMigrationNeedsATransaction() {
    Flyway flyway =
        configuration("classpath:sql")
            .executeInTransaction(false)
            .javaMigrations(versioned("2", "books", books(3)))
            .load();

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "2 - books" needs a transaction, and the auto-commit of Flyway's connection \
            is on.
              To fix: take executeInTransaction=false out of Flyway's configuration.""");

    assertThat(bookCount()).isZero();
  }

  private void loseHistorySince(int rank) {
    dsl.execute("delete from flyway_schema_history where installed_rank >= {0}", DSL.val(rank));
  }
}
