package dev.seeder.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jooq.types.UByte;
import org.jooq.types.UInteger;
import org.jooq.types.ULong;
import org.jooq.types.UShort;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCopyTest {

  private static final Table<Record> WRITTEN = table(name("written"));
  private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
  private static final Field<String> NOTE = field(name("note"), SQLDataType.VARCHAR);

  @TempDir Path directory;
  private DSLContext dsl;

  @BeforeEach
  void connect() {
    String url = TestDatabase.POSTGRES.freshUrl(directory);
    dsl = DSL.using(TestDatabase.POSTGRES.dataSource(url), TestDatabase.POSTGRES.dialect());
  }

  @AfterEach
  void drop() {
    TestDatabase.POSTGRES.drop(dsl);
  }

  /** As generated code would have it. */
  enum Size implements EnumType {
    SMALL,
    EXTRA_LARGE;

    @Override
    public String getLiteral() {
      return this == SMALL ? "small" : "x \\ \"large\"";
    }

    @Override
    public String getName() {
      return "size";
    }
  }

  @Test
  void storesWhatJooqStores() {
    dsl.execute("create type size as enum ('small', 'x \\ \"large\"')");
    dsl.execute("create domain code as varchar(9) check (value <> 'no')");
    Integer[] whole = {Integer.MIN_VALUE, -1, 0, 7, 100, Integer.MAX_VALUE};
    String[] texts = {
      "",
      " ",
      "a\tb\nc\rd\be\ff\u000bg",
      "\\",
      "\\N",
      "\\.",
      "\\\\x",
      "'\"{},()",
      "ğüşIıİ ß €",
      "日本 😀 \u007f\u0080\u07ff\u0800\uffff",
      "NULL",
      "x".repeat(200_000)
    };

    assertCopied("smallint", SQLDataType.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
    assertCopied("smallint", SQLDataType.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
    assertCopied("integer", SQLDataType.INTEGER, (Object[]) whole);
    assertCopied("numeric", SQLDataType.INTEGER, (Object[]) whole);
    assertCopied("bigint", SQLDataType.BIGINT, Long.MIN_VALUE, -10L, 99L, Long.MAX_VALUE);
    assertCopied("smallint", SQLDataType.TINYINTUNSIGNED, UByte.MAX, UByte.MIN);
    assertCopied("integer", SQLDataType.SMALLINTUNSIGNED, UShort.MAX, UShort.MIN);
    assertCopied("bigint", SQLDataType.INTEGERUNSIGNED, UInteger.MAX, UInteger.MIN);
    assertCopied("numeric", SQLDataType.BIGINTUNSIGNED, ULong.MAX, ULong.MIN);
    assertCopied(
        "numeric",
        SQLDataType.DECIMAL_INTEGER,
        new BigInteger("123456789012345678901234567890"),
        BigInteger.ZERO);
    assertCopied(
        "numeric",
        SQLDataType.NUMERIC,
        new BigDecimal("1.50"),
        new BigDecimal("1E+5"),
        new BigDecimal("-0.000000000000000000001"),
        new BigDecimal("0E-9"));
    assertCopied(
        "numeric(5, 2)", SQLDataType.NUMERIC(5, 2), new BigDecimal("1.005"), new BigDecimal("9"));
    assertCopied(
        "real",
        SQLDataType.REAL,
        0.1f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        Float.NaN,
        Float.NEGATIVE_INFINITY,
        -0.0f);
    assertCopied(
        "double precision",
        SQLDataType.DOUBLE,
        0.1,
        2.0E-3,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0);
    assertCopied("boolean", SQLDataType.BOOLEAN, true, false);
    assertCopied("text", SQLDataType.CLOB, (Object[]) texts);
    assertCopied("varchar", SQLDataType.VARCHAR, (Object[]) texts);
    assertCopied("char(5)", SQLDataType.CHAR(5), "abcde", "a", "abcde   ");
    assertCopied("code", SQLDataType.VARCHAR, "a \\ b");
    assertCopied("uuid", SQLDataType.UUID, UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
    assertCopied("json", SQLDataType.JSON, JSON.json("{\"a\": \"\\n\\\\ \"}"), JSON.json("null"));
    assertCopied("jsonb", SQLDataType.JSON, JSON.json("{\"b\": 1,   \"a\": 2}"));
    assertCopied("jsonb", SQLDataType.JSONB, JSONB.jsonb("{\"a\": \"\\\"\\u00e9\"}"));
    assertCopied("bytea", SQLDataType.BLOB, new byte[] {}, new byte[] {0, -1, 92, 10, 127});
    assertCopied("size", SQLDataType.VARCHAR.asEnumDataType(Size.class), (Object[]) Size.values());
    assertCopied(
        "date",
        SQLDataType.LOCALDATE,
        LocalDate.of(2024, 2, 29),
        LocalDate.of(1, 1, 1),
        LocalDate.of(987, 12, 31),
        LocalDate.of(12345, 6, 7));
    assertCopied("time", SQLDataType.LOCALTIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    assertCopied(
        "timestamp",
        SQLDataType.LOCALDATETIME,
        LocalDateTime.of(2024, 2, 29, 12, 30),
        LocalDateTime.of(2024, 2, 29, 12, 30, 1, 1_000),
        LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_500),
        LocalDateTime.of(2024, 2, 29, 12, 30, 1, 123_456_499));
    assertCopied(
        "timestamp(0)",
        SQLDataType.LOCALDATETIME,
        LocalDateTime.of(2024, 1, 1, 1, 1, 1, 999_000_000));
    assertCopied(
        "timestamptz",
        SQLDataType.OFFSETDATETIME,
        OffsetDateTime.parse("2024-03-31T02:30:00.123456789+05:45"),
        OffsetDateTime.parse("1890-03-31T02:30:00-00:44"),
        OffsetDateTime.parse("9999-12-31T23:59:59Z"));
    assertCopied("timestamptz", SQLDataType.INSTANT, Instant.parse("2024-03-31T02:30:00.5Z"));
    assertCopied(
        "timetz",
        SQLDataType.OFFSETTIME,
        OffsetTime.parse("02:30:00.123456+05:45"),
        OffsetTime.parse("02:30:00Z"));
    assertCopied(
        "interval",
        SQLDataType.INTERVALYEARTOMONTH,
        new YearToMonth(1, 2),
        new YearToMonth(1, 2).neg());
    assertCopied(
        "interval",
        SQLDataType.INTERVALDAYTOSECOND,
        DayToSecond.valueOf(Duration.ofMillis(93_784_567)),
        DayToSecond.valueOf(Duration.ofMillis(-500)),
        DayToSecond.valueOf(Duration.ZERO));
    assertCopied(
        "interval",
        SQLDataType.INTERVAL,
        new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4, 5, 6, 789_000_000)),
        new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4, 5, 6, 789_000_000)).neg());
    assertCopied(
        "integer[]", SQLDataType.INTEGER.array(), new Integer[] {1, null, -3}, new Integer[] {});
    assertCopied("text[]", SQLDataType.VARCHAR.array(), texts, new String[] {"NULL", null});
    assertCopied(
        "timestamp[]",
        SQLDataType.LOCALDATETIME.array(),
        (Object[]) new LocalDateTime[][] {{LocalDateTime.of(2024, 2, 29, 12, 30)}});
    assertCopied(
        "integer",
        SQLDataType.INTEGER.asConvertedDataType(
            Converter.ofNullable(Integer.class, Year.class, Year::of, Year::getValue)),
        Year.of(1999));
  }

  private <T> void assertCopied(String ddl, DataType<T> type, Object... values) {
    Field<T> column = field(name("c"), type);
    var rows = new ArrayList<Object[]>();
    List<Object> all = new ArrayList<>(Arrays.asList(values));
    all.add(null);
    all.forEach(value -> rows.add(new Object[] {rows.size(), value}));
    dsl.execute("create table written (id integer, c " + ddl + ")");

    for (Object[] row : rows) {
      dsl.insertInto(WRITTEN, ID, column)
          .values((Integer) row[0], type.getType().cast(row[1]))
          .execute();
    }
    List<String> expected = stored();
    dsl.deleteFrom(WRITTEN).execute();

    assertThat(insert(List.of(ID, column), rows)).as(ddl).isEqualTo("COPY");
    assertThat(stored()).as(ddl).isEqualTo(expected);
    dsl.dropTable(WRITTEN).execute();
  }

  private List<String> stored() {
    return dsl.fetch("select coalesce(c::text, 'NULL') from written order by id")
        .getValues(0, String.class);
  }

  /** Inserts rows, and returns by which way. */
  private String insert(List<Field<?>> columns, List<Object[]> rows) {
    return dsl.transactionResult(
        inner ->
            inner
                .dsl()
                .connectionResult(
                    connection -> {
                      var writer = new RowWriter(connection, inner, WRITTEN, columns);
                      assertThat(writer.insert(rows.iterator())).isEqualTo(rows.size());
                      return writer.way();
                    }));
  }

  private static List<Object[]> rows(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new Object[] {i, "n" + i}).toList();
  }

  /** jOOQ goes through java.sql's types and texts, which lack some of them. */
  @Test
  void storesWhatJooqLoses() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));

      assertStored("timestamp", LocalDateTime.of(2024, 3, 31, 2, 30), "2024-03-31 02:30:00");
      assertStored("timestamp", LocalDateTime.of(2024, 10, 27, 2, 30), "2024-10-27 02:30:00");
      assertStored("timestamp", LocalDateTime.of(1582, 10, 10, 0, 0), "1582-10-10 00:00:00");
      assertStored("timestamp", LocalDateTime.of(-43, 3, 15, 1, 2), "0044-03-15 01:02:00 BC");
      assertStored("timestamp", LocalDateTime.MAX, "infinity");
      assertStored("timestamp", LocalDateTime.MIN, "-infinity");
      assertStored("bytea[]", new byte[][] {{1, 92}, {}}, "{\"\\\\x015c\",\"\\\\x\"}");
      assertStored("date", LocalDate.of(0, 1, 1), "0001-01-01 BC");
      assertStored("date", LocalDate.MAX, "infinity");
      assertStored("date", LocalDate.MIN, "-infinity");
      assertStored("time", LocalTime.of(23, 59, 59, 123_456_000), "23:59:59.123456");
      assertStored("time", LocalTime.MAX, "24:00:00");
      assertStored(
          "timestamptz",
          OffsetDateTime.parse("-0043-03-15T01:02:03+18:00"),
          "0044-03-14 07:02:03 BC");
      assertStored(
          "timestamptz",
          OffsetDateTime.parse("1890-03-31T02:30:00-00:44:30"),
          "1890-03-31 03:14:30");
      assertStored("timestamptz", OffsetDateTime.MAX, "infinity");
      assertStored("timestamptz", OffsetDateTime.MIN, "-infinity");
      assertStored("timestamptz", Instant.MAX, "infinity");
      assertStored("timestamptz", Instant.MIN, "-infinity");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private void assertStored(String ddl, Object value, String stored) {
    dsl.execute("create table written (c " + ddl + ")");
    Field<?> column = field(name("c"), value.getClass());

    assertThat(insert(List.of(column), List.<Object[]>of(new Object[] {value}))).isEqualTo("COPY");

    String read = ddl.equals("timestamptz") ? "c at time zone 'UTC'" : "c";
    assertThat(dsl.fetchValue("select (" + read + ")::text from written")).isEqualTo(stored);
    dsl.dropTable(WRITTEN).execute();
  }

  @Test
  void refusesTextsThatAreNone() {
    dsl.execute("create table written (id integer, note text)");

    for (String text : List.of("a\0b", "\ud83d", "\ude00\ud83d")) {
      List<Object[]> rows = new ArrayList<>(rows(1_500));
      rows.set(1_200, new Object[] {1, text});
      assertThatThrownBy(() -> insert(List.of(ID, NOTE), rows))
          .rootCause()
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              text.startsWith("a")
                  ? "A text has the character U+0000, which PostgreSQL does not store."
                  : "A text has half of a surrogate pair, which is no character.");
    }
    assertThat(dsl.fetchCount(WRITTEN)).isZero();
  }

  @Test
  void triggersDefaultsAndIdentitiesAreThoseOfInserts() {
    dsl.execute(
        """
        create table written (id integer generated by default as identity,
          note text default 'none', size integer default 7, twice integer generated always as (size * 2) stored)""");
    dsl.execute("create table seen (note text)");
    dsl.execute(
        """
        create function noting() returns trigger language plpgsql as $$
        begin new.note := upper(new.note); insert into seen values (new.note); return new; end $$""");
    dsl.execute(
        "create trigger noting before insert on written for each row execute function noting()");

    String way = insert(List.of(NOTE), Collections.nCopies(3, new Object[] {"a"}));

    assertThat(way).isEqualTo("COPY");
    assertThat(dsl.fetch("select * from written").formatCSV(false))
        .isEqualTo("1,A,7,14\n2,A,7,14\n3,A,7,14\n");
    assertThat(dsl.fetchCount(table(name("seen")))).isEqualTo(3);
  }

  @Test
  void partitionsAreFound() {
    dsl.execute("create table written (id integer, note text) partition by range (id)");
    dsl.execute("create table low partition of written for values from (0) to (1200)");
    dsl.execute("create table high partition of written for values from (1200) to (5000)");

    assertThat(insert(List.of(ID, NOTE), rows(2_500))).isEqualTo("COPY");
    assertThat(dsl.fetchCount(table(name("low")))).isEqualTo(1_199);
  }

  @Test
  void insertsWhereCopyWouldDoSomethingElse() {
    dsl.execute("create table kept (id integer, note text)");
    dsl.execute("create view written as select * from kept");
    assertInserted(ID, NOTE);
    dsl.execute("drop view written");

    dsl.execute("create table written (id integer, note text)");
    dsl.execute(
        "create rule r as on insert to written do instead insert into kept values (new.id, 'rule')");
    assertInserted(ID, NOTE);
    assertThat(dsl.fetchCount(table(name("kept")), NOTE.eq("rule"))).isEqualTo(1_500);
    dsl.execute("drop rule r on written");
    // types that do not fit each other by text, and values with more to them than a type
    assertInserted(field(name("id"), Double.class), NOTE);
    assertInserted(field(name("id"), Object.class), NOTE);
    dsl.execute("drop table written");
  }

  private void assertInserted(Field<?> id, Field<?> note) {
    List<Object[]> rows =
        rows(1_500).stream()
            .map(row -> new Object[] {DSL.val(row[0]).getDataType().convert(row[0]), row[1]})
            .map(row -> new Object[] {id.getDataType().convert(row[0]), row[1]})
            .toList();
    assertThat(insert(List.of(id, note), rows)).isEqualTo("multi-row INSERT");
  }

  @Test
  void insertsWhereRowsAreUnderRowSecurity() {
    String role = "r" + UUID.randomUUID().toString().replace("-", "");
    dsl.execute("create table written (id integer, note text)");
    dsl.execute("alter table written enable row level security");
    dsl.execute("create policy small on written for insert with check (id < 2000)");
    dsl.execute("create role " + role);
    String schema = dsl.fetchValue("select current_schema()").toString();
    dsl.execute("grant usage on schema " + schema + " to " + role);
    dsl.execute("grant insert on written to " + role);
    try {
      String way =
          dsl.transactionResult(
              inner -> {
                inner.dsl().execute("set local role " + role);
                return inner
                    .dsl()
                    .connectionResult(
                        connection -> {
                          var writer = new RowWriter(connection, inner, WRITTEN, List.of(ID, NOTE));
                          writer.insert(rows(1_500).iterator());
                          return writer.way();
                        });
              });
      assertThat(way).isEqualTo("multi-row INSERT");
      assertThat(dsl.fetchCount(WRITTEN)).isEqualTo(1_500);
    } finally {
      dsl.execute("drop owned by " + role);
      dsl.execute("drop role " + role);
    }
  }

  @Test
  void anIdentityThatIsAlwaysGeneratedIsRefusedAsInInserts() {
    dsl.execute("create table written (id integer generated always as identity, note text)");

    assertThatThrownBy(() -> insert(List.of(ID, NOTE), rows(3)))
        .rootCause()
        .hasMessageContaining("cannot insert a non-DEFAULT value into column \"id\"");
  }

  @Test
  void aTableOfAnotherSchemaWithANameToQuoteIsFound() {
    String schema = dsl.fetchValue("select current_schema()").toString();
    dsl.execute("create table \"wr\"\"itten x\" (\"I d\" integer, low text)");
    Table<Record> table = table(name(schema, "wr\"itten x"));
    List<Field<?>> columns =
        List.of(field(name("I d"), Integer.class), field(DSL.unquotedName("LOW"), String.class));

    String way =
        dsl.transactionResult(
            inner ->
                inner
                    .dsl()
                    .connectionResult(
                        connection -> {
                          var writer = new RowWriter(connection, inner, table, columns);
                          writer.insert(rows(3).iterator());
                          return writer.way();
                        }));

    assertThat(way).isEqualTo("COPY");
    assertThat(dsl.fetchCount(table)).isEqualTo(3);
  }
}
