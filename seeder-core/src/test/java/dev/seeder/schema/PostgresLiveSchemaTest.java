package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("newest-postgres")
class PostgresLiveSchemaTest extends LiveSchemaContract {

  PostgresLiveSchemaTest() {
    super(TestDatabase.POSTGRES);
  }

  @Override
  String currentSchema() {
    return dsl.fetchValue("select current_schema()").toString();
  }

  @Test
  void readsTypesOfAllKinds() {
    dsl.execute("create type mood as enum ('sad', 'so so', 'it''s \"fine\"')");
    dsl.execute("create type \"Pair of\" as (a int, b int)");
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a smallint, b int, c bigint, d numeric, e numeric(6,2), f numeric(3,-2),
                  g numeric(2,4), h real, i double precision, j money, k boolean, l text,
                  m varchar, n varchar(20), o char(3), p bpchar, q name, r "char", s date, t time,
                  u time(0) with time zone, v timestamp(3), w timestamptz, x interval,
                  y interval second(2), z uuid, aa bytea, ab bit(4), ac bit varying(9), ad bit,
                  ae json, af jsonb, ag xml, ah inet, ai cidr, aj macaddr, ak macaddr8, al point,
                  am tsvector, an tsquery, ao mood, ap "Pair of", aq box, ar oid,
                  "as" int4range, at tstzrange, au int[], av varchar(5)[][], aw mood[], ax int4multirange)"""))
        .isEqualTo(
            """
            t
              a smallint: INTEGER of Short from -32768 to 32767
              b integer: INTEGER of Integer from -2147483648 to 2147483647
              c bigint: INTEGER of Long from -9223372036854775808 to 9223372036854775807
              d numeric: DECIMAL of BigDecimal
              e numeric(6,2): DECIMAL of BigDecimal digits 6.2
              f numeric(3,-2): DECIMAL of BigDecimal digits 3.-2
              g numeric(2,4): DECIMAL of BigDecimal digits 2.4
              h real: FLOAT of Float digits 6.0
              i double precision: FLOAT of Double digits 15.0
              j money: DECIMAL of BigDecimal digits 17.2
              k boolean: BOOLEAN of Boolean
              l text: TEXT of String
              m character varying: TEXT of String
              n character varying(20): TEXT of String to 20
              o character(3): TEXT of String always 3
              p bpchar: TEXT of String
              q name: TEXT of String to 63
              r "char": TEXT of String to 1
              s date: DATE of LocalDate
              t time without time zone: TIME of LocalTime digits 6.0
              u time(0) with time zone: TIME of OffsetTime
              v timestamp(3) without time zone: TIMESTAMP of LocalDateTime digits 3.0
              w timestamp with time zone: TIMESTAMP of OffsetDateTime digits 6.0
              x interval: INTERVAL of String digits 6.0
              y interval second(2): INTERVAL of String digits 2.0
              z uuid: UUID of UUID
              aa bytea: BINARY of byte[]
              ab bit(4): BITS of String always 4
              ac bit varying(9): BITS of String to 9
              ad bit(1): BITS of String always 1
              ae json: JSON of JSON
              af jsonb: JSON of JSONB
              ag xml: XML of String
              ah inet: ADDRESS of String
              ai cidr: NETWORK of String
              aj macaddr: MAC_ADDRESS of String always 6
              ak macaddr8: MAC_ADDRESS of String always 8
              al point: POINT of String
              am tsvector: SEARCH_TEXT of String
              an tsquery: SEARCH_TEXT of String
              ao mood: ENUM of String [sad, so so, it's "fine"]
              ap "Pair of": OTHER of String
              aq box: OTHER of String
              ar oid: INTEGER of Long from 0 to 4294967295
              as int4range: RANGE of String [integer: INTEGER of Integer from -2147483648 to 2147483647]
              at tstzrange: RANGE of String [timestamp with time zone: TIMESTAMP of OffsetDateTime digits 6.0]
              au integer[]: ARRAY of Object[] [integer: INTEGER of Integer from -2147483648 to 2147483647]
              av character varying(5)[]: ARRAY of Object[] [character varying(5): TEXT of String to 5]
              aw mood[]: ARRAY of Object[] [mood: ENUM of String [sad, so so, it's "fine"]]
              ax int4multirange: OTHER of String""");
  }

  @Test
  void readsDomains() {
    dsl.execute("create domain positive as int check (value > 0)");
    dsl.execute(
        "create domain percent as positive default 1 constraint most check (VALUE <= 100 and VALUE <> length('VALUE'))");
    dsl.execute("create domain code as varchar(3) not null check (value ~ '^[A-Z]+$')");
    dsl.execute("create domain codes as code[]");
    assertThat(
            readNew(
                "t",
                "create table t (\"a \"\"A\"\"\" percent, b code, c positive[], d codes, e positive not null default 7)"))
        .isEqualTo(
            """
            t
              a "A" percent: INTEGER of Integer from -2147483648 to 2147483647, default
              b code: TEXT of String to 3, not null
              c positive[]: ARRAY of Object[] [positive: INTEGER of Integer from -2147483648 to 2147483647]
              d codes: ARRAY of Object[] [code: TEXT of String to 3]
              e positive: INTEGER of Integer from -2147483648 to 2147483647, not null, default
              check code_check: "b"::text ~ '^[A-Z]+$'::text
              check most: "a ""A\"\"\"::integer <= 100 AND "a ""A\"\"\"::integer <> length('VALUE'::text)
              check positive_check: "a ""A\"\"\" > 0
              check positive_check: "e" > 0""");
  }

  @Test
  void ordersTheChecksThatColumnsHaveOfOneDomain() {
    dsl.execute("create domain positive as int check (value > 0)");
    dsl.execute("create table t (z positive, m positive, a positive)");

    assertThat(read("t").checks())
        .extracting(LiveCheck::condition)
        .containsExactly("\"a\" > 0", "\"m\" > 0", "\"z\" > 0");
  }

  @Test
  void readsWhatFillsColumns() {
    dsl.execute("create sequence numbers");
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a serial, b bigint generated by default as identity,
                  c bigint generated always as identity, d int generated always as (a * 2) stored,
                  e int default nextval('numbers'), f int default 7, g int default null)"""))
        .isEqualTo(
            """
            t
              a integer: INTEGER of Integer from -2147483648 to 2147483647, not null, identity
              b bigint: INTEGER of Long from -9223372036854775808 to 9223372036854775807, not null, identity
              c bigint: INTEGER of Long from -9223372036854775808 to 9223372036854775807, not null, always
              d integer: INTEGER of Integer from -2147483648 to 2147483647, always
              e integer: INTEGER of Integer from -2147483648 to 2147483647, identity
              f integer: INTEGER of Integer from -2147483648 to 2147483647, default
              g integer: INTEGER of Integer from -2147483648 to 2147483647""");
  }

