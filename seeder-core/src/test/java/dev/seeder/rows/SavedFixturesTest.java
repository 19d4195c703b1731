package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedFixturesTest {

  private static final Table<Record> THING = table(name("thing"));

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void whatIsSavedIsInsertedAsItWas(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    createThings(dsl, database);
    List<String> before = rows(dsl, "thing");
    assertThat(before).hasSize(3);

    for (String ending : List.of(".csv", ".json", ".yaml")) {
      Path first = directory.resolve("first" + ending);
      Path second = directory.resolve("second" + ending);
      Fixture.save(dsl, THING, first);
      dsl.deleteFrom(THING).execute();
      insert(dsl, List.of(Fixture.of(THING, first)));
      Fixture.save(dsl, THING, second);

      assertThat(rows(dsl, "thing")).as(ending).isEqualTo(before);
      assertThat(second).hasSameBinaryContentAs(first);
    }
    database.drop(dsl);
  }

  @Test
  void theFormsAreThese() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute(
          """
          create table thing (id integer primary key, name varchar(40), price decimal(8, 2),
            doc json, picture blob, twice integer generated always as (id * 2))""");
      dsl.execute("insert into thing values (2, null, 1.5, '{\"a\" : [1, \"é\u007f\"]}', x'CAFE')");
      dsl.execute("insert into thing values (1, 'say \"hi\", =1+1', null, null, null)");
      dsl.execute("insert into thing values (3, '', null, null, null)");

      assertThat(saved(dsl, "things.csv"))
          .isEqualTo(
              """
              id,name,price,doc,picture
              1,"say ""hi"", =1+1",,,
              2,,1.5,"{""a"":[1,""é\u007f""]}",0xcafe
              3,"",,,
              """);
      assertThat(saved(dsl, "things.json"))
          .isEqualTo(
              """
              [
                {"id": 1, "name": "say \\"hi\\", =1+1", "price": null, "doc": null, "picture": null},
                {"id": 2, "name": null, "price": 1.5, "doc": {"a":[1,"é\u007f"]}, "picture": "0xcafe"},
                {"id": 3, "name": "", "price": null, "doc": null, "picture": null}
              ]
              """);
      assertThat(saved(dsl, "things.yaml"))
          .startsWith(
              """
              - id: 1
                name: "say \\"hi\\", =1+1"
                price: null
                doc: null
                picture: null
              - id: 2
                name: null
                price: 1.5
                doc: {"a":[1,"é\\u007f"]}
                picture: "0xcafe"
              """);
      Path query = directory.resolve("query.yml");
      Fixture.save(
          dsl,
          dsl.select(field("id"), field("name")).from(THING).orderBy(field("id").desc()),
          query);
      assertThat(Files.readString(query)).startsWith("- id: 3\n  name: \"\"\n- id: 2\n");
      dsl.deleteFrom(THING).execute();
      assertThat(saved(dsl, "things.csv")).isEqualTo("id,name,price,doc,picture\n");
      assertThat(saved(dsl, "things.json")).isEqualTo("[]\n");
      assertThat(saved(dsl, "things.yaml")).isEqualTo("[]\n");
    }
  }

  @Test
  void aFailureLeavesTheFileThatWasThere() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table thing (doc json)");
      dsl.execute("insert into thing values ('null'), ('{')");
      Path json = Files.writeString(directory.resolve("things.json"), "before");

      assertThatThrownBy(() -> Fixture.save(dsl, THING, json))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              The null of JSON in column "doc" would be read as NULL.
                To fix: save it as .csv, which tells them apart.""");
      assertThatThrownBy(() -> Fixture.save(dsl, THING, directory.resolve("things.csv")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Column \"doc\" has a text in it that is no JSON.");
      dsl.execute("update thing set doc = null");
      assertThatThrownBy(() -> Fixture.save(dsl, THING, directory.resolve("things.csv")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              A NULL in the only column of a CSV file would be an empty line, which is skipped.
                To fix: save it as .json or .yaml.""");
      assertThatThrownBy(() -> Fixture.save(dsl, THING, directory.resolve("none/things.json")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The file \"" + directory.resolve("none/things.json") + "\" could not be written.");
      assertThat(json).hasContent("before");
      assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void someRowsAreSavedWithAllThatTheyNeed(TestDatabase database) {
    DSLContext dsl = database(database);
    for (String statement :
        List.of(
            "create table \"shop\" (\"id\" integer not null primary key, \"name\" varchar(9))",
            """
            create table \"person\" ("shop" integer not null, "no" integer not null,
              "boss" integer, primary key ("shop", "no"),
              foreign key ("shop") references "shop" ("id"),
              foreign key ("shop", "boss") references "person" ("shop", "no"))""",
            """
            create table "sale" ("id" integer not null primary key, "shop" integer, "no" integer,
              foreign key ("shop", "no") references "person" ("shop", "no"))""",
            "insert into \"shop\" values (1, 'a')",
            "insert into \"shop\" values (2, 'b')",
            "insert into \"person\" values (2, 9, null)",
            "insert into \"person\" values (2, 1, 9)",
            "insert into \"person\" values (2, 5, 1)",
            "insert into \"person\" values (1, 1, null)",
            "insert into \"sale\" values (7, 2, 5)",
            "insert into \"sale\" values (8, 1, 1)",
            "insert into \"sale\" values (9, 2, null)")) {
      dsl.execute(statement);
    }

    List<Fixture> fixtures =
        Fixture.saveWithParents(
            dsl, table(name("sale")), field(name("id")).in(7, 9), directory, ".csv");

    assertThat(fixtures)
        .extracting(fixture -> fixture.table().getName())
        .containsExactly("shop", "person", "sale");
    assertThat(directory.resolve("shop.csv")).hasContent("id,name\n2,b\n");
    assertThat(directory.resolve("person.csv")).hasContent("shop,no,boss\n2,9,\n2,1,9\n2,5,1\n");
    assertThat(directory.resolve("sale.csv")).hasContent("id,shop,no\n7,2,5\n9,2,\n");
    for (String table : List.of("sale", "person", "shop")) {
      if (table.equals("person")) {
        dsl.execute("update \"person\" set \"boss\" = null");
      }
      dsl.deleteFrom(table(name(table))).execute();
    }
    insert(dsl, fixtures);
    assertThat(dsl.fetchCount(table(name("person")))).isEqualTo(3);
    assertThat(dsl.fetchCount(table(name("sale")))).isEqualTo(2);
    database.drop(dsl);
  }

  @Test
  void rowsThatNothingTellsApartAreAllSaved() {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table shop (id integer primary key, twin integer references shop)");
      dsl.execute("create table visit (shop integer references shop, note text)");
      dsl.execute("insert into shop values (1, null), (2, 2)");
      dsl.execute("insert into visit values (1, 'a'), (1, 'a'), (1, ''), (1, null), (null, 'b')");

      Fixture.saveWithParents(dsl, table(name("visit")), noCondition(), directory, ".csv");

      assertThat(directory.resolve("visit.csv"))
          .hasContent("shop,note\n,b\n1,\n1,\"\"\n1,a\n1,a\n");
      assertThat(directory.resolve("shop.csv")).hasContent("id,twin\n1,\n");
    }
  }

  @Test
  void aLongChainOfRowsIsSavedFromItsBegin() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table part (id integer primary key, whole integer references part)");
      dsl.execute(
          "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)"
              + " insert into part select i, case when i < 2000 then i + 1 end from n");

      Fixture.saveWithParents(dsl, table(name("part")), field(name("id")).eq(1), directory, ".csv");

      assertThat(Files.readAllLines(directory.resolve("part.csv")))
          .hasSize(2_001)
          .startsWith("id,whole", "2000,", "1999,2000")
          .endsWith("2,3", "1,2");
    }
  }

  @Test
  void rowsInACircleAreSavedByTheirKeys() {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table node (id integer primary key, next integer references node)");
      dsl.execute("insert into node values (4, 1), (3, null), (2, 3), (1, 5), (5, 4), (6, 6)");

      Fixture.saveWithParents(dsl, table(name("node")), noCondition(), directory, ".csv");

      assertThat(directory.resolve("node.csv"))
          .hasContent("id,next\n3,\n6,6\n2,3\n1,5\n4,1\n5,4\n");
    }
  }

  @Test
  void rowsThatReferToNumbersOfTheirOwnTableAreNotSaved() {
    DSLContext dsl = database(TestDatabase.H2);
    dsl.execute(
        "create table \"category\" (\"id\" integer generated always as identity primary key,"
            + " \"parent\" integer references \"category\" (\"id\"))");
    dsl.execute("insert into \"category\" (\"parent\") values (null)");
    Path file = directory.resolve("saved.json");

    assertThat(Fixture.save(dsl, table(name("category")), file)).containsExactly("id");
    dsl.execute("insert into \"category\" (\"parent\") values (1)");
    assertThatThrownBy(() -> Fixture.save(dsl, table(name("category")), file))
        .hasMessageStartingWith(
            "Rows of \"category\" refer by \"parent\" to \"category.id\", which");
    TestDatabase.H2.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRES"})
  void rowsAreNotSavedIfTheirParentsCannotKeepTheirNumbers(TestDatabase database) {
    DSLContext dsl = database(database);
    dsl.execute(
        "create table \"author\" (\"id\" integer generated always as identity primary key, \"name\""
            + " varchar(9))");
    dsl.execute(
        "create table \"book\" (\"id\" integer primary key, \"author\" integer references \"author\""
            + " (\"id\"))");
    dsl.execute("insert into \"author\" (\"name\") values ('a')");
    dsl.execute("insert into \"book\" values (1, 1), (2, null)");

    assertThatThrownBy(
            () ->
                Fixture.saveWithParents(dsl, table(name("book")), noCondition(), directory, ".csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Rows of "book" refer by "author" to "author.id", which the database always makes \
            itself: it cannot be saved, and another row would have the number.
              To fix: make it "generated by default", or save a query that has another column of \
            "author" in the place of "author", for Fixture.lookup(...).""");
    Path file = directory.resolve("saved.csv");
    assertThatThrownBy(() -> Fixture.save(dsl, table(name("book")), file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "Rows of \"book\" refer by \"author\" to \"author.id\", which the database always");
    assertThat(directory).isDirectoryNotContaining("glob:**.csv");
    assertThat(
            Fixture.saveWithParents(
                dsl, table(name("book")), field(name("author")).isNull(), directory, ".csv"))
        .hasSize(1);
    dsl.execute("update \"book\" set \"author\" = null");
    assertThat(Fixture.save(dsl, table(name("book")), file)).isEmpty();
    assertThat(Fixture.save(dsl, table(name("author")), file)).containsExactly("id");
    assertThat(file).hasContent("name\na\n");
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB"})
  void tablesThatReferToEachOtherAreSavedAndInsertedAgain(TestDatabase database) {
    DSLContext dsl = database(database);
    String deferred = database == TestDatabase.MARIADB ? "" : " deferrable initially deferred";
    String head = "foreign key (\"head\") references \"member\" (\"id\")" + deferred;
    dsl.execute(
        "create table \"team\" (\"id\" integer primary key, \"head\" integer not null"
            + (database == TestDatabase.SQLITE ? ", " + head : "")
            + ")");
    dsl.execute(
        "create table \"member\" (\"id\" integer primary key, \"team\" integer not null, foreign key"
            + " (\"team\") references \"team\" (\"id\")"
            + deferred
            + ")");
    dsl.transaction(
        nested -> {
          nested.dsl().execute("insert into \"team\" values (1, 10), (2, 20)");
          nested.dsl().execute("insert into \"member\" values (10, 1), (20, 2), (11, 1)");
        });
    if (database != TestDatabase.SQLITE) {
      dsl.execute("alter table \"team\" add " + head);
    }

    List<Fixture> fixtures =
        Fixture.saveWithParents(
            dsl, table(name("member")), field(name("id")).eq(11), directory, ".csv");

    assertThat(directory.resolve("team.csv")).hasContent("id,head\n1,10\n");
    assertThat(directory.resolve("member.csv")).hasContent("id,team\n10,1\n11,1\n");
    dsl.transaction(
        nested -> {
          if (database == TestDatabase.MARIADB) {
            nested.dsl().execute("set foreign_key_checks = 0");
          }
          nested.dsl().execute("delete from \"member\"");
          nested.dsl().execute("delete from \"team\"");
        });
    if (database == TestDatabase.MARIADB) { // which checks at once
      assertThatThrownBy(() -> insert(dsl, fixtures))
          .hasMessageContaining("failed at row 1 of ")
          .hasMessageContaining("a row refers to one that is not there");
    } else {
      insert(dsl, fixtures);
      assertThat(dsl.fetchCount(table(name("member")))).isEqualTo(2);
    }
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void parentsNeedNoPrimaryKey(TestDatabase database) {
    DSLContext dsl = database(database);
    dsl.execute(
        "create table \"tag\" (\"name\" varchar(9) not null unique, \"twice\" varchar(20)"
            + (database == TestDatabase.MARIADB
                ? " generated always as (concat(\"name\", \"name\")) stored)"
                : " generated always as (\"name\" || \"name\")"
                    + (database == TestDatabase.H2 ? ")" : " stored)")));
    dsl.execute(
        "create table \"mark\" (\"tag\" varchar(9), \"note\" varchar(9), foreign key (\"tag\")"
            + " references \"tag\" (\"name\"))");
    dsl.execute("insert into \"tag\" (\"name\") values ('a'), ('b'), ('c')");
    dsl.execute("insert into \"mark\" values ('b', 'x'), ('b', 'x'), (null, 'y'), ('a', 'z')");

    List<Fixture> fixtures =
        Fixture.saveWithParents(
            dsl, table(name("mark")), field(name("note")).ne("z"), directory, ".json");

    assertThat(directory.resolve("tag.json")).hasContent("[\n  {\"name\": \"b\"}\n]\n");
    dsl.execute("delete from \"mark\"");
    dsl.execute("delete from \"tag\"");
    insert(dsl, fixtures);
    assertThat(dsl.fetchCount(table(name("mark")))).isEqualTo(3);
    assertThat(dsl.fetchCount(table(name("tag")))).isEqualTo(1);
    database.drop(dsl);
  }

  private DSLContext database(TestDatabase database) {
    return DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
  }

  private static void createThings(DSLContext dsl, TestDatabase database) {
    boolean maria = database == TestDatabase.MARIADB;
    if (database == TestDatabase.POSTGRES) {
      dsl.execute("create type mood as enum ('happy', 'so so')");
      dsl.execute("set time zone 'Europe/Berlin'");
    }
    String more =
        switch (database) {
          case POSTGRES ->
              """
              , "mood" mood, "doc" json, "docb" jsonb, "tags" varchar(20)[], "days" date[],
              "span" int4range, "took" interval, "ip" inet, "net" cidr, "mac" macaddr,
              "bits" bit(4), "pay" money, "at" timetz, "xy" point, "any" numeric, "xml" xml""";
          case H2 ->
              """
              , "mood" enum('happy', 'so so'), "doc" json, "tags" varchar(20) array,
              "took" interval day to second, "term" interval year to month, "dec" decfloat,
              "at" time with time zone, "clob" clob""";
          case MARIADB ->
              """
              , "mood" enum('happy', 'so so'), "doc" json, "bits" bit(4), "year" year,
              "xy" point, "line" linestring, "ip" inet6, "big" bigint unsigned, "set" set('a', 'b')""";
          case HSQLDB -> ", \"clob\" longvarchar(100)";
          default -> ", \"doc\" json, \"clob\" text";
        };
    String values =
        switch (database) {
          case POSTGRES ->
              """
              , 'so so', '{"no":[1,2.50,null]}', '{"a": "é"}', array['007', null, 'a"b'],
              array[date '1900-02-28'], '[1,5)', '1 day 02:03:04.5', '192.0.2.1', '192.0.2.0/24',
              '08:00:2b:01:02:03', b'0101', 12.34, '18:30:15+02', '(1.5,2)', 1e-20, '<a>b</a>'""";
          case H2 ->
              """
              , 'so so', json '{"no":[1,2.50,null]}', array['007', null, 'a"b'],
              interval '-1 02:03:04.5' day to second, interval '1-2' year to month, 1e-20,
              time with time zone '18:30:15+02', 'a' || char(10) || 'b'""";
          case MARIADB ->
              """
              , 'so so', '{"no":[1,2.50,null]}', b'0101', 1999, point(1.5, 2),
              st_geomfromtext('LINESTRING(0 0,1 2)'), '2001:db8::1', 18446744073709551615, 'a,b'""";
          case HSQLDB -> ", 'long'";
          default -> ", '{\"no\":[1,2.50,null]}', 'long'";
        };
    dsl.execute(
        """
        create table "thing" (
          "id" integer not null primary key, "code" varchar(40), "fixed" char(5), "flag" boolean,
          "small" smallint, "counted" bigint, "price" decimal(10, 3), "ratio" double precision,
          "born" date, "opens" time, "seen" %s, "moment" %s, "uuid" %s, "picture" %s%s)"""
            .formatted(
                maria ? "datetime(6)" : "timestamp(6)",
                maria
                    ? "timestamp(6) null"
                    : database == TestDatabase.SQLITE
                        ? "timestamptz"
                        : "timestamp(6) with time zone",
                "uuid",
                database == TestDatabase.POSTGRES ? "bytea" : "varbinary(20)",
                more));
    String offset = maria ? "" : "+05:45";
    String stamp =
        database == TestDatabase.SQLITE || maria || database == TestDatabase.POSTGRES
            ? "'2026-10-25 02:30:15.123" + offset + "'"
            : (database == TestDatabase.H2 ? "timestamp with time zone" : "timestamp")
                + " '2026-10-25 02:30:15.123+5:45'";
    dsl.execute(
        "insert into \"thing\" values (1, '007 \"é\"', 'ab', true, -32768,"
            + " 9223372036854775807, 1234567.891, 1.5e-3, '1900-02-28', '18:30:15',"
            + " '2026-03-29 02:30:15.123', "
            + stamp
            + ", '123e4567-e89b-12d3-a456-426614174000', "
            + switch (database) {
              case POSTGRES -> "'\\xcafe'";
              default -> "x'CAFE'";
            }
            + values
            + ")");
    dsl.execute("insert into \"thing\" (\"id\", \"code\") values (2, '')");
    dsl.execute("insert into \"thing\" (\"id\", \"code\") values (3, 'NO\n- null: ~')");
  }

  private static List<String> rows(DSLContext dsl, String table) {
    return dsl.fetch("select * from \"" + table + "\" order by \"id\"")
        // MariaDB shows the JSON that it was given with other white space
        .map(row -> Arrays.deepToString(row.intoArray()).replaceAll("([:,]) ", "$1"));
  }

  private static void insert(DSLContext dsl, List<? extends RowSource> sources) {
    Seeder.of(dsl)
        .withoutHistory()
        .seeds(Seed.of("things", seed -> sources.forEach(seed::insert)))
        .run();
  }

  private String saved(DSLContext dsl, String file) throws IOException {
    Fixture.save(dsl, THING, directory.resolve(file));
    return Files.readString(directory.resolve(file));
  }
}
