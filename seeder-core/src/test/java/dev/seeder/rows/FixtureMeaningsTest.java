package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cells mean beyond what they say: other rows, the same row again, a moment of the run. */
class FixtureMeaningsTest {

  private static final Table<Record> AUTHOR = table(name("author"));
  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<Integer> AUTHOR_ID = field(name("book", "author_id"), INTEGER);
  private static final Field<String> EMAIL = field(name("author", "email"), VARCHAR);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void aParentIsFoundByAnotherColumn(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    String books =
        IntStream.range(0, 2_500)
            .mapToObj(i -> i + "," + (i % 3 == 0 ? "" : "a" + i % 3 + "@example.org") + "\n")
            .collect(Collectors.joining());

    insert(dsl, fixture("books.csv", "id,author_id\n" + books).lookup(AUTHOR_ID, EMAIL));

    assertThat(
            dsl.fetch(
                    "select \"author_id\", count(*) from \"book\" group by \"author_id\""
                        + " order by coalesce(\"author_id\", 0)")
                .map(row -> row.get(0, Integer.class) + " " + row.get(1, Integer.class)))
        .containsExactly("null 834", "11 833", "12 833");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB"})
  void aParentThatIsMissingOrNotTheOnlyOneIsTold(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    dsl.execute("insert into \"author\" values (13, 'a2@example.org', 'c')");
    Fixture books =
        fixture(
            "books.csv",
            "id,author_id,born\n1,a1@example.org,\n2,a2@example.org,\n3,a3@example.org,x\n4,"
                + "x".repeat(50)
                + ",\n");

    assertThat(mistakes(dsl, books.lookup(AUTHOR_ID, EMAIL)))
        .containsExactly(
            "line 3: column \"author_id\" finds several rows of \"author\" with this \"email\".",
            "line 4: column \"born\" takes a date, such as 2026-01-31.",
            "line 4: column \"author_id\" finds no row of \"author\" with this \"email\".",
            "line 5: column \"author_id\" takes a text of at most 40 characters, but this one has"
                + " 50.");
    assertThat(mistakes(dsl, fixture("few.csv", "id\n1\n").lookup(AUTHOR_ID, EMAIL)))
        .containsExactly("line 1: column \"author_id\" is to be looked up, but is not there.");
    assertThatThrownBy(
            () -> mistakes(dsl, books.lookup(AUTHOR_ID, field(name("author", "e_mail"), VARCHAR))))
        .hasMessageContaining(
            "There is no column \"e_mail\" in \"author\" to look up by.\n  Did you mean \"email\"?");
    assertThatThrownBy(
            () -> mistakes(dsl, books.lookup(AUTHOR_ID, field(name("autor", "email"), VARCHAR))))
        .hasMessageContaining("There is no table \"autor\" to look up in.");
    assertThatThrownBy(
            () -> mistakes(dsl, books.lookup(AUTHOR_ID, field(name("loose", "email"), VARCHAR))))
        .hasMessageContaining(
            "Column \"author_id\" cannot be looked up: it has no foreign key to \"loose\", which has"
                + " no primary key of one column either.");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void aKeyThatIsRepeatedIsToldWithBothPlaces(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Fixture authors =
        Fixture.of(
            AUTHOR,
            Files.writeString(
                directory.resolve("authors.json"),
                """
                [{"id": 1, "email": "a", "note": "x"},
                 {"id": 2, "email": "a", "note": "y"},
                 {"id": "01", "email": "a", "note": null},
                 {"id": 4, "email": "b", "note": null},
                 {"id": 5, "email": "a", "note": "x"},
                 {"id": 1, "email": "c", "note": "z"}]
                """));

    assertThat(mistakes(dsl, authors))
        .containsExactly(
            "line 3, character 2: the row repeats the key \"id\" of the row at line 1, character 2.",
            "line 5, character 2: the row repeats the key \"email\", \"note\" of the row at line 1,"
                + " character 2.",
            "line 6, character 2: the row repeats the key \"id\" of the row at line 1, character 2.");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void manyKeysAreRemembered(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    String rows = IntStream.range(0, 100_000).mapToObj(i -> i + "\n").collect(Collectors.joining());

    assertThat(mistakes(dsl, fixture("books.csv", "id\n" + rows + "77\n")))
        .containsExactly("line 100002: the row repeats the key \"id\" of the row at line 79.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void datesAndTimesMayBeMomentsOfTheRun(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Fixture books =
        fixture(
            "books.csv",
            """
            id,born,seen,title
            1,today,now,now
            2,today-P1M,now+P1DT2H30M,today
            3,now+P1Y2M3D,today-PT1S,now-P1M
            """);

    insert(dsl, books);

    assertThat(
            dsl.select(
                    field(name("born"), SQLDataType.LOCALDATE),
                    field(name("seen"), SQLDataType.LOCALDATETIME),
                    field(name("title"), VARCHAR))
                .from(BOOK)
                .orderBy(field(name("id")))
                .fetch(Record::intoList))
        .containsExactly(
            List.of(LocalDate.of(2026, 3, 31), LocalDateTime.of(2026, 3, 31, 22, 15, 7), "now"),
            List.of(LocalDate.of(2026, 2, 28), LocalDateTime.of(2026, 4, 2, 0, 45, 7), "today"),
            List.of(
                LocalDate.of(2027, 6, 3), LocalDateTime.of(2026, 3, 30, 23, 59, 59), "now-P1M"));
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void momentsThatAreNoneAreTold(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    String expected =
        " takes a moment of the run's clock as now, today, today-P1M or now+P1DT2H30M, in the years"
            + " 1 to 9999.";

    assertThat(
            mistakes(
                dsl,
                fixture(
                    "books.csv",
                    """
                    id,born
                    1,now-3D
                    2,today+P
                    3,today-PT
                    4,now+P9999Y
                    5,nowhere
                    6,today-P99999999999D
                    7,today+P1DT
                    """)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2, 8)
                .mapToObj(line -> "line " + line + ": column \"born\"" + expected)
                .toList());
  }

  private DSLContext database(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    dsl.execute(
        """
        create table "author" ("id" integer not null primary key, "email" varchar(40) not null,
          "note" varchar(40), unique ("email", "note"))""");
    dsl.execute(
        """
        create table "book" ("id" integer not null primary key, "author_id" integer,
          "born" date, "seen" %s, "title" varchar(40),
          foreign key ("author_id") references "author" ("id"))"""
            .formatted(database == TestDatabase.MARIADB ? "datetime" : "timestamp"));
    dsl.execute("create table \"loose\" (\"email\" varchar(40))");
    for (int i = 1; i < 3; i++) {
      dsl.execute("insert into \"author\" values (1" + i + ", 'a" + i + "@example.org', 'b')");
    }
    return dsl;
  }

  private Fixture fixture(String file, String content) throws IOException {
    return Fixture.of(BOOK, Files.writeString(directory.resolve(file), content));
  }

  private static void insert(DSLContext dsl, RowSource rows) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-31T22:15:07.9Z"), ZoneId.of("Asia/Kathmandu"));
    Seeder.of(dsl)
        .clock(clock)
        .withoutHistory()
        .seeds(Seed.of("books", seed -> seed.insert(rows)))
        .run();
  }

  private static List<String> mistakes(DSLContext dsl, Fixture fixture) {
    var failure =
        catchThrowableOfType(
            IllegalStateException.class,
            () -> fixture.open(Drawn.scope(dsl, 0, Locale.ENGLISH)).values().close());
    if (!failure.getMessage().startsWith("The file")) {
      throw failure;
    }
    return failure.getMessage().lines().skip(1).map(String::strip).toList();
  }
}
