package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.createTables;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.Bookstore.withScript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds where the database can roll back schema statements. */
abstract class FirstMigrationContract extends SeedMigrationContract {

  @Override
  boolean recordsFailures() {
    return false;
  }

  @Test
  void schemaAndRowsComeInOneMigration() {
    Flyway flyway = flyway(withScript("db/bookstore.sql", books(3)));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(3);
    assertThat(tables()).contains("book", "genre");
    assertThat(history())
        .isEqualTo(Map.of("1", "dev.seeder.flyway.Bookstore$V1__Bookstore (books)"));

    assertThat(flyway.migrate().migrationsExecuted).isZero();
    assertThatCode(flyway::validate).doesNotThrowAnyException();
  }

  @Test
  void theSchemaCanBeMadeByJooq() {
    flyway(withSchema(Bookstore::createTables, books(3))).migrate();

    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void aSeedThatFailsLeavesAnEmptyDatabaseBehindAScript() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", books(3), failing())))
        .hasMessage(
            """
            Migration "1 - Bookstore" failed:
            Seed "failing" failed; it was rolled back to its savepoint.
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
  void aSeedThatFailsLeavesAnEmptyDatabaseBehindJooq() {
    assertThatMigrateFails(flyway(withSchema(Bookstore::createTables, failing())));

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();

    flyway(withSchema(Bookstore::createTables, books(3))).migrate();
    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void aLaterMigrationThatFailsInTheGroupTakesSchemaAndRowsWithIt() {
    Flyway flyway =
        configuration("classpath:later")
            .group(true)
            .javaMigrations(withScript("db/bookstore.sql", books(3)))
            .load();

    assertThatMigrateFails(flyway);

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();
  }

  @Test
  void aLaterMigrationThatFailsAloneLeavesTheSeedBeforeIt() {
    Flyway flyway =
        configuration("classpath:later")
            .javaMigrations(withScript("db/bookstore.sql", books(3)))
            .load();

    assertThatMigrateFails(flyway);

    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void anErrorOfTheSchemaIsAFailureToo() {
    Flyway flyway =
        flyway(
            withSchema(
                dsl -> {
                  createTables(dsl);
                  throw new NoClassDefFoundError("org/example/Missing");
                },
                books(1)));

    assertThatMigrateFails(flyway)
        .hasMessage("Migration \"1 - Bookstore\" failed in schema(dsl).")
        .hasRootCauseInstanceOf(NoClassDefFoundError.class);

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();
  }

  @Test
  void aStatementOfTheScriptThatFailsIsNamedByItsLine() {
    assertThatMigrateFails(flyway(withScript("db/broken.sql", books(1))))
        .hasMessage("Migration \"1 - Bookstore\" failed in \"db/broken.sql\", line 4.")
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(tables()).isEmpty();
  }

  @Test
  void aScriptIsUtf8() {
    assertThatMigrateFails(flyway(withScript("db/latin1.sql", books(1))))
        .hasMessage(
            """
            Script "db/latin1.sql" of migration "1 - Bookstore" is not UTF-8.
              To fix: save it as UTF-8.""");
  }

  @Test
  void aScriptCannotEndFlywaysTransaction() {
    assertThatMigrateFails(flyway(withScript("db/commit.sql", books(1))))
        .hasMessage(
            """
            Migration "1 - Bookstore" must not use "COMMIT" in "db/commit.sql", line 4: the \
            transaction is Flyway's.
              To fix: remove it; what a migration does is committed or rolled back as a whole.""");

    assertThat(tables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "commit, commit()",
    "rollback, rollback()",
    "close, close()",
    "autoCommit, setAutoCommit(true)"
  })
  void theSchemaCannotEndFlywaysTransaction(String call, String named) {
    Flyway flyway =
        flyway(
            withSchema(
                dsl -> {
                  createTables(dsl);
                  assertThatThrownBy(() -> dsl.connection(c -> call(c, call)))
                      .isInstanceOf(FlywayException.class);
                },
                books(1)));

    assertThatMigrateFails(flyway).hasMessage(refused(named));

    assertThat(tables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "commit, commit",
    "' /* so */ Rollback work', Rollback",
    "begin, begin",
    "start  transaction, start  transaction"
  })
  void theSchemaCannotEndFlywaysTransactionInText(String sql, String named) {
    assertThatMigrateFails(flyway(withSchema(dsl -> dsl.execute(sql), books(1))))
        .hasMessage(refused("\"" + named + "\""));
  }

  @Test
  void theSchemaCannotBeginATransactionOfItsOwn() {
    Flyway flyway =
        flyway(withSchema(dsl -> dsl.transaction(c -> createTables(c.dsl())), books(1)));

    assertThatMigrateFails(flyway).hasMessage(refused("dsl.transaction(...)"));

    assertThat(tables()).isEmpty();
  }

  @Test
  void theSchemaCanUseSavepoints() {
    Flyway flyway =
        flyway(
            withSchema(
                dsl -> {
                  createTables(dsl);
                  dsl.execute("savepoint before_book");
                  dsl.execute("insert into book values (7, 'gone')");
                  dsl.execute("rollback to savepoint before_book");
                  dsl.connection(c -> c.rollback(c.setSavepoint()));
                },
                books(1)));

    flyway.migrate();

    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void aSwallowedErrorOfTheSchemaNeverLosesRowsSilently() {
    Flyway flyway =
        flyway(
            withSchema(
                dsl -> {
                  createTables(dsl);
                  assertThatThrownBy(() -> dsl.execute("create table book (id integer)"))
                      .isInstanceOf(DataAccessException.class);
                }));

    boolean succeeded = succeeds(flyway);

    assertThat(tables().contains("book")).isEqualTo(succeeded);
    assertThat(history().containsKey("1")).isEqualTo(succeeded);
  }

  private static boolean succeeds(Flyway flyway) {
    try {
      flyway.migrate();
      return true;
    } catch (FlywayException e) {
      return false;
    }
  }

  private static String refused(String call) {
    return "Migration \"1 - Bookstore\" must not use "
        + call
        + " in schema(dsl): the transaction is Flyway's.\n"
        + "  To fix: remove it; what a migration does is committed or rolled back as a whole.";
  }
}