  @Test
  void readsUniqueIndexes() {
    dsl.execute(
        "create table t (gone int, a text, b int, c text, d int, unique nulls not distinct (b, c), unique (d) include (a))");
    dsl.execute("create unique index lower_a on t (b, lower(a), (a || c))");
    dsl.execute("create unique index some_b on t (b desc) where a is not null and d > 0");
    dsl.execute("create index not_unique on t (a)");
    dsl.execute("alter table t drop column gone");
    dsl.execute(
        "create collation caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
    dsl.execute("create unique index a_caseless on t (a collate caseless)");
    assertThat(LiveText.of(read("t")))
        .isEqualTo(
            """
            t
              a text: TEXT of String
              b integer: INTEGER of Integer from -2147483648 to 2147483647
              c text: TEXT of String
              d integer: INTEGER of Integer from -2147483648 to 2147483647
              unique a_caseless[a], caseless
              unique lower_a[b, a, c], expressions
              unique some_b[b], where a IS NOT NULL AND d > 0
              unique t_b_c_key[b, c], nulls equal
              unique t_d_a_key[d]""");
  }

  @Test
  void readsReferencesAndChecks() {
    dsl.execute("create table t (a int primary key, b int unique)");
    assertThat(
            readNew(
                "u",
                """
                create table u (
                  a int references t deferrable, b int references t (b) on delete cascade,
                  c text check (c in ('x', 'y')) no inherit, check (a > b or c is null),
                  exclude (a with =))"""))
        .isEqualTo(
            """
            u
              a integer: INTEGER of Integer from -2147483648 to 2147483647
              b integer: INTEGER of Integer from -2147483648 to 2147483647
              c text: TEXT of String
              reference u_a_fkey[a] to t[a], deferrable
              reference u_b_fkey[b] to t[b]
              check u_c_check: c = ANY (ARRAY['x'::text, 'y'::text])
              check u_check: a > b OR c IS NULL""");
  }

  @Test
  void readsPartitionedTablesButNotTheirPartitions() {
    dsl.execute(
        "create table t (a int, b date not null, primary key (a, b)) partition by range (b)");
    dsl.execute("create table t_old partition of t for values from (minvalue) to ('2020-01-01')");
    dsl.execute("create table t_new partition of t for values from ('2020-01-01') to (maxvalue)");
    dsl.execute("create table u (a int, b date, foreign key (a, b) references t)");
    dsl.execute("create temporary table passing (a int)");
    dsl.execute("create table nothing ()");

    assertThat(LiveSchema.tables(dsl, null))
        .extracting(table -> table.name().last())
        .containsExactly("Book", "nothing", "publisher", "t", "u");
    assertThat(read("t").keys()).hasSize(1);
    assertThat(read("u").references()).hasSize(1);
    assertThat(read("t_old").columns()).hasSize(2);
    assertThat(read("nothing").columns()).isEmpty();
  }

  @Test
  void readsWhatOnlyThePartitionsSay() {
    dsl.execute("create table v (id int primary key)");
    dsl.execute("create table t (a int, b date not null) partition by range (b)");
    dsl.execute(
        "create table t_old partition of t (foreign key (a) references v) for values from"
            + " ('2019-01-01') to ('2020-01-01')");
    dsl.execute(
        "create table t_new partition of t (foreign key (a) references v) for values from"
            + " ('2020-01-01') to ('2021-01-01')");

    LiveTable partitioned = read("t");

    assertThat(partitioned.references())
        .singleElement()
        .satisfies(
            reference -> {
              assertThat(reference.columns()).containsExactly("a");
              assertThat(reference.parent().last()).isEqualTo("v");
            });
    assertThat(partitioned.checks())
        .singleElement()
        .satisfies(
            check -> assertThat(check.condition()).contains("2019-01-01", "2021-01-01", " or "));
  }

  @Test
  void readsTablesOfOtherSchemas() {
    String other = currentSchema() + "_other";
    dsl.createSchema(name(other)).execute();
    dsl.execute("create table {0} (a int primary key)", name(other, "parent"));
    dsl.execute(
        "create table {0} (a int references {1})", name(other, "child"), name(other, "parent"));

    LiveTable child = LiveSchema.table(dsl, table(name(other.toUpperCase(Locale.ROOT), "CHILD")));
    assertThat(child.name()).isEqualTo(name(other, "child"));
    assertThat(child.references().get(0).parent()).isEqualTo(name(other, "parent"));
    assertThat(LiveSchema.table(dsl, table(name("child")))).isNull();
    assertThat(LiveSchema.tables(dsl, other)).hasSize(2);
    dsl.dropSchema(name(other)).cascade().execute();
  }

  @Test
  void bindsValues() {
    dsl.execute("create type mood as enum ('sad', 'so so')");
    dsl.execute("create domain shout as varchar(5) check (value = upper(value))");
    assertThat(stored("mood", "so so")).isEqualTo("so so");
    assertThat(stored("varchar(5)", "it's")).isEqualTo("it's");
    assertThat(stored("char(5)", "abcde")).isEqualTo("abcde");
    assertThat(stored("shout", "AB")).isEqualTo("AB");
    assertThat(stored("name", "AB")).isEqualTo("AB");
    assertThat(stored("\"char\"", "A")).isEqualTo("A");
    assertThat(stored("smallint", (short) 7)).isEqualTo("7");
    assertThat(stored("int", 7)).isEqualTo("7");
    assertThat(stored("bigint", 7L)).isEqualTo("7");
    assertThat(stored("oid", 4_000_000_000L)).isEqualTo("4000000000");
    assertThat(stored("numeric(4,2)", new BigDecimal("12.25"))).isEqualTo("12.25");
    assertThat(inserted("money", new BigDecimal("1234.50"), "x::text")).isEqualTo("$1,234.50");
    assertThat(stored("real", 1.5f)).isEqualTo("1.5");
    assertThat(stored("float8", 1.5)).isEqualTo("1.5");
    assertThat(stored("boolean", true)).isEqualTo("true");
    assertThat(stored("date", LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    assertThat(stored("time(6)", LocalTime.of(2, 30, 0, 1000))).isEqualTo("02:30:00.000001");
    assertThat(stored("timetz", OffsetTime.of(2, 30, 0, 0, ZoneOffset.UTC)))
        .isEqualTo("02:30:00+00");
    // no such time in Berlin
    LocalDateTime night = LocalDateTime.of(2026, 3, 29, 2, 30);
    assertThat(stored("timestamp", night)).isEqualTo("2026-03-29 02:30:00");
    assertThat(
            inserted("timestamptz", night.atOffset(ZoneOffset.UTC), "(x at time zone 'UTC')::text"))
        .isEqualTo("2026-03-29 02:30:00");
    assertThat(inserted("interval", "3 04:05:06", "x::text")).isEqualTo("3 days 04:05:06");
    assertThat(stored("uuid", new UUID(1, 2))).isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(stored("bytea", new byte[] {1, -1})).isEqualTo("\\x01ff");
    assertThat(stored("bit(4)", "1010")).isEqualTo("1010");
    assertThat(stored("bit varying(9)", "101")).isEqualTo("101");
    assertThat(stored("json", JSON.json("{\"a\": 1}"))).isEqualTo("{\"a\": 1}");
    assertThat(stored("jsonb", JSONB.jsonb("{\"a\": 1}"))).isEqualTo("{\"a\": 1}");
    assertThat(stored("xml", "<a>b</a>")).isEqualTo("<a>b</a>");
    assertThat(stored("inet", "192.0.2.7")).isEqualTo("192.0.2.7/32");
    assertThat(stored("cidr", "192.0.2.0/24")).isEqualTo("192.0.2.0/24");
    assertThat(stored("macaddr", "08:00:2b:01:02:03")).isEqualTo("08:00:2b:01:02:03");
    assertThat(stored("macaddr8", "08:00:2b:01:02:03:04:05")).isEqualTo("08:00:2b:01:02:03:04:05");
    assertThat(stored("point", "(1.5,-2)")).isEqualTo("(1.5,-2)");
    assertThat(stored("box", "(2,2),(1,1)")).isEqualTo("(2,2),(1,1)");
    assertThat(stored("int4range", "[1,5)")).isEqualTo("[1,5)");
    assertThat(stored("daterange", "[2026-01-01,2026-01-05)")).isEqualTo("[2026-01-01,2026-01-05)");
    assertThat(stored("int4multirange", "{[1,5)}")).isEqualTo("{[1,5)}");
    assertThat(stored("jsonpath", "$.\"a\"")).isEqualTo("$.\"a\"");
  }

  @Test
  void bindsArrays() {
    dsl.execute("create type mood as enum ('sad', 'so so')");
    dsl.execute("create domain shout as varchar(5) check (value = upper(value))");
    dsl.execute("create domain shouts as shout[]");
    assertThat(stored("int[]", new Object[] {1, null, 3})).isEqualTo("{1,NULL,3}");
    assertThat(stored("varchar(9)[]", new Object[] {"a\"b\\,{}'"}))
        .isEqualTo("{\"a\\\"b\\\\,{}'\"}");
    assertThat(stored("mood[]", new Object[] {"so so", "sad"})).isEqualTo("{\"so so\",sad}");
    assertThat(inserted("shout[]", new Object[] {"A"}, "x::text")).isEqualTo("{A}");
    assertThat(inserted("shouts", new Object[] {"A"}, "x::text")).isEqualTo("{A}");
    assertThat(stored("uuid[]", new Object[] {new UUID(1, 2)}))
        .isEqualTo("{00000000-0000-0001-0000-000000000002}");
    assertThat(inserted("inet[]", new Object[] {"192.0.2.7"}, "x::text")).isEqualTo("{192.0.2.7}");
    assertThat(stored("numeric(4,1)[]", new Object[] {new BigDecimal("1.5")})).isEqualTo("{1.5}");
    assertThat(stored("boolean[]", new Object[] {true})).isEqualTo("{t}");
    assertThat(inserted("date[]", new Object[] {LocalDate.of(2026, 1, 2)}, "x::text"))
        .isEqualTo("{2026-01-02}");
    assertThat(
            inserted("timestamp[]", new Object[] {LocalDateTime.of(2026, 3, 29, 2, 30)}, "x::text"))
        .isEqualTo("{\"2026-03-29 02:30:00\"}");
    assertThat(inserted("bytea[]", new Object[] {new byte[] {1, -1}}, "x::text"))
        .isEqualTo("{\"\\\\x01ff\"}");
    assertThat(inserted("jsonb[]", new Object[] {JSONB.jsonb("{\"a\": 1}")}, "x::text"))
        .isEqualTo("{\"{\\\"a\\\": 1}\"}");
  }

  /** Tells what was stored, and that the binding reads it, too. */
  private String stored(String type, Object value) {
    return stored(type, value, "x::text");
  }
}
