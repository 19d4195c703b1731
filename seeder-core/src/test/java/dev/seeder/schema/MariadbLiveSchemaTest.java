package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class MariadbLiveSchemaTest extends LiveSchemaContract {

  MariadbLiveSchemaTest() {
    super(TestDatabase.MARIADB);
  }

  @Override
  String currentSchema() {
    return dsl.fetchValue("select database()").toString();
  }

  @Override
  String primaryKey(String given) {
    return "PRIMARY";
  }

  @Test
  void readsTypesOfAllKinds() {
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a tinyint, b tinyint unsigned, c tinyint(1), d boolean, e smallint,
                  f smallint unsigned, g mediumint, h mediumint unsigned, i int, j int unsigned,
                  k bigint, l bigint unsigned zerofill, m decimal, n decimal(6,2),
                  o decimal(5,1) unsigned, p float, q float(7,3), r double, s double unsigned,
                  t bit, u bit(9), v char(3), w varchar(20), x tinytext, y text, z longtext,
                  aa date, ab time, ac time(3), ad datetime, ae datetime(6), af timestamp, ag year,
                  ah binary(4), ai varbinary(9), aj tinyblob, ak blob, al json, am uuid, an inet4,
                  ao inet6, ap enum('b', 'a c', 'it''s, "so"'), aq set('x', 'y z'), ar point,
                  au polygon, av longtext check (json_valid(av) and length(av) < 99))"""))
        .isEqualTo(
            """
            t
              a tinyint(4): INTEGER of Byte from -128 to 127
              b tinyint(3) unsigned: INTEGER of Short from 0 to 255
              c tinyint(1): BOOLEAN of Boolean
              d tinyint(1): BOOLEAN of Boolean
              e smallint(6): INTEGER of Short from -32768 to 32767
              f smallint(5) unsigned: INTEGER of Integer from 0 to 65535
              g mediumint(9): INTEGER of Integer from -8388608 to 8388607
              h mediumint(8) unsigned: INTEGER of Integer from 0 to 16777215
              i int(11): INTEGER of Integer from -2147483648 to 2147483647
              j int(10) unsigned: INTEGER of Long from 0 to 4294967295
              k bigint(20): INTEGER of Long from -9223372036854775808 to 9223372036854775807
              l bigint(20) unsigned zerofill: INTEGER of BigInteger from 0 to 9223372036854775807
              m decimal(10,0): DECIMAL of BigDecimal digits 10.0
              n decimal(6,2): DECIMAL of BigDecimal digits 6.2
              o decimal(5,1) unsigned: DECIMAL of BigDecimal digits 5.1
              p float: FLOAT of Float digits 6.0
              q float(7,3): DECIMAL of BigDecimal digits 7.3
              r double: FLOAT of Double digits 15.0
              s double unsigned: FLOAT of Double digits 15.0
              t bit(1): BOOLEAN of Boolean
              u bit(9): BITS of String always 9
              v char(3): TEXT of String always 3
              w varchar(20): TEXT of String to 20
              x tinytext: TEXT of String to 255
              y text: TEXT of String
              z longtext: TEXT of String
              aa date: DATE of LocalDate
              ab time: TIME of LocalTime
              ac time(3): TIME of LocalTime digits 3.0
              ad datetime: TIMESTAMP of LocalDateTime
              ae datetime(6): TIMESTAMP of LocalDateTime digits 6.0
              af timestamp: TIMESTAMP of OffsetDateTime
              ag year(4): INTEGER of Short from 1901 to 2155
              ah binary(4): BINARY of byte[] always 4
              ai varbinary(9): BINARY of byte[] to 9
              aj tinyblob: BINARY of byte[] to 255
              ak blob: BINARY of byte[]
              al longtext: JSON of JSON
              am uuid: UUID of UUID
              an inet4: ADDRESS of String
              ao inet6: ADDRESS of String
              ap enum('b','a c','it''s, "so"'): ENUM of String [b, a c, it's, "so"]
              aq set('x','y z'): ENUM of String [x, y z]
              ar point: POINT of String
              au polygon: OTHER of String
              av longtext: JSON of JSON
              check av: json_valid("av") and octet_length("av") < 99
              check : `o` >= 0
              check : `s` >= 0""");
  }

  @Test
  void readsWhatFillsColumns() {
    dsl.execute("create sequence numbers");
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  a int auto_increment primary key, b int generated always as (d * 2),
                  c int as (d * 3) stored, d int default 7, e int default (d + 1),
                  f varchar(9) default 'NULL', g varchar(9) default null, h int invisible,
                  i datetime default current_timestamp, j datetime on update current_timestamp,
                  k timestamp not null, l int default nextval(numbers))"""))
        .isEqualTo(
            """
            t
              a int(11): INTEGER of Integer from -2147483648 to 2147483647, not null, identity
              b int(11): INTEGER of Integer from -2147483648 to 2147483647, always
              c int(11): INTEGER of Integer from -2147483648 to 2147483647, always
              d int(11): INTEGER of Integer from -2147483648 to 2147483647, default
              e int(11): INTEGER of Integer from -2147483648 to 2147483647, default
              f varchar(9): TEXT of String to 9, default
              g varchar(9): TEXT of String to 9
              h int(11): INTEGER of Integer from -2147483648 to 2147483647
              i datetime: TIMESTAMP of LocalDateTime, default
              j datetime: TIMESTAMP of LocalDateTime
              k timestamp: TIMESTAMP of OffsetDateTime, not null
              l int(11): INTEGER of Integer from -2147483648 to 2147483647, identity
              primary PRIMARY[a]""");
  }

  @Test
  void readsImplicitDefaultsOfTimestamps() {
    dsl.connection(
        connection -> {
          DSLContext one = DSL.using(connection, dsl.dialect());
          one.execute("set explicit_defaults_for_timestamp = off");
          one.execute("create table t (a timestamp, b timestamp null)");
        });

    assertThat(LiveText.of(read("t")))
        .isEqualTo(
            """
            t
              a timestamp: TIMESTAMP of OffsetDateTime, not null, default
              b timestamp: TIMESTAMP of OffsetDateTime""");
  }

  @Test
  void readsConstraintsAndUniqueIndexes() {
    dsl.execute(
        """
        create table t (
          a varchar(9), b int, c int, d varchar(9) collate utf8mb4_bin,
          primary key (c, b), unique two (b, d), unique (a),
          constraint self foreign key (b, c) references t (c, b),
          check (a <> 'it''s'), constraint named check (b > c or a like 'a%'))""");
    dsl.execute("create unique index beginning on t (d(5), b desc)");
    dsl.execute("create index not_unique on t (d)");

    assertThat(LiveText.of(read("t")))
        .isEqualTo(
            """
            t
              a varchar(9): TEXT of String to 9
              b int(11): INTEGER of Integer from -2147483648 to 2147483647, not null
              c int(11): INTEGER of Integer from -2147483648 to 2147483647, not null
              d varchar(9): TEXT of String to 9
              primary PRIMARY[c, b]
              unique a[a], caseless
              unique beginning[d, b], expressions
              unique two[b, d]
              reference self[b, c] to t[c, b]
              check CONSTRAINT_1: "a" <> 'it''s'
              check named: "b" > "c" or "a" like 'a%'""");
  }

  @Test
  void readsTablesOfOtherSchemas() {
    String other = currentSchema() + "_other";
    dsl.execute("create database {0}", name(other));
    dsl.execute("create table {0} (a int primary key)", name(other, "parent"));
    dsl.execute(
        "create table {0} (a int, constraint up foreign key (a) references {1} (a))",
        name(other, "child"), name(other, "parent"));

    LiveTable child = LiveSchema.table(dsl, table(name(other.toUpperCase(Locale.ROOT), "CHILD")));
    assertThat(child.name()).isEqualTo(name(other, "child"));
    assertThat(child.references().get(0).parent()).isEqualTo(name(other, "parent"));
    assertThat(LiveSchema.table(dsl, table(name("child")))).isNull();
    assertThat(LiveSchema.tables(dsl, other)).hasSize(2);
    dsl.execute("drop database {0}", name(other));
  }

  @Test
  void readsNoSequencesAndNothingTemporary() {
    dsl.execute("create sequence numbers");
    dsl.execute("create table versioned (a int) with system versioning");

    assertThat(LiveSchema.tables(dsl, null))
        .extracting(table -> table.name().last())
        .containsExactly("Book", "publisher", "versioned");
  }

  @Test
  void bindsValues() {
    assertThat(stored("varchar(5)", "it's")).isEqualTo("it's");
    assertThat(stored("enum('a', 'b c')", "b c")).isEqualTo("b c");
    assertThat(stored("set('a', 'b c')", "b c")).isEqualTo("b c");
    assertThat(stored("tinyint", (byte) -7)).isEqualTo("-7");
    assertThat(stored("tinyint unsigned", (short) 255)).isEqualTo("255");
    assertThat(stored("smallint unsigned", 65535)).isEqualTo("65535");
    assertThat(stored("mediumint unsigned", 16777215)).isEqualTo("16777215");
    assertThat(stored("int", 7)).isEqualTo("7");
    assertThat(stored("int unsigned", 4294967295L)).isEqualTo("4294967295");
    assertThat(stored("bigint", 7L)).isEqualTo("7");
    assertThat(stored("bigint unsigned", new BigInteger("18446744073709551615")))
        .isEqualTo("18446744073709551615");
    assertThat(stored("decimal(4,2)", new BigDecimal("12.25"))).isEqualTo("12.25");
    assertThat(stored("float(7,3)", new BigDecimal("12.250"))).isEqualTo("12.250");
    assertThat(stored("float", 1.5f)).isEqualTo("1.5");
    assertThat(stored("double", 1.5)).isEqualTo("1.5");
    assertThat(stored("boolean", true)).isEqualTo("1");
    assertThat(stored("bit", true, "x + 0")).isEqualTo("1");
    assertThat(inserted("bit(9)", "100000001", "bin(x)")).isEqualTo("100000001");
    assertThat(stored("date", LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    assertThat(stored("time(6)", LocalTime.of(2, 30, 0, 1000))).isEqualTo("02:30:00.000001");
    // no such time in Berlin
    LocalDateTime night = LocalDateTime.of(2026, 3, 29, 2, 30);
    assertThat(stored("datetime", night)).isEqualTo("2026-03-29 02:30:00");
    assertThat(inserted("timestamp null", night.atOffset(ZoneOffset.UTC), "unix_timestamp(x)"))
        .isEqualTo("" + night.toEpochSecond(ZoneOffset.UTC));
    assertThat(stored("year", (short) 2026)).isEqualTo("2026");
    assertThat(stored("binary(2)", new byte[] {1, -1}, "hex(x)")).isEqualTo("01FF");
    assertThat(stored("blob", new byte[] {1, -1}, "hex(x)")).isEqualTo("01FF");
    assertThat(stored("json", JSON.json("{\"a\": 1}"))).isEqualTo("{\"a\": 1}");
    assertThat(stored("uuid", new UUID(1, 2))).isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(stored("inet4", "192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(stored("inet6", "2001:db8::7")).isEqualTo("2001:db8::7");
    assertThat(inserted("inet6", "192.0.2.7", "x")).isEqualTo("::ffff:192.0.2.7");
    assertThat(inserted("point", "(1.5,-2)", "st_astext(x)")).isEqualTo("POINT(1.5 -2)");
    assertThat(inserted("geometry", "(1.5,-2)", "st_astext(x)")).isEqualTo("POINT(1.5 -2)");
    assertThat(inserted("linestring", "LINESTRING(1 1,2 2)", "st_astext(x)"))
        .isEqualTo("LINESTRING(1 1,2 2)");
  }

  private String stored(String type, Object value) {
    return stored(type, value, "cast(x as char)");
  }
}
