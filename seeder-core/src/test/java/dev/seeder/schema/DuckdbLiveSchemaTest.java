package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSON;
import org.junit.jupiter.api.Test;

class DuckdbLiveSchemaTest extends LiveSchemaContract {

  private static final Map<String, String> MADE_UP =
      Map.of(
          "publisher_key", "publisher_country_number_pkey",
          "publisher_name", "publisher_name_key",
          "book_key", "Book_id_pkey",
          "book_part", "Book_part of_id_fkey",
          "book_publisher", "Book_country_publisher_country_number_fkey",
          "book_pages", "Book_pages_check",
          "book_price", "Book_price_title_check");

  DuckdbLiveSchemaTest() {
    super(TestDatabase.DUCKDB);
  }

  @Override
  String currentSchema() {
    return "main";
  }

  @Override
  String constraint(String given) {
    // it makes names of its own, whatever was given
    return MADE_UP.get(given);
  }

  @Override
  int length(int given) {
    return Integer.MAX_VALUE;
  }

  @Test
  void readsTypesOfAllKinds() {
    dsl.execute("create type mood as enum ('sad', 'it''s')");
    dsl.execute("create sequence numbers");
    assertThat(
            readNew(
                "t",
                """
                create table t (
                  id integer primary key default nextval('numbers'), a tinyint, b utinyint,
                  c hugeint, d decimal(6,2), e float, f double, g boolean, h date, i time,
                  j timestamp, k timestamptz, l timestamp_s, m interval, n uuid, o blob, p mood,
                  q integer[], r struct(x integer), s json, u ubigint default 7, v varchar(9) default null,
                  w integer generated always as (id * 2), unique (a, b))"""))
        .isEqualTo(
            """
            t
              id INTEGER: INTEGER of Integer from -2147483648 to 2147483647, not null, identity
              a TINYINT: INTEGER of Byte from -128 to 127
              b UTINYINT: INTEGER of Short from 0 to 255
              c HUGEINT: INTEGER of BigInteger from -9223372036854775808 to 9223372036854775807
              d DECIMAL(6,2): DECIMAL of BigDecimal digits 6.2
              e FLOAT: FLOAT of Float digits 6.0
              f DOUBLE: FLOAT of Double digits 15.0
              g BOOLEAN: BOOLEAN of Boolean
              h DATE: DATE of LocalDate
              i TIME: TIME of LocalTime digits 6.0
              j TIMESTAMP: TIMESTAMP of LocalDateTime digits 6.0
              k TIMESTAMP WITH TIME ZONE: TIMESTAMP of OffsetDateTime digits 6.0
              l TIMESTAMP_S: TIMESTAMP of LocalDateTime
              m INTERVAL: OTHER of String
              n UUID: UUID of UUID
              o BLOB: BINARY of byte[]
              p ENUM('sad', 'it''s'): ENUM of String [sad, it's]
              q INTEGER[]: OTHER of String
              r STRUCT(x INTEGER): OTHER of String
              s JSON: JSON of JSON
              u UBIGINT: INTEGER of BigInteger from 0 to 9223372036854775807, default
              v VARCHAR: TEXT of String
              w INTEGER: INTEGER of Integer from -2147483648 to 2147483647, always
              primary t_id_pkey[id]
              unique t_a_b_key[a, b]""");
  }

  @Test
  void readsIndexesOfExpressions() {
    dsl.execute("create table t (\"a b\" varchar, c integer, d integer)");
    dsl.execute("create unique index plain on t (\"a b\", c)");
    dsl.execute("create unique index lowered on t (lower(\"a b\"))");

    assertThat(LiveText.of(read("t")))
        .endsWith("unique lowered[a b], expressions\n  unique plain[a b, c]");
  }

  @Test
  void bindsWhatIsStored() {
    dsl.execute("create type mood as enum ('sad', 'glad')");
    String text = "x::varchar";
    assertThat(stored("utinyint", (short) 200, text)).isEqualTo("200");
    assertThat(stored("uinteger", 4_000_000_000L, text)).isEqualTo("4000000000");
    assertThat(stored("hugeint", new BigInteger("9223372036854775808"), text))
        .isEqualTo("9223372036854775808");
    assertThat(stored("decimal(6, 2)", new BigDecimal("12.50"), text)).isEqualTo("12.50");
    assertThat(stored("float", 1.5F, text)).isEqualTo("1.5");
    assertThat(stored("date", LocalDate.of(2026, 2, 28), text)).isEqualTo("2026-02-28");
    assertThat(stored("time", LocalTime.of(4, 5, 6, 7_000), text)).isEqualTo("04:05:06.000007");
    assertThat(stored("timestamp", LocalDateTime.of(2026, 2, 28, 4, 5, 6, 7_000), text))
        .isEqualTo("2026-02-28 04:05:06.000007");
    assertThat(stored("timestamp_s", LocalDateTime.of(2026, 2, 28, 4, 5, 6), text))
        .isEqualTo("2026-02-28 04:05:06");
    assertThat(
            inserted(
                "timestamptz",
                OffsetDateTime.of(2026, 2, 28, 4, 5, 6, 0, ZoneOffset.ofHours(2)),
                "epoch_ms(x)::varchar"))
        .isEqualTo("1772244306000");
    assertThat(stored("uuid", new UUID(1, 2), text))
        .isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(stored("blob", new byte[] {1, -1}, "hex(x)")).isEqualTo("01FF");
    assertThat(stored("mood", "glad", text)).isEqualTo("glad");
    assertThat(stored("json", JSON.json("{\"a\": [1]}"), text)).isEqualTo("{\"a\": [1]}");
    assertThat(stored("integer[]", "[1, 2]", text)).isEqualTo("[1, 2]");
    assertThat(inserted("interval", "3 days 04:05:06", text)).isEqualTo("3 days 04:05:06");
    assertThat(stored("bit", "0101", text)).isEqualTo("0101");
  }
}
