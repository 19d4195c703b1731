package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import dev.seeder.files.RowFile;
import dev.seeder.files.RowTable;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an editor that knows the schema of a fixture says of its file, as a validator does. */
class FixtureSchemaTest {

  private static final Table<Record> THING = table(name("thing"));

  /** Cells of YAML, some of which are JSON, too. */
  private static final List<String> CELLS =
      """
      NO
      so so
      happy
      sad
      007
      08
      0123
      42
      "42"
      -128
      +5
      99999
      9223372036854775807
      99999999999999999999
      1.5
      "1.5"
      1234567.891
      .5
      1e3
      1.5e-3
      1_000
      NaN
      "NaN"
      -Infinity
      0x1F
      0xCAFE
      "0xCAFE"
      0x
      base64:yv4=
      true
      True
      tRUE
      "false"
      yes
      2026-01-31
      "2026-01-31"
      18:30
      18:30:15
      "18:30:15"
      2026-01-31 18:30:15
      2026-01-31T18:30:15
      "2026-01-31T18:30:15.123+02:00"
      2026-01-31T18:30:15Z
      now
      today
      "today"
      now+P1DT2H30M
      today-P1M
      123e4567-e89b-12d3-a456-426614174000
      "123E4567-e89b-12d3-a456-426614174000"
      123456789012345678901
      "123456789012345678901"
      "ééééééééééééééééé😀😀😀"
      ""
      ''
      ~
      null
      NULL
      [1, 2]
      ["007", null]
      "[1, 2]"
      {"size": [1, 2.50, null]}
      """
          .lines()
          .toList();

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void takesWhatTheFixtureTakes(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    createThings(dsl, database);
    LiveTable live = Objects.requireNonNull(LiveSchema.table(dsl, THING));
    var into = new RowTable(dsl, THING, live, Clock.systemUTC(), List.of());
    JsonSchema schema = schema(dsl, Fixture.of(THING, "things.yaml"));
    var taken = new TreeSet<String>();
    List<String> refused = new ArrayList<>();

    for (LiveColumn column : live.columns()) {
      for (String cell : CELLS) {
        Map<String, String> files =
            isJson(cell)
                ? Map.of(
                    ".yaml", "- " + column.name() + ": " + cell + "\n",
                    ".json", "[{\"" + column.name() + "\": " + cell + "}]")
                : Map.of(".yaml", "- " + column.name() + ": " + cell + "\n");
        files.forEach(
            (ending, text) -> {
              if (isTaken(ending, text, into)) {
                taken.add(column.name());
                if (!mistakes(schema, ending, text).isEmpty()) {
                  refused.add(text);
                }
              }
            });
      }
    }

    assertThat(refused).isEmpty();
    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(
            live.columns().stream().map(LiveColumn::name).toList());
    database.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES"})
  void tellsTheMistakes(TestDatabase database) throws IOException {
    DSLContext dsl = database(database);
    dsl.execute(
        """
        create table "shirt" ("code" varchar(5) not null primary key, "name" varchar(20) not null,
          "size" smallint default 1 not null, "mood" %s, "doc" json,
          "twice" integer generated always as ("size" * 2) %s)"""
            .formatted(mood(database), database == TestDatabase.H2 ? "" : "stored"));
    JsonSchema schema = schema(dsl, Fixture.of(table(name("shirt")), "shirts.json"));
    Map<String, String> wrong =
        Map.of(
            "{\"code\": \"a\", \"name\": \"b\", \"nme\": \"c\"}", "additionalProperties",
            "{\"code\": \"b\", \"name\": \"b\", \"twice\": 2}", "additionalProperties",
            "{\"code\": \"c\"}", "required",
            "{\"code\": \"abcdef\", \"name\": \"b\"}", "maxLength",
            "{\"code\": \"d\", \"name\": null}", "type",
            "{\"code\": \"e\", \"name\": [1]}", "type",
            "{\"code\": \"f\", \"name\": \"b\", \"size\": null}", "type",
            "{\"code\": \"g\", \"name\": \"b\", \"size\": \"large\"}", "pattern",
            "{\"code\": \"h\", \"name\": \"b\", \"size\": true}", "type",
            "\"code\"", "type");

    wrong.forEach(
        (row, keyword) -> {
          assertThat(mistakes(schema, ".json", "[" + row + "]")).as(row).containsExactly(keyword);
          assertThat(mistakes(schema, ".yaml", "- " + row)).as(row).containsExactly(keyword);
          assertThatThrownBy(() -> insert(dsl, "[" + row + "]")).as(row).isNotNull();
        });
    if (database != TestDatabase.SQLITE) {
      String sad = "[{\"code\": \"i\", \"name\": \"b\", \"mood\": \"sad\"}]";
      assertThat(mistakes(schema, ".json", sad)).containsExactly("enum");
      String large = "[{\"code\": \"j\", \"name\": \"b\", \"size\": 40000}]";
      assertThat(mistakes(schema, ".json", large)).containsExactly("maximum");
    }
    String right =
        """
        [{"code": "a", "name": "", "size": 2, "mood": "so so", "doc": {"a": [1]}},
         {"code": "b", "name": "b", "size": "3", "mood": null, "doc": null}]""";
    assertThat(mistakes(schema, ".json", right)).isEmpty();
    insert(dsl, right);
    insert(dsl, "[{\"code\": \"c\", \"name\": \"c\"}]");
    assertThat(mistakes(schema, ".json", "[{\"code\": \"c\", \"name\": \"c\"}]")).isEmpty();
    for (String ending : List.of(".json", ".yaml")) {
      Path saved = directory.resolve("saved" + ending);
      Fixture.save(dsl, table(name("shirt")), saved);
      assertThat(mistakes(schema, ending, Files.readString(saved))).isEmpty();
    }
    database.drop(dsl);
  }

  @Test
  void theSchemaIsThis() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table author (id integer primary key, email varchar(60) not null)");
      dsl.execute(
          """
          create table book (id integer primary key, author_id int not null references author,
            title varchar(200) not null, price decimal(8, 2), "on.sale" boolean not null default true,
            published date, length integer generated always as (length(title)))""");
      Path file = directory.resolve("books.schema.json");

      Fixture.of(table("book"), "seeds/books.yaml")
          .lookup(field("author_id"), field(name("author", "email")))
          .saveSchema(dsl, file);

      assertThat(file)
          .content()
          .isEqualTo(
              """
              {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "title": "Rows of book",
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "description": "INTEGER",
                      "type": [ "integer", "string" ],
                      "pattern": "^([+-]?[0-9]{1,1000})$"
                    },
                    "author_id": {
                      "description": "looked up by author.email",
                      "type": [ "string", "number", "boolean" ],
                      "maxLength": 60
                    },
                    "title": {
                      "description": "varchar(200)",
                      "type": [ "string", "number", "boolean" ],
                      "maxLength": 200
                    },
                    "price": {
                      "description": "decimal(8, 2)",
                      "type": [ "number", "string", "null" ],
                      "pattern": "^([+-]?[0-9]{1,1000}(\\\\.[0-9]{1,1000})?([eE][+-]?[0-9]{1,4})?)$"
                    },
                    "on.sale": {
                      "description": "boolean",
                      "type": [ "boolean", "string" ],
                      "pattern": "^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$"
                    },
                    "published": {
                      "description": "date",
                      "type": [ "string", "null" ],
                      "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}.*|now.*|today.*)$"
                    }
                  },
                  "patternProperties": {
                    "^([iI][dD]|[aA][uU][tT][hH][oO][rR]_[iI][dD]|[tT][iI][tT][lL][eE]|[pP][rR][iI][cC][eE]|[oO][nN]\\\\.[sS][aA][lL][eE]|[pP][uU][bB][lL][iI][sS][hH][eE][dD])$": true
                  },
                  "additionalProperties": false,
                  "if": {
                    "propertyNames": {
                      "enum": [ "id", "author_id", "title", "price", "on.sale", "published" ]
                    }
                  },
                  "then": {
                    "required": [ "author_id", "title" ]
                  }
                }
              }
              """);
    }
  }

  @Test
  void namesMayBeInOtherLetters() throws IOException {
    DSLContext dsl = database(TestDatabase.H2);
    dsl.execute("create table country (code varchar(2) primary key, name varchar(60) not null)");

    JsonSchema schema = schema(dsl, Fixture.of(table(name("COUNTRY")), "countries.yaml"));

    assertThat(mistakes(schema, ".yaml", "- {CODE: NO, NAME: Norway}")).isEmpty();
    assertThat(mistakes(schema, ".yaml", "- {code: NO, Name: Norway}")).isEmpty();
    assertThat(mistakes(schema, ".yaml", "- {CODE: NO}")).containsExactly("required");
    assertThat(mistakes(schema, ".yaml", "- {codes: NO}")).containsExactly("additionalProperties");
    TestDatabase.H2.drop(dsl);
  }

  @Test
  void tellsThatItCannotBeWritten() {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table thing (id integer primary key)");
      Path file = directory.resolve("none/thing.schema.json");

      assertThatThrownBy(() -> Fixture.of(THING, "things.yaml").saveSchema(dsl, file))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The file \"" + file + "\" could not be written.");
    }
  }

  private DSLContext database(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    if (database == TestDatabase.POSTGRES) {
      dsl.execute("create type mood as enum ('happy', 'so so')");
      dsl.execute("create type odd as enum ('42', 'yes', 'so so')");
    }
    return dsl;
  }

  private static String mood(TestDatabase database) {
    return switch (database) {
      case SQLITE -> "text";
      case POSTGRES -> "mood";
      default -> "enum('happy', 'so so')";
    };
  }

  private static void createThings(DSLContext dsl, TestDatabase database) {
    boolean arrays = database == TestDatabase.H2 || database == TestDatabase.POSTGRES;
    String array = database == TestDatabase.H2 ? " array" : "[]";
    dsl.execute(
        """
        create table "thing" (
          "code" varchar(20), "flag" boolean, "small" smallint, "counted" bigint,
          "price" decimal(10, 3), "ratio" double precision, "born" date, "opens" time,
          "seen" %s, "moment" %s, "id" uuid, "picture" %s, "doc" json, "mood" %s, "odd" %s%s)"""
            .formatted(
                database == TestDatabase.MARIADB ? "datetime(6)" : "timestamp",
                switch (database) {
                  case MARIADB -> "timestamp(6) null";
                  case SQLITE -> "timestamptz";
                  default -> "timestamp with time zone";
                },
                database == TestDatabase.POSTGRES ? "bytea" : "varbinary(20)",
                mood(database),
                mood(database).replace("mood", "odd").replace("'happy'", "'42', 'yes'"),
                arrays
                    ? ", \"tags\" varchar(20)%s, \"sizes\" integer%s".formatted(array, array)
                    : ""));
  }

  private JsonSchema schema(DSLContext dsl, Fixture fixture) throws IOException {
    Path file = directory.resolve("schema.json");
    fixture.saveSchema(dsl, file);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
  }

  /** Returns the keywords of the schema by which a file is wrong. */
  private static List<String> mistakes(JsonSchema schema, String ending, String text) {
    InputFormat format = ending.equals(".json") ? InputFormat.JSON : InputFormat.YAML;
    return schema.validate(text, format).stream().map(ValidationMessage::getType).toList();
  }

  private static boolean isJson(String cell) {
    return cell.matches("true|null|[\"\\[{].*|-?[1-9][0-9]*(\\.[0-9]+)?(e-?[0-9]+)?");
  }

  private static boolean isTaken(String ending, String text, RowTable into) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var rows =
        new RowFile("thing" + ending, () -> new ByteArrayInputStream(bytes)).open(into).values()) {
      return rows.count() == 1;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void insert(DSLContext dsl, String rows) throws IOException {
    Path file = Files.writeString(directory.resolve("shirts.json"), rows);
    Seed seed = Seed.of("shirts", each -> each.insert(Fixture.of(table(name("shirt")), file)));
    Seeder.of(dsl).withoutHistory().seeds(seed).run();
  }
}
