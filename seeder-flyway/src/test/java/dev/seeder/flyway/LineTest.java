package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.BOOK;
import static dev.seeder.flyway.Bookstore.ID;
import static dev.seeder.flyway.Bookstore.TITLE;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What Flyway's settings of the line of migrations do to seeds. */
class LineTest extends FlywayTest {

  private static final SeedMigration BOOKS = versioned("2", "books", books(3));
  private static final SeedMigration ONE_MORE =
      versioned("3", "more", Seed.of("more", seed -> seed.dsl().execute(insert(4))));

  @Override
  DataSource freshDatabase() throws Exception {
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Test
  void seedsAboveTheTargetWaitAndRepeatableOnesDoNot() {
    SeedMigration again =
        repeatable("again", Seed.of("again", seed -> seed.dsl().execute(insert(9))));

    line(BOOKS, ONE_MORE, again).target("2").load().migrate();
    assertThat(dsl.select(ID).from(BOOK).orderBy(ID).fetch(ID)).containsExactly(1, 2, 3, 9);

    line(BOOKS, ONE_MORE, again).load().migrate();
    assertThat(dsl.select(ID).from(BOOK).orderBy(ID).fetch(ID)).containsExactly(1, 2, 3, 4, 9);
  }

  @Test
  void aSeedBelowTheCurrentVersionNeedsOutOfOrder() {
    line(ONE_MORE).load().migrate();

    assertThatMigrateFails(line(BOOKS, ONE_MORE).load())
        .hasMessageContaining("resolved migration not applied to database: 2");
    assertThat(bookCount()).isEqualTo(1);

    line(BOOKS, ONE_MORE).outOfOrder(true).load().migrate();
    assertThat(bookCount()).isEqualTo(4);
  }

  @Test
  void seedsWriteIntoTheDefaultSchemaAndOthersAreNamed() {
    dsl.execute("create schema other");
    dsl.execute("create table other.note (text varchar(20))");
    Seed note =
        Seed.of("note", seed -> seed.dsl().execute("insert into other.note values ('here')"));

    line(BOOKS, versioned("3", "note", note)).schemas("app", "other").load().migrate();

    assertThat(dsl.fetchCount(DSL.table(DSL.name("app", "book")))).isEqualTo(3);
    assertThat(dsl.fetchCount(DSL.table(DSL.name("other", "note")))).isEqualTo(1);
  }

  private FluentConfiguration line(SeedMigration... migrations) {
    return configuration("classpath:sql").javaMigrations(migrations);
  }

  private static String insert(int id) {
    return "insert into book (%s, %s) values (%d, 'One more')"
        .formatted(ID.getName(), TITLE.getName(), id);
  }
}
