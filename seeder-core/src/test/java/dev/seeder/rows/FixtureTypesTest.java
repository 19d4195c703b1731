package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.LOCALTIME;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each database must do with the cells of a file, whatever their columns are. */
class FixtureTypesTest {

  private static final String NAMES =
      "code,flag,small,counted,price,ratio,born,opens,seen,moment,id,picture,doc,mood";

  private static final List<Object> EXPECTED =
      List.of(
          "007",
          true,
          (short) -32768,
          9223372036854775807L,
          new BigDecimal("1234567.891"),
          1.5e-3,
          LocalDate.parse("1900-02-28"),
          LocalTime.parse("18:30:15"),
          LocalDateTime.parse("2026-03-29T02:30:15.123"),
          Instant.parse("2026-03-29T00:30:15.123Z"),
          java.util.UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
          "cafe",
          "{\"no\": [1, 2.50, null]}",
          "so so");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void readsCsvAsTheColumnsTakeIt(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Path file =
        write(
            "things.csv",
            NAMES
                + """

                007,true,-32768,9223372036854775807,1234567.891,1.5e-3,1900-02-28,18:30:15,\
                2026-03-29 02:30:15.123,2026-03-29T02:30:15.123+02:00,\
                123E4567-e89b-12d3-a456-426614174000,0xCAFE,"{""no"":[1,2.50,null]}",so so
                """);

    insert(dsl, Fixture.of(table(name("thing")), file));

    assertThat(values(dsl)).isEqualTo(EXPECTED);
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void readsJsonAsTheColumnsTakeIt(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Path file =
        write(
            "things.json",
            """
            [{"code": "007", "flag": true, "small": -32768, "counted": 9223372036854775807,
              "price": 1234567.891, "ratio": 1.5e-3, "born": "1900-02-28", "opens": "18:30:15",
              "seen": "2026-03-29T02:30:15.123", "moment": "2026-03-29T00:30:15.123Z",
              "id": "123e4567-e89b-12d3-a456-426614174000", "picture": "base64:yv4=",
              "doc": {"no": [1, 2.50, null]}, "mood": "so so"}]
            """);

    insert(dsl, Fixture.of(table(name("thing")), file));

    assertThat(values(dsl)).isEqualTo(EXPECTED);
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void tellsNullFromTheEmptyText(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    String nulls = ",".repeat(NAMES.split(",", -1).length - 1);

    insert(dsl, Fixture.of(table(name("thing")), write("things.csv", NAMES + "\n" + nulls)));
    insert(dsl, Fixture.of(table(name("thing")), write("more.csv", "code,doc\n\"\",null\n")));

    assertThat(dsl.fetchCount(table(name("thing")), field(name("code")).isNull())).isOne();
    assertThat(dsl.fetchCount(table(name("thing")), field(name("code")).eq(""))).isOne();
    assertThat(dsl.fetchCount(table(name("thing")), field(name("doc")).isNull())).isOne();
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void readsCellsAsTheClassOfTheTableSays(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Path file =
        write("things.csv", "code,flag,small,price,mood\n007,true,5,1.5,so so\nNO,false,6,,\n");

    insert(dsl, Fixture.of(new Thing(), file));

    assertThat(dsl.selectFrom(new Thing()).orderBy(field(name("small"))).fetch())
        .extracting(Record::intoList)
        .containsExactly(
            List.of("007", Switch.ON, 5, new Price("1.5"), Mood.SO_SO),
            Arrays.asList("NO", Switch.OFF, 6, null, null));
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void refusesWhatTheClassOfTheTableDoesNotKnow(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Path file = write("things.csv", "code,price,mood\n007,13,sad\n");

    assertThat(mistakes(dsl, Fixture.of(new Thing(), file)))
        .containsExactly(
            "line 2: column \"price\" takes what is a Price.",
            database == TestDatabase.SQLITE
                ? "line 2: column \"mood\" takes what is a Mood."
                : "line 2: column \"mood\" takes one of: happy, so so.");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void refusesWhatTheColumnsDoNotTake(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    Path file =
        write(
            "things.csv",
            NAMES
                + "\n123456789012345678901,1,99999,9223372036854775808,1.2345,x,01.02.2026,6pm,"
                + "2026-01-01,2026-01-01T00:00:00,123,CAFE,{,sad\n");

    assertThat(mistakes(dsl, Fixture.of(table(name("thing")), file)))
        .extracting(mistake -> mistake.replaceAll(".*column \"(\\w+)\" takes .*", "$1"))
        .containsExactlyElementsOf(
            Stream.of(NAMES.split(","))
                .filter(each -> database != TestDatabase.SQLITE || !each.matches("small|mood"))
                .toList());
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void readsArraysWhereThereAreSome(TestDatabase database) throws IOException {
    assumeThat(database).as("has arrays").isIn(TestDatabase.H2, TestDatabase.POSTGRES);
    DSLContext dsl = database(database);
    String type = database == TestDatabase.H2 ? " array" : "[]";
    dsl.execute(
        "create table \"tagged\" (\"tags\" varchar(20)"
            + type
            + ", \"sizes\" integer"
            + type
            + ")");

    insert(
        dsl,
        Fixture.of(
            table(name("tagged")),
            write("tagged.json", "[{\"tags\": [\"007\", null], \"sizes\": [1, 2]}]")));

    Record row =
        dsl.select(
                field(name("tags"), VARCHAR.array()),
                field(name("sizes"), SQLDataType.INTEGER.array()))
            .from(table(name("tagged")))
            .fetchSingle();
    assertThat((String[]) row.get(0)).containsExactly("007", null);
    assertThat((Integer[]) row.get(1)).containsExactly(1, 2);
    database.drop(dsl);
  }

  private DSLContext database(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    if (database == TestDatabase.POSTGRES) {
      dsl.execute("create type mood as enum ('happy', 'so so')");
    }
    dsl.execute(
        """
        create table "thing" (
          "code" varchar(20), "flag" boolean, "small" smallint, "counted" bigint,
          "price" decimal(10, 3), "ratio" double precision, "born" date, "opens" time,
          "seen" %s, "moment" %s, "id" uuid, "picture" %s, "doc" json, "mood" %s)"""
            .formatted(
                database == TestDatabase.MARIADB ? "datetime(6)" : "timestamp",
                switch (database) {
                  case MARIADB -> "timestamp(6) null";
                  case SQLITE -> "timestamptz";
                  default -> "timestamp with time zone";
                },
                database == TestDatabase.POSTGRES ? "bytea" : "varbinary(20)",
                switch (database) {
                  case SQLITE -> "text";
                  case POSTGRES -> "mood";
                  default -> "enum('happy', 'so so')";
                }));
    return dsl;
  }

  private static List<Object> values(DSLContext dsl) {
    Record row =
        dsl.select(
                field(name("code"), VARCHAR),
                field(name("flag"), BOOLEAN),
                field(name("small"), SMALLINT),
                field(name("counted"), BIGINT),
                field(name("price"), NUMERIC),
                field(name("ratio"), DOUBLE),
                field(name("born"), LOCALDATE),
                field(name("opens"), LOCALTIME),
                field(name("seen"), LOCALDATETIME),
                field(name("moment"), INSTANT),
                field(name("id"), UUID),
                field(name("picture"), BLOB),
                field(name("doc"), VARCHAR),
                field(name("mood"), VARCHAR))
            .from(table(name("thing")))
            .fetchSingle();
    return row.intoList().stream()
        .map(
            value ->
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : value instanceof String text
                        // databases show it with or without spaces
                        ? text.replaceAll("([:,])(?=\\S)", "$1 ")
                        : value)
        .toList();
  }

  private static List<String> mistakes(DSLContext dsl, Fixture fixture) {
    var failure =
        catchThrowableOfType(
            IllegalStateException.class, () -> fixture.open(Drawn.scope(dsl, 0, Locale.ENGLISH)));
    return failure.getMessage().lines().skip(1).map(String::strip).toList();
  }

  private static void insert(DSLContext dsl, RowSource rows) {
    Seeder.of(dsl).withoutHistory().seeds(Seed.of("things", seed -> seed.insert(rows))).run();
  }

  private Path write(String file, String content) throws IOException {
    return Files.writeString(directory.resolve(file), content);
  }

  /** A table as jOOQ generates one, with types of the user's. */
  private static final class Thing extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    Thing() {
      super(name("thing"));
      createField(name("code"), VARCHAR(20));
      createField(
          name("flag"),
          BOOLEAN.asConvertedDataType(
              Converter.ofNullable(
                  Boolean.class,
                  Switch.class,
                  flag -> flag ? Switch.ON : Switch.OFF,
                  Switch.ON::equals)));
      createField(name("small"), SQLDataType.INTEGER);
      createField(
          name("price"),
          NUMERIC.asConvertedDataType(
              Converter.ofNullable(
                  BigDecimal.class,
                  Price.class,
                  price -> new Price(price.stripTrailingZeros().toString()),
                  price -> new BigDecimal(price.text()))));
      createField(name("mood"), VARCHAR.asEnumDataType(Mood.class));
    }
  }

  private enum Switch {
    OFF,
    ON
  }

  private record Price(String text) {
    Price {
      if (text.startsWith("13")) {
        throw new IllegalArgumentException("no luck");
      }
    }
  }

  /** Named like the type of PostgreSQL. */
  public enum Mood implements EnumType {
    HAPPY("happy"),
    SO_SO("so so");

    private final String literal;

    Mood(String literal) {
      this.literal = literal;
    }

    @Override
    public String getLiteral() {
      return literal;
    }

    @Override
    public String getName() {
      return "mood";
    }
  }
}
