package dev.seeder.junit;

import static dev.seeder.junit.Books.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers of others: PostgreSQL copies a template, MariaDB and H2 are rolled back. */
class ServersTest {

  /** Tests on databases of any kind. */
  abstract static class OnAServer {
    @RepeatedTest(4)
    void changesStayInTheTest(DSLContext dsl, Connection connection) throws Exception {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);

      dsl.transaction(inside -> inside.dsl().deleteFrom(BOOK).execute());
      assertThat(dsl.fetchCount(BOOK)).isZero();

      connection.setAutoCommit(false);
      DSL.using(connection, dsl.dialect()).insertInto(Books.AUTHOR).values(77, "undone").execute();
      connection.rollback();
      connection.setAutoCommit(true);
      assertThat(dsl.fetchCount(Books.AUTHOR)).isEqualTo(3);
    }

    @Test
    void reportIsOfTheRunThatMadeTheState(SeedReport report) {
      assertThat(report.totalRows()).isEqualTo(103);
    }
  }

  static final class Postgres implements Supplier<DataSource> {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public DataSource get() {
      return SERVER.getPostgresDatabase();
    }

    static List<String> databases() {
      return DSL.using(SERVER.getPostgresDatabase(), SQLDialect.POSTGRES)
          .fetch("select datname from pg_database where datname like 'seeder\\_%' order by 1")
          .getValues(0, String.class);
    }
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class, on = Postgres.class)
  static class OnPostgres extends OnAServer {
    @Test
    void moreSeedsRunInATest(DSLContext dsl) {
      Seeder.of(dsl).seeds(Seed.of("more", seed -> new Books(20).run(seed))).run();

      assertThat(dsl.fetchCount(BOOK)).isEqualTo(120);
    }
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class, on = Postgres.class, readOnly = true)
  static class ReadingOnPostgres {
    @Test
    void reads(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    }

    @Test
    void writes(DSLContext dsl) {
      dsl.deleteFrom(BOOK).execute();
    }
  }

  @Test
  void postgresCopiesAStateThatLaterRunsFind() {
    assertThat(TestRun.passed(TestRun.inParallel(OnPostgres.class))).isEqualTo(6);
    List<String> state = Postgres.databases();

    assertThat(TestRun.passed(TestRun.of(OnPostgres.class))).isEqualTo(6);

    assertThat(state).singleElement().asString().matches("seeder_[0-9a-f]{16}");
    assertThat(Postgres.databases()).isEqualTo(state);

    assertThat(TestRun.failures(TestRun.of(ReadingOnPostgres.class)))
        .singleElement()
        .satisfies(
            failure -> assertThat(failure).hasMessageContaining("in a read-only transaction"));
    assertThat(Postgres.databases()).isEqualTo(state);
  }

  @Test
  void statesOfAWeekAgoAreDroppedWhenAnotherIsMade() {
    DSLContext dsl = DSL.using(new Postgres().get(), SQLDialect.POSTGRES);
    dsl.execute("create database \"seeder_2020-01-01_of-a-killed-process\"");
    dsl.execute("create database seeder_0123456789abcdef");
    dsl.execute("comment on database seeder_0123456789abcdef is '2020-01-01 report'");

    List<String> before = Postgres.databases();

    assertThat(TestRun.passed(TestRun.of(VariedOnPostgres.class))).isEqualTo(1);

    assertThat(before).containsAll(Postgres.databases());
    assertThat(Postgres.databases()).noneMatch(name -> name.matches("seeder_(2020|0123).*"));
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class, on = Postgres.class, varied = true)
  static class VariedOnPostgres {
    @Test
    void passes(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    }
  }

  static class OnH2 extends OnAServer {
    @RegisterExtension
    static final SeededDatabase DATABASE =
        SeededDatabase.on(ServersTest::h2).schema(Books.SCHEMA).seeds(new Books());
  }

  @Test
  void h2IsRolledBack() {
    assertThat(TestRun.passed(TestRun.of(OnH2.class))).isEqualTo(5);
  }

  static class OnMariadb extends OnAServer {
    @RegisterExtension
    static final SeededDatabase DATABASE =
        SeededDatabase.on(() -> MARIADB).schema(Books.SCHEMA).seeds(new Books());
  }

  private static DataSource MARIADB;

  @Test
  void mariadbIsRolledBackAndFoundAgain() {
    String url = TestDatabase.MARIADB.freshUrl(Path.of("target")) + "&allowMultiQueries=true";
    MARIADB = TestDatabase.MARIADB.dataSource(url);

    assertThat(TestRun.passed(TestRun.of(OnMariadb.class))).isEqualTo(5);
    assertThat(TestRun.passed(TestRun.of(OnMariadb.class))).isEqualTo(5);
    assertThat(TestRun.failures(TestRun.of(OtherSeedsOnMariadb.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageEndingWith(
                        """
                        The database of the tests holds what other seeds, or older ones, have made.
                          Found: a state that is not the one wanted, in the table "seeder_test_state"
                          To fix: supply an empty database for each set of seeds; drop this one if it \
                        is for tests only."""));
  }

  static class OtherSeedsOnMariadb {
    @RegisterExtension
    static final SeededDatabase DATABASE = SeededDatabase.on(() -> MARIADB).schema(Books.SCHEMA);

    @Test
    void fails(DSLContext dsl) {}
  }

  static class OnNoServer {
    @RegisterExtension
    static final SeededDatabase DATABASE =
        SeededDatabase.on(ServersTest::nowhere).schema(Books.SCHEMA);

    @Test
    void fails(DSLContext dsl) {}
  }

  @Test
  void serverThatIsNotThereIsTold() {
    assertThat(TestRun.failures(TestRun.of(OnNoServer.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .contains(
                        """
                        The database of "dev.seeder.junit.ServersTest$OnNoServer" cannot be reached: \
                        Connection to localhost:1 refused.""")
                    .endsWith(
                        "\n  To fix: let the data source of on(...) be of a server that is running."));
  }

  private static DataSource nowhere() {
    var nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://localhost:1/nothing");
    return nowhere;
  }

  private static DataSource h2() {
    String url = TestDatabase.H2.freshUrl(Path.of("target"));
    return TestDatabase.H2.dataSource(url);
  }
}
