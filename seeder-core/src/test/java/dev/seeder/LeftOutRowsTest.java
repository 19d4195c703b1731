package dev.seeder;

import static dev.seeder.DatabaseContract.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.RowSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.h2.api.Trigger;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that a database takes without an error, and does not write. */
class LeftOutRowsTest {

  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<String> TITLE = field(name("title"), VARCHAR(40));

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "SQLITE"})
  void aRowThatATriggerLeavesOutIsNamed(TestDatabase database) {
    DSLContext dsl = open(database);
    createBooks(dsl);
    leaveOut(dsl, database, 1_501);

    assertThat(failure(seeder(dsl, 3_000))).hasMessage(message("row 1,501 of", "did not write it"));
    assertThat(count(dsl, "book")).isZero();
    seeder(dsl, 1_500).run();
    assertThat(count(dsl, "book")).isEqualTo(1_500);
    database.drop(dsl);
  }

  private static String message(String place, String told) {
    return """
        Seed "books" failed at %s "book"; its transaction was rolled back.
          Cause: the database %s, and gave no error: a trigger, a rule or an "on conflict ignore" of \
        the table can have that.
            To fix: leave such rows out, or write by seed.dsl() where triggers do the writing.
          To repeat exactly: Seeder.randomSeed(0)"""
        .formatted(place, told);
  }

  @Test
  void aRowThatARuleLeavesOutIsNamed() {
    DSLContext dsl = open(TestDatabase.POSTGRES);
    createBooks(dsl);
    dsl.execute("create rule no_seven as on insert to book where new.id = 7 do instead nothing");

    assertThat(failure(seeder(dsl, 10)))
        .hasMessageStartingWith("Seed \"books\" failed at row 7 of \"book\"; its transaction was");
    assertThat(count(dsl, "book")).isZero();
    TestDatabase.POSTGRES.drop(dsl);
  }

  @Test
  void aRowThatAConstraintOfSqliteLeavesOutIsNamed() {
    DSLContext dsl = open(TestDatabase.SQLITE);
    dsl.execute("create table book (id integer primary key, title text unique on conflict ignore)");
    dsl.execute("insert into book values (-1, 'Book 7')");

    assertThat(failure(seeder(dsl, 10)))
        .hasMessageStartingWith("Seed \"books\" failed at row 7 of \"book\"; its transaction was");
    assertThat(count(dsl, "book")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "SQLITE"})
  void rowsThatAMergeLosesAreCounted(TestDatabase database) {
    DSLContext dsl = open(database);
    createBooks(dsl);
    dsl.execute("insert into book values (1, 'Old title')");
    leaveOut(dsl, database, 7);
    String expected = message("table", "wrote 8 of 9 rows");

    assertThat(failure(seeder(dsl, seed -> seed.insertMissing(books("book", 10)))))
        .hasMessage(expected);
    assertThat(failure(seeder(dsl, seed -> seed.upsert(books("book", 10))))).hasMessage(expected);
    assertThat(count(dsl, "book")).isEqualTo(1);
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "SQLITE", "H2"})
  void aViewWhoseTriggerWritesTheRowsIsFilled(TestDatabase database) {
    DSLContext dsl = open(database);
    createBooks(dsl);
    dsl.execute("create view title as select id, title from book");
    String insert = "insert into book values (new.id, new.title)";
    switch (database) {
      case POSTGRES -> {
        function(dsl, insert + "; return null");
        dsl.execute(
            "create trigger t instead of insert on title for each row execute function f()");
      }
      case SQLITE ->
          dsl.execute("create trigger t instead of insert on title begin " + insert + "; end");
      default ->
          dsl.execute(
              "create trigger t instead of insert on title for each row call \""
                  + IntoBook.class.getName()
                  + "\"");
    }

    seeder(dsl, seed -> seed.insert(books("title", 1_200))).run();

    assertThat(count(dsl, "book")).isEqualTo(1_200);
    database.drop(dsl);
  }

  /** What H2 calls for a row of the view. */
  public static final class IntoBook implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement("insert into book values (?, ?)")) {
        insert.setObject(1, after[0]);
        insert.setObject(2, after[1]);
        insert.executeUpdate();
      }
    }
  }

  @Test
  void aTableWhoseTriggerWritesTheRowsIntoItsHeirsIsFilled() {
    DSLContext dsl = open(TestDatabase.POSTGRES);
    createBooks(dsl);
    dsl.execute("create table book_of_today () inherits (book)");
    function(dsl, "insert into book_of_today values (new.id, new.title); return null");
    dsl.execute("create trigger t before insert on book for each row execute function f()");

    seeder(dsl, 1_200).run();

    assertThat(count(dsl, "book_of_today")).isEqualTo(1_200);
    TestDatabase.POSTGRES.drop(dsl);
  }

  @Test
  void aTriggerThatWritesElsewhereIsWrittenThroughJooq() {
    DSLContext dsl = open(TestDatabase.POSTGRES);
    createBooks(dsl);
    dsl.execute("create table novel (id int, title varchar(40))");
    function(dsl, "insert into novel values (new.id, new.title); return null");
    dsl.execute("create trigger t before insert on book for each row execute function f()");

    seeder(
            dsl,
            seed ->
                seed.dsl().insertInto(table(name("book")), ID, TITLE).values(1, "One").execute())
        .run();

    assertThat(count(dsl, "novel")).isEqualTo(1);
    TestDatabase.POSTGRES.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatAreAllWrittenAreNotMissed(TestDatabase database) {
    DSLContext dsl = open(database);
    createBooks(dsl);

    seeder(dsl, 2_500).run();
    seeder(dsl, seed -> seed.upsert(books("book", 2_600))).run();
    seeder(dsl, seed -> seed.sync(books("book", 2_000), ID)).run();

    assertThat(count(dsl, "book")).isEqualTo(2_000);
    database.drop(dsl);
  }

  private DSLContext open(TestDatabase database) {
    String url = database.freshUrl(directory);
    boolean h2 = database == TestDatabase.H2;
    return DSL.using(
        database.dataSource(h2 ? url + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE" : url),
        database.dialect());
  }

  private static void createBooks(DSLContext dsl) {
    dsl.createTable(table(name("book"))).column(ID).column(TITLE).primaryKey(ID).execute();
  }

  private static void leaveOut(DSLContext dsl, TestDatabase database, int id) {
    if (database == TestDatabase.SQLITE) {
      dsl.execute(
          "create trigger t before insert on book when new.id = %d begin select raise(ignore); end"
              .formatted(id));
    } else {
      function(dsl, "if new.id = %d then return null; end if; return new".formatted(id));
      dsl.execute("create trigger t before insert on book for each row execute function f()");
    }
  }

  private static void function(DSLContext dsl, String body) {
    dsl.execute(
        "create function f() returns trigger language plpgsql as $$ begin " + body + "; end $$");
  }

  private static Seeder seeder(DSLContext dsl, int rows) {
    return seeder(dsl, seed -> seed.insert(books("book", rows)));
  }

  private static Seeder seeder(DSLContext dsl, Consumer<SeedContext> body) {
    return Seeder.of(dsl)
        .withoutHistory()
        .seeds(DatabaseContract.seed("books", body).asReferenceData());
  }

  private static RowSource books(String into, int rows) {
    Table<Record> target = table(name(into));
    return RowSource.of(
        target,
        List.of(ID, TITLE),
        () ->
            IntStream.rangeClosed(1, rows)
                .mapToObj(id -> new Object[] {id, "Book " + id})
                .iterator());
  }

  private static int count(DSLContext dsl, String table) {
    return dsl.fetchCount(table(name(table)));
  }
}
