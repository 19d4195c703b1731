package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class PostgresGapTest extends GapContract {

  @Override
  DataSource freshDatabase() throws SQLException {
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  String schema() {
    return "public";
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
                delete from "public"."seeder_flyway" where ("history_table" = \
            'flyway_schema_history' and "migration" = 'V 1')""");
    assertThat(flyway.migrate().migrationsExecuted).isZero();
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
}
