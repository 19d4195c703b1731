package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SqliteLiveSchemaTest extends LiveSchemaContract {

  SqliteLiveSchemaTest() {
    super(TestDatabase.SQLITE);
  }

  @Override
  String currentSchema() {
    return "main";
  }

  @Test
  void readsTypesByTheirNamesAndElseByTheirAffinity() {
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a varchar(20), b decimal(4,2), c boolean, d date, e datetime, f uuid, g json,
                  h blob, i real, j double precision, k tinyint, l tinyint(1), m int8, n,
                  o character varying ( 30 ), p char(3), q time, r timestamp with time zone,
                  s varbinary(16), t unsigned big int, u text, v numeric, w fancy, x float,
                  y nvarchar(10), z integer)"""))
        .isEqualTo(
            """
            t
              a varchar(20): TEXT of String to 20
              b decimal(4,2): DECIMAL of BigDecimal digits 4.2
              c boolean: BOOLEAN of Boolean
              d date: DATE of LocalDate
              e datetime: TIMESTAMP of LocalDateTime
              f uuid: UUID of UUID
              g json: JSON of JSON
              h BLOB: BINARY of byte[]
              i REAL: FLOAT of Double digits 15.0
              j double precision: FLOAT of Double digits 15.0
              k tinyint: INTEGER of Long from -128 to 127
              l tinyint(1): BOOLEAN of Boolean
              m int8: INTEGER of Long from -9223372036854775808 to 9223372036854775807
              n : TEXT of String
              o character varying ( 30 ): TEXT of String to 30
              p char(3): TEXT of String always 3
              q time: TIME of LocalTime
              r timestamp with time zone: TIMESTAMP of OffsetDateTime
              s varbinary(16): BINARY of byte[] to 16
              t unsigned big int: INTEGER of Long from 0 to 9223372036854775807
              u TEXT: TEXT of String
              v numeric: DECIMAL of BigDecimal
              w fancy: DECIMAL of BigDecimal
              x float: FLOAT of Double digits 15.0
              y nvarchar(10): TEXT of String to 10
              z INTEGER: INTEGER of Long from -2147483648 to 2147483647""");
  }

  @Test
  void readsStrictTables() {
    assertThat(
            readNew(
                "t",
                "create table t (a text primary key, b int, c real, d blob, e any not null) strict"))
        .isEqualTo(
            """
            t
              a TEXT: TEXT of String, not null
              b INT: INTEGER of Long from -2147483648 to 2147483647
              c REAL: FLOAT of Double digits 15.0
              d BLOB: BINARY of byte[]
              e ANY: TEXT of String, not null
              primary [a]""");
  }

  @Test
  void readsWhatOnlyTheStatementTells() {
    assertThat(
            readNew(
                "Order",
                """
                create table "Order" ( -- a comment, with (
                  id integer constraint order_key primary key autoincrement,
                  "a ""b""\" int not null default (1 + (2)) check ("a ""b""\" > 0 /* ) */ and 1),
                  [c d] text collate nocase constraint named check([c d] <> ')--' ) unique,
                  `e` text constraint not_null not null check (length(e) < 10) check (e <> 'it''s'),
                  'f' integer default null constraint parent references Book,
                  g generated always as (f * 2), h as (f * 3) stored,
                  i date default current_date,
                  CONSTRAINT twice UNIQUE (f, i) constraint thrice check (g > (f)),
                  foreign key (f, i) references nowhere (x, y) deferrable initially deferred,
                  constraint publisher_of foreign key (f, "a ""b""\") references PUBLISHER
                )"""))
        .isEqualTo(
            """
            Order
              id INTEGER: INTEGER of Long from -2147483648 to 2147483647, not null, identity
              a "b" INT: INTEGER of Long from -2147483648 to 2147483647, not null, default
              c d TEXT: TEXT of String
              e TEXT: TEXT of String, not null
              f INTEGER: INTEGER of Long from -2147483648 to 2147483647
              g : TEXT of String, always
              h : TEXT of String, always
              i date: DATE of LocalDate, default
              primary order_key[id]
              unique [c d], caseless
              unique twice[f, i]
              reference parent[f] to Book[id], deferrable
              reference [f, i] to nowhere[x, y], deferrable
              reference publisher_of[f, a "b"] to publisher[country, number], deferrable
              check : "a ""b""\" > 0 and 1
              check named: [c d] <> ')--'
              check : length(e) < 10
              check : e <> 'it''s'
              check thrice: g > (f)""");
  }

  @Test
  void readsPrimaryKeysAsSqliteTakesThem() {
    assertThat(keyColumn("x int primary key, y text")).isEqualTo("x INT, nullable, NOTHING");
    assertThat(keyColumn("x integer primary key desc")).isEqualTo("x INTEGER, nullable, NOTHING");
    assertThat(keyColumn("y text, x integer, primary key (x)"))
        .isEqualTo("x INTEGER, not null, IDENTITY");
    assertThat(keyColumn("x integer, y text, primary key (x, y)"))
        .isEqualTo("x INTEGER, nullable, NOTHING");
  }

  private String keyColumn(String columns) {
    dsl.execute("create table keyed (" + columns + ")");
    LiveColumn key = read("keyed").column("x");
    dsl.execute("drop table keyed");
    return key.name()
        + " "
        + key.type().name()
        + (key.nullable() ? ", nullable, " : ", not null, ")
        + key.filling();
  }

  @Test
  void readsTablesWithoutRowId() {
    assertThat(readNew("t", "create table t (x integer, y text, primary key (y, x)) without rowid"))
        .isEqualTo(
            """
            t
              x INTEGER: INTEGER of Long from -2147483648 to 2147483647, not null
              y TEXT: TEXT of String, not null
              primary [y, x]""");
  }

  @Test
  void readsUniqueIndexes() {
    dsl.execute("create table t (a text, b int, c text collate nocase, unique (c))");
    dsl.execute("create unique index lower_a on t (b, lower(a) || 'c')");
    dsl.execute(
        "create unique index some_b on t(b desc) /* not all */ where a is not null and (b>0)");
    dsl.execute("create unique index a_nocase on t (a collate nocase)");
    dsl.execute("create index not_unique on t (a)");

    assertThat(LiveText.of(read("t")))
        .isEqualTo(
            """
            t
              a TEXT: TEXT of String
              b INT: INTEGER of Long from -2147483648 to 2147483647
              c TEXT: TEXT of String
              unique [c], caseless
              unique lower_a[b, a], expressions
              unique some_b[b], where a is not null and (b>0)
              unique a_nocase[a], caseless""");
  }

  @Test
  void readsNoVirtualTablesAndNothingOfTheDatabasesOwn() {
    dsl.execute("create virtual table words using fts5(word)");
    dsl.execute("create table counted (id integer primary key autoincrement)");
    dsl.execute("analyze");

    assertThat(LiveSchema.tables(dsl, null))
        .extracting(table -> table.name().last())
        .containsExactly("Book", "counted", "publisher");
    assertThat(LiveText.of(read("words")))
        .isEqualTo(
            """
            words
              word : TEXT of String""");
  }

  @Test
  void readsTemporaryTablesBeforeOthers() {
    dsl.connection(
        connection -> {
          DSLContext one = DSL.using(connection, dsl.dialect());
          one.execute("create temporary table book (x int)");

          LiveTable found = LiveSchema.table(one, table(name("book")));
          assertThat(found.name()).isEqualTo(name("temp", "book"));
          assertThat(found.columns()).extracting(LiveColumn::name).containsExactly("x");
          assertThat(LiveSchema.tables(one, null)).hasSize(2);
        });
  }

  @Test
  void readsAttachedDatabases() {
    dsl.connection(
        connection -> {
          DSLContext one = DSL.using(connection, dsl.dialect());
          one.execute("attach ':memory:' as \"my archive\"");
          one.execute("create table \"my archive\".old (x int references old)");

          LiveTable found = LiveSchema.table(one, table(name("OLD")));
          assertThat(found.name()).isEqualTo(name("my archive", "old"));
          assertThat(found.references().get(0).parent()).isEqualTo(found.name());
          assertThat(LiveSchema.tables(one, "My Archive")).isEqualTo(List.of(found));
        });
  }

  @Test
  void bindsValuesSoThatTheyAreStoredWell() {
    assertThat(stored("varchar(20)", "it's")).isEqualTo("text 'it''s'");
    assertThat(stored("integer", 7L)).isEqualTo("integer 7");
    assertThat(stored("decimal(4,2)", new BigDecimal("12.25"))).isEqualTo("real 12.25");
    assertThat(stored("real", 1.5)).isEqualTo("real 1.5");
    assertThat(stored("boolean", true)).isEqualTo("integer 1");
    assertThat(stored("date", LocalDate.of(2026, 3, 1))).isEqualTo("text '2026-03-01'");
    assertThat(stored("time", LocalTime.of(2, 30))).isEqualTo("text '02:30:00'");
    // no such time in Berlin
    assertThat(stored("datetime", LocalDateTime.of(2026, 3, 29, 2, 30)))
        .isEqualTo("text '2026-03-29 02:30:00'");
    assertThat(stored("timestamptz", LocalDateTime.of(2026, 3, 29, 2, 30).atOffset(ZoneOffset.UTC)))
        .isEqualTo("text '2026-03-29 02:30:00+00:00'");
    assertThat(stored("uuid", new UUID(1, 2)))
        .isEqualTo("text '00000000-0000-0001-0000-000000000002'");
    assertThat(stored("json", JSON.json("{\"a\":[1]}"))).isEqualTo("text '{\"a\":[1]}'");
    assertThat(stored("blob", new byte[] {1, -1})).isEqualTo("blob X'01FF'");
    assertThat(stored("", "12")).isEqualTo("text '12'");
  }

  private String stored(String type, Object value) {
    return stored(type, value, "typeof(x) || ' ' || quote(x)");
  }
}
