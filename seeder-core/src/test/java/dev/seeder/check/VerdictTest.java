package dev.seeder.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import dev.seeder.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Holds what we say of rows against what the databases say of the same rows. */
class VerdictTest {

  /** Later than all dates of the rows, as is the databases' own time. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final Map<String, DataType<?>> COLUMNS = new LinkedHashMap<>();
  private static final Map<String, List<@Nullable Object>> VALUES = new LinkedHashMap<>();

  static {
    column("a", SQLDataType.INTEGER, null, -5, 0, 1, 3, 4, 5, 10);
    column("b", SQLDataType.INTEGER, 4, null, 5, 0, 12, 6, -1);
    column(
        "p",
        SQLDataType.DECIMAL(10, 2),
        null,
        decimal("-1.00"),
        decimal("0.00"),
        decimal("2.50"),
        decimal("3.00"),
        decimal("99.99"),
        decimal("12.50"));
    column("q", SQLDataType.DOUBLE, 0.1, null, 0.5, -2.25, 3.0);
    column(
        "s",
        SQLDataType.VARCHAR(20),
        null,
        "",
        " ",
        "new",
        "New",
        "NEW",
        "paid",
        "it's",
        "a_b",
        "aXb",
        "50%",
        "50 kg",
        "12",
        "abc1",
        "me@x.org",
        "né",
        " new");
    column("u", SQLDataType.VARCHAR(20), "paid", null, "", "new", "longer text", "ne");
    column("flag", SQLDataType.BOOLEAN, true, false, null);
    column(
        "d",
        SQLDataType.LOCALDATE,
        LocalDate.of(2020, 2, 29),
        null,
        LocalDate.of(1899, 12, 31),
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2001, 11, 10));
    column(
        "e",
        SQLDataType.LOCALDATE,
        LocalDate.of(2020, 3, 1),
        LocalDate.of(2020, 2, 29),
        null,
        LocalDate.of(2021, 1, 31));
    column(
        "t",
        SQLDataType.LOCALDATETIME,
        LocalDateTime.of(2020, 2, 29, 12, 30),
        LocalDateTime.of(2020, 1, 1, 0, 0),
        null,
        LocalDateTime.of(2020, 2, 29, 23, 59, 59),
        LocalDateTime.of(2001, 11, 10, 8, 0, 0, 250_000_000));
    column("end", SQLDataType.INTEGER, 3, 8, null, -6);
  }

  @ParameterizedTest
  // HSQLDB's conditions are not read; MySQL's collations are others than MariaDB's
  @EnumSource(
      value = TestDatabase.class,
      mode = Mode.EXCLUDE,
      names = {"HSQLDB", "DUCKDB", "MYSQL"})
  void testsAreTheDatabasesOwnVerdicts(TestDatabase database, @TempDir Path directory)
      throws IOException {
    List<Map<String, @Nullable Object>> rows = rows(database);
    String url = database.freshUrl(directory);
    DSLContext dsl = DSL.using(database.dataSource(url), database.dialect());
    try {
      fill(dsl, rows);

      List<String> conditions = conditions(database);
      List<String> printed = printed(dsl, conditions);
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < conditions.size(); i++) {
        List<@Nullable Integer> verdicts = verdicts(dsl, conditions.get(i));
        differences.addAll(differences(database, conditions.get(i), rows, verdicts));
        differences.addAll(differences(database, printed.get(i), rows, verdicts));
      }

      assertThat(differences).isEmpty();
    } finally {
      database.drop(dsl);
    }
  }

  private static List<String> differences(
      TestDatabase database,
      String condition,
      List<Map<String, @Nullable Object>> rows,
      List<@Nullable Integer> verdicts) {
    List<String> differences = new ArrayList<>();
    Check check = Check.of(database.dialect(), "check", condition, COLUMNS.keySet());
    if (!check.understood()) {
      differences.add(condition + " is not understood");
    }
    for (int i = 0; i < rows.size() && differences.isEmpty(); i++) {
      Boolean ours = check.test(rows.get(i)::get, CLOCK);
      Integer theirs = verdicts.get(i);
      if (!Objects.equals(ours, theirs == null ? null : (Boolean) (theirs == 1))) {
        differences.add(condition + " is " + ours + ", not " + theirs + ", for " + rows.get(i));
      }
    }
    return differences;
  }

  /** The conditions as the database's catalog gives them back. */
  private static List<String> printed(DSLContext dsl, List<String> conditions) {
    String catalog =
        switch (dsl.dialect()) {
          case H2 ->
              "select check_clause from information_schema.check_constraints"
                  + " where constraint_name like 'KEPT%' order by constraint_name";
          case MARIADB ->
              "select check_clause from information_schema.check_constraints"
                  + " where constraint_schema = database() order by constraint_name";
          case POSTGRES ->
              "select pg_get_expr(conbin, conrelid) from pg_constraint"
                  + " where conrelid = 'kept'::regclass order by conname";
          default -> "";
        };
    if (catalog.isEmpty()) {
      return conditions;
    }
    dsl.execute("create table kept as select * from things where 1 = 0");
    for (int i = 0; i < conditions.size(); i++) {
      String name = "kept_" + (1_000 + i);
      dsl.execute("alter table kept add constraint " + name + " check (" + conditions.get(i) + ")");
    }
    return dsl.fetch(catalog).getValues(0, String.class);
  }

