package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.insertBooks;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Which rows demo seeds may meet in a server's database: those of the line, and no others. */
class RowsOfTheLineTest extends FlywayTest {

  private static final Seed BOOKS = Seed.of("books", seed -> insertBooks(seed, 3));

  @TempDir Path folder;

  @Override
  DataSource freshDatabase() throws Exception {
    Files.writeString(
        folder.resolve("V1__Books.sql"),
        """
        create table "book" ("id" integer primary key, "title" varchar(200) not null);
        insert into "book" values (10, 'Walden'), (11, 'Emma');
        """);
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Test
  void rowsOfSqlMigrationsNeedNoCeremony() {
    line().javaMigrations(versioned("2", "demo", BOOKS)).load().migrate();
    dsl.execute("insert into book values (20, 'Ulysses')");
    Seed more = Seed.of("more", seed -> seed.dsl().deleteFrom(Bookstore.BOOK).execute());
    line()
        .javaMigrations(versioned("2", "demo", BOOKS), versioned("3", "more", more))
        .load()
        .migrate();

    assertThat(bookCount()).isZero();
    assertThat(dsl.fetchValue("select environment from seeder_environment")).isEqualTo("");
  }

  @Test
  void rowsThatAreThereBeforeTheRunStopDemoSeedsUntilTheDatabaseIsConfirmed() {
    line().load().migrate();
    FluentConfiguration later = line().javaMigrations(versioned("2", "demo", BOOKS));
    String name = dsl.fetchValue("select current_database()").toString();
    String server = host();

    assertThatMigrateFails(later.load())
        .hasMessage(
            """
            Migration "2 - demo" failed:
            Seed "books" failed; it was rolled back to its savepoint.
              Cause: the table "book" held rows before that no seed has put there, and the database \
            "%s" on %s is not marked.
                To fix: if its data can be thrown away, mark it once: \
            Seeder.of(dataSource).environment("development").mark("%s")
                If it cannot, this run was about to add demo data to it.
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(name, server, name));
    assertThat(bookCount()).isEqualTo(2);

    later.placeholders(Map.of("seederconfirm", name)).load().migrate();

    assertThat(bookCount()).isEqualTo(5);
  }

  @Test
  void rowsBehindABaselineAreNotOfTheLine() {
    dsl.execute("create table book (id integer primary key, title varchar(200) not null)");
    dsl.execute("insert into book values (10, 'Walden')");
    Flyway flyway =
        line()
            .baselineOnMigrate(true)
            .baselineVersion("1")
            .javaMigrations(versioned("2", "demo", BOOKS))
            .load();

    assertThatMigrateFails(flyway).hasMessageContaining("held rows before");
  }

  private FluentConfiguration line() {
    return configuration("filesystem:" + folder);
  }

  private String host() {
    var postgres = (PGSimpleDataSource) dataSource;
    return postgres.getServerNames()[0] + ":" + postgres.getPortNumbers()[0];
  }
}
