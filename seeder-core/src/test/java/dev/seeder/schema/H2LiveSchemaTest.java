package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class H2LiveSchemaTest extends LiveSchemaContract {

  H2LiveSchemaTest() {
    super(TestDatabase.H2);
  }

  @Override
  String currentSchema() {
    return "PUBLIC";
  }

  @Test
  void aTemporaryTableWithAConstraintOfTheSameNameIsNoParent() {
    dsl.connection(
        connection -> {
          DSLContext session = DSL.using(connection, SQLDialect.H2);
          String aside = "create local temporary table aside (n int primary key)";
          session.execute(aside);
          String made =
              session
                  .fetchSingle(
                      "select constraint_name from information_schema.table_constraints"
                          + " where table_name = 'ASIDE'")
                  .get(0, String.class);
          session.execute("drop table aside");
          session.execute(
              "create table parent (a int, b int, constraint {0} primary key (a, b))", name(made));
          session.execute(
              "create table child (x int, y int, foreign key (x, y) references parent (a, b))");
          session.execute(aside);

          assertThat(LiveSchema.table(session, table(name("CHILD"))).references())
              .extracting(LiveReference::parent, LiveReference::parentColumns)
              .containsExactly(tuple(name("PARENT"), List.of("A", "B")));
        });
  }

  @Test
  void readsTypesOfAllKinds() {
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a tinyint, b smallint, c int, d bigint, e numeric(6, 2), f numeric, g decfloat(20),
                  h real, i double precision, j float(10), k boolean, l varchar(20), m varchar,
                  n char(3), o varchar_ignorecase(5), p clob, q date, r time, s time(3),
                  t time with time zone, u timestamp(0), v timestamp, w timestamp with time zone,
                  x interval day to second, y interval hour(4), z interval year to month, aa uuid,
                  ab binary(4), ac varbinary(9), ad blob, ae json, af enum('b', 'a c'), ag int array,
                  ah varchar(3) array[5], ai enum('x', 'y') array, aj int array array,
                  ak geometry(point), al geometry, am java_object, an row(a int))"""))
        .isEqualTo(
            """
            T
              A TINYINT: INTEGER of Byte from -128 to 127
              B SMALLINT: INTEGER of Short from -32768 to 32767
              C INTEGER: INTEGER of Integer from -2147483648 to 2147483647
              D BIGINT: INTEGER of Long from -9223372036854775808 to 9223372036854775807
              E NUMERIC(6, 2): DECIMAL of BigDecimal digits 6.2
              F NUMERIC(100000, 0): DECIMAL of BigDecimal digits 100000.0
              G DECFLOAT: DECIMAL of BigDecimal
              H REAL: FLOAT of Float digits 6.0
              I DOUBLE PRECISION: FLOAT of Double digits 15.0
              J REAL: FLOAT of Float digits 6.0
              K BOOLEAN: BOOLEAN of Boolean
              L CHARACTER VARYING(20): TEXT of String to 20
              M CHARACTER VARYING: TEXT of String
              N CHARACTER(3): TEXT of String always 3
              O VARCHAR_IGNORECASE(5): TEXT of String to 5
              P CHARACTER LARGE OBJECT: TEXT of String
              Q DATE: DATE of LocalDate
              R TIME: TIME of LocalTime
              S TIME: TIME of LocalTime digits 3.0
              T TIME WITH TIME ZONE: TIME of OffsetTime
              U TIMESTAMP: TIMESTAMP of LocalDateTime
              V TIMESTAMP: TIMESTAMP of LocalDateTime digits 6.0
              W TIMESTAMP WITH TIME ZONE: TIMESTAMP of OffsetDateTime digits 6.0
              X INTERVAL DAY TO SECOND: INTERVAL of String digits 6.0
              Y INTERVAL HOUR: INTERVAL of String
              Z INTERVAL YEAR TO MONTH: OTHER of String
              AA UUID: UUID of UUID
              AB BINARY(4): BINARY of byte[] always 4
              AC BINARY VARYING(9): BINARY of byte[] to 9
              AD BINARY LARGE OBJECT: BINARY of byte[]
              AE JSON: JSON of JSON
              AF ENUM: ENUM of String [b, a c]
              AG INTEGER ARRAY: ARRAY of Object[] [INTEGER: INTEGER of Integer from -2147483648 to 2147483647]
              AH CHARACTER VARYING(3) ARRAY: ARRAY of Object[] to 5 [CHARACTER VARYING(3): TEXT of String to 3]
              AI ENUM ARRAY: ARRAY of Object[] [ENUM: ENUM of String [x, y]]
              AJ INTEGER ARRAY ARRAY: ARRAY of Object[] [INTEGER ARRAY: ARRAY of Object[] [INTEGER: INTEGER of Integer from -2147483648 to 2147483647]]
              AK GEOMETRY: POINT of String
              AL GEOMETRY: POINT of String
              AM JAVA_OBJECT: OTHER of String
              AN ROW: OTHER of String""");
  }

  @Test
  void readsDomains() {
    dsl.execute("create domain positive as int check (value > 0)");
    dsl.execute(
        "create domain percent as positive default 1 constraint most check (value <= 100 and value <> length('VALUE'))");
    dsl.execute("create domain mood as enum ('sad', 'so so')");
    dsl.execute("create domain some_numbers as int array[3]");
    assertThat(
            readNew(
                "t",
                "create table t (\"a \"\"A\"\"\" percent, b mood, c some_numbers, d positive not null default 7)"))
        .isEqualTo(
            """
            T
              a "A" PERCENT: INTEGER of Integer from -2147483648 to 2147483647, default
              B MOOD: ENUM of String [sad, so so]
              C SOME_NUMBERS: ARRAY of Object[] to 3 [INTEGER: INTEGER of Integer from -2147483648 to 2147483647]
              D POSITIVE: INTEGER of Integer from -2147483648 to 2147483647, not null, default
              check MOST: ("a ""A\"\"\" <= 100)
                AND ("a ""A\"\"\" <> CAST(5 AS BIGINT))
              check CONSTRAINT_5: "a ""A\"\"\" > 0
              check CONSTRAINT_5: "D" > 0""");
  }

  @Test
  void readsWhatFillsColumns() {
    dsl.execute("create sequence numbers");
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a bigint generated by default as identity, b int generated always as (a * 2),
                  c int default next value for numbers, d int default 7, e int default null,
                  f timestamp default current_timestamp)"""))
        .isEqualTo(
            """
            T
              A BIGINT: INTEGER of Long from -9223372036854775808 to 9223372036854775807, not null, identity
              B INTEGER: INTEGER of Integer from -2147483648 to 2147483647, always
              C INTEGER: INTEGER of Integer from -2147483648 to 2147483647, identity
              D INTEGER: INTEGER of Integer from -2147483648 to 2147483647, default
              E INTEGER: INTEGER of Integer from -2147483648 to 2147483647
              F TIMESTAMP: TIMESTAMP of LocalDateTime digits 6.0, default""");
    assertThat(readNew("u", "create table u (a int generated always as identity)"))
        .isEqualTo(
            """
            U
              A INTEGER: INTEGER of Integer from -2147483648 to 2147483647, not null, always""");
  }

  @Test
  void readsConstraintsAndUniqueIndexes() {
    dsl.execute(
        """
        create table t (
          a varchar_ignorecase(9), b int, c int, d int,
          constraint tp primary key (b, c), constraint tq unique (c, b),
          constraint tr unique nulls not distinct (d),
          constraint ts check (d > b and a <> 'VALUE'))""");
    dsl.execute("create unique index one_a on t (a desc, d)");
    dsl.execute("create unique nulls not distinct index one_c on t (c)");
    dsl.execute("create index not_unique on t (a)");
    dsl.execute("alter table t add constraint self foreign key (d, c) references t (c, b)");
    assertThat(LiveText.of(read("t")))
        .isEqualTo(
            """
            T
              A VARCHAR_IGNORECASE(9): TEXT of String to 9
              B INTEGER: INTEGER of Integer from -2147483648 to 2147483647, not null
              C INTEGER: INTEGER of Integer from -2147483648 to 2147483647, not null
              D INTEGER: INTEGER of Integer from -2147483648 to 2147483647
              primary TP[B, C]
              unique TQ[C, B]
              unique TR[D], nulls equal
              unique ONE_A[A, D], caseless
              unique ONE_C[C], nulls equal
              reference SELF[D, C] to T[C, B]
              check TS: ("A" <> CAST('VALUE' AS VARCHAR_IGNORECASE(5)))
                AND ("D" > "B")""");
  }

  @Test
  void readsTablesOfOtherSchemas() {
    dsl.execute("create schema other");
    dsl.execute("create table other.parent (a int primary key)");
    dsl.execute(
        "create table other.child (a int, constraint to_parent foreign key (a) references other.parent)");
    dsl.execute(
        "create table child (a int, constraint to_parent foreign key (a) references other.parent)");
    dsl.execute("create local temporary table passing (a int)");

    LiveTable child = LiveSchema.table(dsl, table(name("other", "child")));
    assertThat(LiveText.of(child))
        .isEqualTo(
            """
        OTHER.CHILD
          A INTEGER: INTEGER of Integer from -2147483648 to 2147483647
          reference TO_PARENT[A] to OTHER.PARENT[A]""");
    assertThat(read("child").references().get(0).parent()).isEqualTo(name("OTHER", "PARENT"));
    assertThat(LiveSchema.table(dsl, table(name("parent")))).isNull();
    assertThat(LiveSchema.tables(dsl, "Other")).hasSize(2);
    assertThat(LiveSchema.tables(dsl, null))
        .extracting(table -> table.name().last())
        .containsExactly("Book", "CHILD", "publisher");
  }

  @Test
  void bindsValues() {
    assertThat(stored("varchar(5)", "it's")).isEqualTo("it's");
    assertThat(stored("enum('a', 'b c')", "b c")).isEqualTo("b c");
    assertThat(stored("tinyint", (byte) 7)).isEqualTo("7");
    assertThat(stored("smallint", (short) 7)).isEqualTo("7");
    assertThat(stored("int", 7)).isEqualTo("7");
    assertThat(stored("bigint", 7L)).isEqualTo("7");
    assertThat(stored("numeric(4,2)", new BigDecimal("12.25"))).isEqualTo("12.25");
    assertThat(stored("decfloat", new BigDecimal("12.25"))).isEqualTo("12.25");
    assertThat(stored("real", 1.5f)).isEqualTo("1.5");
    assertThat(stored("double precision", 1.5)).isEqualTo("1.5");
    assertThat(stored("boolean", true)).isEqualTo("TRUE");
    assertThat(stored("date", LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    assertThat(stored("time(6)", LocalTime.of(2, 30, 0, 1000))).isEqualTo("02:30:00.000001");
    assertThat(stored("time with time zone", OffsetTime.of(2, 30, 0, 0, ZoneOffset.UTC)))
        .isEqualTo("02:30:00+00");
    // no such time in Berlin
    LocalDateTime night = LocalDateTime.of(2026, 3, 29, 2, 30);
    assertThat(stored("timestamp", night)).isEqualTo("2026-03-29 02:30:00");
    assertThat(stored("timestamp with time zone", night.atOffset(ZoneOffset.UTC)))
        .isEqualTo("2026-03-29 02:30:00+00");
    assertThat(inserted("interval day to second", "3 04:05:06", "cast(x as varchar)"))
        .isEqualTo("INTERVAL '3 04:05:06' DAY TO SECOND");
    assertThat(inserted("interval hour", "3 04:05:06", "cast(x as varchar)"))
        .isEqualTo("INTERVAL '76' HOUR");
    assertThat(inserted("interval year to month", "3-4", "cast(x as varchar)"))
        .isEqualTo("INTERVAL '3-4' YEAR TO MONTH");
    assertThat(stored("uuid", new UUID(1, 2))).isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(stored("binary(2)", new byte[] {1, -1}, "rawtohex(x)")).isEqualTo("01ff");
    assertThat(stored("blob", new byte[] {1, -1}, "rawtohex(x)")).isEqualTo("01ff");
    assertThat(stored("json", JSON.json("{\"a\":1}"))).isEqualTo("{\"a\":1}");
    assertThat(inserted("geometry(point)", "(1.5,-2)", "cast(x as varchar)"))
        .isEqualTo("POINT (1.5 -2)");
    assertThat(inserted("geometry", "(1.5,-2)", "cast(x as varchar)")).isEqualTo("POINT (1.5 -2)");
    assertThat(inserted("geometry(linestring)", "LINESTRING (1 1, 2 2)", "cast(x as varchar)"))
        .isEqualTo("LINESTRING (1 1, 2 2)");
  }

  @Test
  void bindsArrays() {
    assertThat(stored("int array", new Object[] {1, null, 3})).isEqualTo("[1, null, 3]");
    assertThat(stored("varchar(9) array", new Object[] {"a'"})).isEqualTo("[a']");
    assertThat(stored("enum('a', 'b c') array", new Object[] {"b c"})).isEqualTo("[b c]");
    assertThat(stored("uuid array", new Object[] {new UUID(1, 2)}))
        .isEqualTo("[00000000-0000-0001-0000-000000000002]");
    assertThat(inserted("int array array", new Object[] {new Object[] {1}}, "cast(x as varchar)"))
        .isEqualTo("[[1]]");
    assertThat(inserted("date array", new Object[] {LocalDate.of(2026, 1, 2)}, "x[1]"))
        .isEqualTo("2026-01-02");
    assertThat(inserted("varbinary(9) array", new Object[] {new byte[] {1, -1}}, "rawtohex(x[1])"))
        .isEqualTo("01ff");
    assertThat(
            inserted("json array", new Object[] {JSON.json("{\"a\":1}")}, "cast(x[1] as varchar)"))
        .isEqualTo("{\"a\":1}");
  }

  private String stored(String type, Object value) {
    return stored(type, value, "cast(x as varchar)");
  }
}