  private static List<@Nullable Integer> verdicts(DSLContext dsl, String condition) {
    return dsl.fetch(
            "select case when ("
                + condition
                + ") then 1 when not ("
                + condition
                + ") then 0 end"
                + " from things order by id")
        .getValues(0, Integer.class);
  }

  private static List<String> conditions(TestDatabase database) throws IOException {
    String name = database.name().toLowerCase(Locale.ROOT);
    try (InputStream file = VerdictTest.class.getResourceAsStream("conditions.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("all |") || line.split("\\|", 2)[0].contains(name))
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf('|') + 1).strip())
          .toList();
    }
  }

  private static void fill(DSLContext dsl, List<Map<String, @Nullable Object>> rows) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(field(unquotedName("id"), SQLDataType.INTEGER));
    COLUMNS.forEach(
        (column, type) ->
            // unquoted, but for the one that has to be: as people write them
            fields.add(
                field(column.equals("end") ? quotedName(column) : unquotedName(column), type)));
    dsl.createTable(table(unquotedName("things"))).columns(fields).execute();
    if (dsl.dialect() == SQLDialect.MARIADB) {
      dsl.execute("alter table things convert to character set utf8mb4 collate utf8mb4_nopad_bin");
    }
    dsl.transaction(
        transaction -> {
          for (int i = 0; i < rows.size(); i++) {
            insert(transaction.dsl(), i, rows.get(i));
          }
        });
  }

  private static void insert(DSLContext dsl, int id, Map<String, @Nullable Object> row) {
    List<Field<?>> values = new ArrayList<>(List.of(DSL.val(id)));
    row.forEach((column, value) -> values.add(DSL.val(value, type(column))));
    dsl.execute("insert into things values ({0})", DSL.list(values));
  }

  private static DataType<?> type(String column) {
    return Objects.requireNonNull(COLUMNS.get(column));
  }

  private static List<Map<String, @Nullable Object>> rows(TestDatabase database) {
    var random = new Random(1);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      VALUES.forEach(
          (column, values) -> row.put(column, values.get(random.nextInt(values.size()))));
      // what equals another text by some collations is told apart by ours
      boolean vague = List.of("New", "NEW", " ", " new").contains(String.valueOf(row.get("s")));
      if (!vague || database.dialect() != SQLDialect.MARIADB) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static void column(String name, DataType<?> type, @Nullable Object... values) {
    COLUMNS.put(name, type);
    VALUES.put(name, Arrays.asList(values));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
