package dev.seeder.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.seeder.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RowWriterTest {

  private static final Table<Record> WRITTEN = table(name("written"));
  private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
  private static final Field<String> NOTE = field(name("note"), SQLDataType.VARCHAR);

  @TempDir Path directory;

  /** A column's type in a database and in jOOQ, and values for it. */
  private record Typed(String ddl, DataType<?> type, List<?> values) {}

  private static final List<Typed> TYPES =
      List.of(
          new Typed("integer", SQLDataType.INTEGER, List.of(Integer.MIN_VALUE, 0, 7)),
          new Typed("smallint", SQLDataType.SMALLINT, List.of(Short.MIN_VALUE, (short) 7)),
          new Typed("bigint", SQLDataType.BIGINT, List.of(Long.MIN_VALUE, Long.MAX_VALUE)),
          new Typed(
              "decimal(20, 10)",
              SQLDataType.DECIMAL(20, 10),
              List.of(new BigDecimal("1234567890.0123456789"), new BigDecimal("-0.5"))),
          new Typed("double precision", SQLDataType.DOUBLE, List.of(0.1, -1e300)),
          new Typed("real", SQLDataType.REAL, List.of(0.5f, -1.5f)),
          new Typed("boolean", SQLDataType.BOOLEAN, List.of(true, false)),
          new Typed("varchar(99)", SQLDataType.VARCHAR, List.of("", "ğü '\" \\ 😀\n\t", "NULL")),
          new Typed("varchar(99)", SQLDataType.NVARCHAR, List.of("ğü")),
          new Typed(
              "date",
              SQLDataType.LOCALDATE,
              List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1970, 1, 1))),
          new Typed("time", SQLDataType.LOCALTIME, List.of(LocalTime.of(23, 59, 59))),
          new Typed(
              "timestamp(6)",
              SQLDataType.LOCALDATETIME,
              List.of(
                  LocalDateTime.of(2021, 5, 6, 7, 8, 9),
                  LocalDateTime.of(2021, 5, 6, 0, 0),
                  LocalDateTime.of(2021, 10, 31, 2, 30),
                  LocalDateTime.of(2037, 12, 31, 23, 59, 59, 123_400_000),
                  LocalDateTime.of(2021, 5, 6, 7, 8, 9, 1_000))),
          new Typed(
              "integer",
              SQLDataType.INTEGER.asConvertedDataType(
                  Converter.ofNullable(Integer.class, Long.class, Long::valueOf, Long::intValue)),
              List.of(7L)));

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void storesWhatJooqStores(TestDatabase database) {
    DSLContext dsl = dsl(database);
    for (String zone : List.of("UTC", "Europe/Berlin")) {
      inZone(zone, () -> TYPES.forEach(type -> assertStoredAsJooqDoes(dsl, type)));
    }
    database.drop(dsl);
  }

  private static void assertStoredAsJooqDoes(DSLContext dsl, Typed type) {
    Field<?> column = field(name("c"), type.type());
    List<Object> values = new ArrayList<>(type.values());
    values.add(null);
    var rows = new ArrayList<Object[]>();
    values.forEach(value -> rows.add(new Object[] {rows.size(), value}));
    create(dsl, "c", type.ddl());

    for (Object[] row : rows) {
      dsl.insertInto(WRITTEN).columns(List.of(ID, column)).values(row).execute();
    }
    List<String> expected = stored(dsl);
    dsl.deleteFrom(WRITTEN).execute();
    insert(dsl, List.of(ID, column), rows);

    assertThat(stored(dsl)).as(type.ddl()).isEqualTo(expected);
    dsl.dropTable(WRITTEN).execute();
  }

  private static void create(DSLContext dsl, String column, String type) {
    String rendered =
        dsl.render(name(column))
            + " "
            + type
            + (isMaria(dsl) && type.startsWith("varchar") ? " character set utf8mb4" : "");
    if (isMaria(dsl) && type.startsWith("timestamp")) {
      // or else it is never null
      rendered += " null";
    }
    if (dsl.family() == SQLDialect.DUCKDB) {
      rendered = rendered.replace("timestamp(6)", "timestamp");
    }
    dsl.execute("create table {0} ({1} integer, {2})", WRITTEN, ID, DSL.sql(rendered));
  }

  private static boolean isMaria(DSLContext dsl) {
    return dsl.family() == SQLDialect.MARIADB || dsl.family() == SQLDialect.MYSQL;
  }

  /** Returns what is in the table, by the database's own words. */
  private static List<String> stored(DSLContext dsl) {
    String text =
        switch (dsl.family()) {
          case SQLITE -> "typeof({0}) || ' ' || {0}";
          case MARIADB, MYSQL -> "cast({0} as char)";
          default -> "cast({0} as varchar(200))";
        };
    var found = new ArrayList<String>();
    dsl.select(DSL.field(text, String.class, DSL.field(name("c"))))
        .from(WRITTEN)
        .orderBy(ID)
        .forEach(row -> found.add(row.value1()));
    return found;
  }

  /** jOOQ goes through {@link java.sql.Timestamp}, which lacks the hours that a zone skips. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void storesLocalTimesThatTheMachinesZoneSkips(TestDatabase database) {
    DSLContext dsl = dsl(database);
    Field<LocalDateTime> column = field(name("c"), SQLDataType.LOCALDATETIME);
    // MariaDB's timestamp has the zone of the session, this machine's
    create(dsl, "c", isMaria(dsl) ? "datetime(6)" : "timestamp");
    var skipped = new Object[] {1, LocalDateTime.of(2024, 3, 31, 2, 30, 0, 500_000_000)};

    inZone("Europe/Berlin", () -> insert(dsl, List.of(ID, column), List.<Object[]>of(skipped)));

    assertThat(stored(dsl)).singleElement().asString().contains("2024-03-31 02:30:00.5");
    database.drop(dsl);
  }

  /** A batch, which is no news, has no name. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      mode = Mode.EXCLUDE,
      names = {"MARIADB"})
  void eachDatabaseHasItsWayInBulk(TestDatabase database) throws Exception {
    DSLContext dsl = dsl(database);
    create(dsl, "note", "varchar(9)");

    assertThat(insert(dsl, List.of(ID, NOTE), rows(2_500)))
        .isEqualTo(
            switch (database) {
              case POSTGRES -> "COPY";
              case DUCKDB -> "appender";
              case MYSQL -> "multi-row INSERT";
              case SQLITE, H2, HSQLDB, MARIADB -> "";
            });

    assertThat(dsl.fetchCount(WRITTEN)).isEqualTo(2_500);
    database.drop(dsl);
  }

  @Test
  void theDriverOfMysqlWritesManyRowsByAStatement() throws Exception {
    var source = new MysqlDataSource();
    source.setUrl(
        TestDatabase.MARIADB
            .freshUrl(directory)
            .replace("jdbc:mariadb:", "jdbc:mysql:")
            .replace("sslMode=disable", "sslMode=DISABLED"));
    DSLContext dsl = DSL.using(source, SQLDialect.MARIADB);
    create(dsl, "note", "longtext");

    assertThat(insert(dsl, List.of(ID, NOTE), rows(2_500))).isEqualTo("multi-row INSERT");

    assertThat(dsl.select(ID).from(WRITTEN).orderBy(ID).fetch(ID))
        .isEqualTo(IntStream.rangeClosed(1, 2_500).boxed().toList());
    assertThat(dsl.select(NOTE).from(WRITTEN).where(ID.eq(2_345)).fetchSingle(NOTE))
        .isEqualTo("n2345");
    TestDatabase.MARIADB.drop(dsl);
  }

  @Test
  void rowsThatAreTooLargeTogetherAreWrittenOneByOne() throws Exception {
    var source = new MysqlDataSource();
    source.setUrl(
        TestDatabase.MARIADB
                .freshUrl(directory)
                .replace("jdbc:mariadb:", "jdbc:mysql:")
                .replace("sslMode=disable", "sslMode=DISABLED")
            + "&maxAllowedPacket=100000");
    DSLContext dsl = DSL.using(source, SQLDialect.MARIADB);
    create(dsl, "note", "longtext");
    String large = "x".repeat(30_000);
    List<Object[]> rows =
        IntStream.rangeClosed(1, 20).mapToObj(i -> new Object[] {i, large}).toList();

    insert(dsl, List.of(ID, NOTE), rows);

    assertThat(dsl.fetchCount(WRITTEN, NOTE.eq(large))).isEqualTo(20);
    TestDatabase.MARIADB.drop(dsl);
  }

  @Test
  void wideTablesAreWrittenInStatementsOfFewerRows() {
    DSLContext dsl = dsl(TestDatabase.POSTGRES);
    List<Field<Object>> columns =
        IntStream.range(0, 300).mapToObj(i -> field(name("c" + i), SQLDataType.OTHER)).toList();
    dsl.createTable(WRITTEN)
        .columns(columns.stream().map(c -> field(c.getQualifiedName(), Integer.class)).toList())
        .execute();
    List<Object[]> rows =
        IntStream.range(0, 500).mapToObj(i -> IntStream.range(0, 300).boxed().toArray()).toList();

    assertThat(insert(dsl, columns, rows)).isEqualTo("multi-row INSERT");
    assertThat(dsl.fetchCount(WRITTEN)).isEqualTo(500);
    TestDatabase.POSTGRES.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      mode = Mode.EXCLUDE,
      names = {"HSQLDB", "DUCKDB"})
  void aRowThatIsRefusedIsNamedWithItsOwnReason(TestDatabase database) {
    DSLContext dsl = dsl(database);
    dsl.createTable(WRITTEN)
        .columns(ID, field(name("note"), SQLDataType.VARCHAR(9).nullable(false)))
        .primaryKey(ID)
        .execute();
    List<Object[]> rows = new ArrayList<>(rows(2_000));
    rows.set(1_500, new Object[] {1, "taken"});
    rows.set(1_700, new Object[] {1_701, null});

    assertThatThrownBy(() -> insert(dsl, List.of(ID, NOTE), rows))
        .hasRootCauseInstanceOf(java.sql.SQLException.class)
        .satisfies(
            thrown -> {
              RowFailure failure = rowFailure(thrown);
              assertThat(failure.row()).isEqualTo(1_501);
              assertThat(failure.table()).isEqualTo("written");
              assertThat(Refusal.describe((java.sql.SQLException) failure.getCause()))
                  .startsWith("a value that must be unique is there already");
            });
    database.drop(dsl);
  }

  private static RowFailure rowFailure(Throwable thrown) {
    Throwable at = thrown;
    while (!(at instanceof RowFailure)) {
      at = at.getCause();
    }
    return (RowFailure) at;
  }

  private DSLContext dsl(TestDatabase database) {
    return DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
  }

  private static List<Object[]> rows(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new Object[] {i, "n" + i}).toList();
  }

  private static String insert(
      DSLContext dsl, List<? extends Field<?>> columns, List<Object[]> rows) {
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

  private static void inZone(String zone, Runnable work) {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      work.run();
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
