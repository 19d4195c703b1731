package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.Fixture;
import dev.seeder.rows.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of every type are unchanged when they come again, and changed when a value is. */
class MergeTypesTest {

  private static final String ROW =
      """
      [{"code": "007", "flag": true, "small": -3, "counted": 9223372036854775807,
        "price": %s, "ratio": 1.5e-3, "born": "1900-02-28", "opens": "18:30:15",
        "seen": "2026-03-29T02:30:15.123", "moment": "%s",
        "id": "123e4567-e89b-12d3-a456-426614174000", "picture": "base64:%s",
        "doc": {"b": [1, 2.50, null], "a": "%s"}, "mood": "%s"}]""";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void valuesOfEachTypeAreComparedAsTheyAreStored(TestDatabase database) throws IOException {
    DSLContext dsl = dsl(database);
    createThings(dsl, database);
    String moment = "2026-03-29T00:30:15.123Z";

    assertThat(upsert(dsl, "1.5", moment, "yv4=", "x", "happy")).hasToString("1");
    assertThat(upsert(dsl, "1.50", moment, "yv4=", "x", "happy")).hasToString("0");
    assertThat(upsert(dsl, "1.51", moment, "yv4=", "x", "happy")).hasToString("~1");
    assertThat(upsert(dsl, "1.51", "2026-03-29T00:30:15.124Z", "yv4=", "x", "happy"))
        .hasToString("~1");
    assertThat(upsert(dsl, "1.51", moment, "yv4A", "x", "happy")).hasToString("~1");
    assertThat(upsert(dsl, "1.51", moment, "yv4A", "X", "happy")).hasToString("~1");
    assertThat(upsert(dsl, "1.51", moment, "yv4A", "X", "so so")).hasToString("~1");
    assertThat(upsert(dsl, "null", moment, "yv4A", "X", "so so")).hasToString("~1");
    assertThat(upsert(dsl, "null", moment, "yv4A", "X", "so so")).hasToString("0");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES")
  void typesWithoutEqualityAreComparedToo(TestDatabase database) throws IOException {
    DSLContext dsl = dsl(database);
    dsl.execute("create type mood as enum ('happy', 'sad')");
    dsl.execute(
        """
        create table types (code text primary key, numbers integer[], texts text[], doc json, docb jsonb,
          page xml, place point, mood mood, moods mood[], size int4range, host inet, mask bit(3),
          span interval, words tsvector, price money, area box)""");
    String row =
        """
        [{"code": "1", "numbers": [1, null, 2], "texts": ["a,b", "", null, "\\""],
          "doc": {"b": 1, "a": [null, 1.0]}, "docb": {"b": 1, "a": [null, 1.0]},
          "page": "<a b='1'>x</a>", "place": "(1.5,2)", "mood": "sad", "moods": ["sad", "happy"],
          "size": "[1,5)", "host": "192.0.2.1", "mask": "101", "span": "3 04:05:06",
          "words": "'one' 'two'", "price": "12.50", "area": "(2,2),(1,1)"}]""";

    assertThat(bring(dsl, "types", row, false)).hasToString("1");
    assertThat(bring(dsl, "types", row, false)).hasToString("0");
    for (String[] change :
        new String[][] {
          {"\"doc\": {\"b\": 1, \"a\": [null, 1.0]}", "\"doc\": {\"a\": [null, 1.0], \"b\": 1}"},
          {"\"docb\": {\"b\": 1,", "\"docb\": {\"b\": 2,"},
          {"[1, null, 2]", "[1, 2, null]"},
          {"\"a,b\", \"\"", "\"a\", \"b,\""},
          {"<a b='1'>", "<a b='2'>"},
          {"(1.5,2)", "(1.5,3)"},
          {"\"mood\": \"sad\"", "\"mood\": \"happy\""},
          {"[\"sad\", \"happy\"]", "[\"happy\"]"},
          {"[1,5)", "[1,6)"},
          {"192.0.2.1", "192.0.2.2"},
          {"101", "100"},
          {"04:05:06", "04:05:07"},
          {"'two'", "'three'"},
          {"12.50", "12.51"},
          {"(2,2)", "(2,3)"}
        }) {
      assertThat(row).contains(change[0]);
      row = row.replace(change[0], change[1]);
      assertThat(bring(dsl, "types", row, true)).as(change[1]).hasToString("~1");
      assertThat(bring(dsl, "types", row, true)).as(change[1]).hasToString("0");
    }
    assertThat(bring(dsl, "types", "[]", false)).hasToString("0");
    assertThat(bring(dsl, "types", "[]", true)).hasToString("-1");
    database.drop(dsl);
  }

  private Changes upsert(DSLContext dsl, String... values) throws IOException {
    return bring(dsl, "thing", ROW.formatted((Object[]) values), false);
  }

  private Changes bring(DSLContext dsl, String table, String json, boolean syncing)
      throws IOException {
    Path file = directory.resolve("rows.json");
    Files.writeString(file, json);
    RowSource rows = Fixture.of(table(name(table)), file);
    Field<?> code = field(name("code"));
    var told = new ArrayList<Changes>();
    Seeder.of(dsl)
        .withoutHistory()
        .seeds(
            Seed.of(
                table, seed -> told.add(syncing ? seed.sync(rows, code) : seed.upsert(rows, code))))
        .run();
    return told.get(0);
  }

  private DSLContext dsl(TestDatabase database) {
    return DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
  }

  private static void createThings(DSLContext dsl, TestDatabase database) {
    dsl.execute(
        """
        create table "thing" (
          "code" varchar(20), "flag" boolean, "small" smallint, "counted" bigint,
          "price" decimal(10, 3), "ratio" double precision, "born" date, "opens" time,
          "seen" %s, "moment" %s, "id" uuid, "picture" %s, "doc" json, "mood" varchar(9))"""
            .formatted(
                database == TestDatabase.MARIADB ? "datetime(6)" : "timestamp",
                switch (database) {
                  case MARIADB -> "timestamp(6) null";
                  case SQLITE -> "timestamptz";
                  default -> "timestamp with time zone";
                },
                database == TestDatabase.POSTGRES ? "bytea" : "varbinary(20)"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void randomStatesBecomeWhatTheVerbSays(TestDatabase database) {
    DSLContext dsl = dsl(database);
    dsl.execute(
        "create table \"state\" (\"a\" integer not null, \"b\" varchar(5) not null, \"v\" varchar(5),"
            + " primary key (\"a\", \"b\"))");
    var random = new Random(7);
    Map<String, String> model = new TreeMap<>();
    for (int round = 0; round < 12; round++) {
      Map<String, String> brought = state(random);
      boolean syncing = random.nextBoolean();
      Changes expected = apply(model, brought, syncing);

      Changes changes = bring(dsl, brought, syncing);

      assertThat(changes).as("round %d", round).isEqualTo(expected);
      assertThat(stored(dsl)).as("round %d", round).isEqualTo(model);
    }
    database.drop(dsl);
  }

  private static Map<String, String> state(Random random) {
    Map<String, String> state = new TreeMap<>();
    int rows = random.nextInt(40);
    for (int i = 0; i < rows; i++) {
      String[] values = {"", "x", "X", "x ", "null"};
      state.put(
          random.nextInt(9) + "," + (char) ('p' + random.nextInt(4)),
          values[random.nextInt(values.length)]);
    }
    return state;
  }

  private static Changes apply(
      Map<String, String> model, Map<String, String> brought, boolean syncing) {
    long created = 0;
    long updated = 0;
    for (Map.Entry<String, String> row : brought.entrySet()) {
      String before = model.put(row.getKey(), row.getValue());
      created += before == null ? 1 : 0;
      updated += before != null && !before.equals(row.getValue()) ? 1 : 0;
    }
    long all = model.size();
    if (syncing) {
      model.keySet().retainAll(brought.keySet());
    }
    return new Changes(created, updated, brought.size() - created - updated, all - model.size());
  }

  private static Changes bring(DSLContext dsl, Map<String, String> brought, boolean syncing) {
    Field<Integer> a = field(name("a"), SQLDataType.INTEGER);
    Field<String> b = field(name("b"), SQLDataType.VARCHAR);
    Field<String> v = field(name("v"), SQLDataType.VARCHAR);
    List<Object[]> rows = new ArrayList<>();
    brought.forEach(
        (key, value) ->
            rows.add(
                new Object[] {
                  value.equals("null") ? null : value,
                  Integer.valueOf(key.substring(0, 1)),
                  key.substring(2)
                }));
    var source = RowSource.of(table(name("state")), List.of(v, a, b), rows);
    var told = new ArrayList<Changes>();
    Seeder.of(dsl)
        .withoutHistory()
        .seeds(
            Seed.of(
                "state",
                seed -> told.add(syncing ? seed.sync(source, a, b) : seed.upsert(source, b, a))))
        .run();
    return told.get(0);
  }

  private static Map<String, String> stored(DSLContext dsl) {
    Map<String, String> stored = new TreeMap<>();
    dsl.fetch("select \"a\", \"b\", \"v\" from \"state\"")
        .forEach(row -> stored.put(row.get(0) + "," + row.get(1), String.valueOf(row.get(2))));
    return stored;
  }
}
