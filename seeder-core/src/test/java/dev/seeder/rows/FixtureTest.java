package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixtureTest extends CountryFixtures {

  FixtureTest() {
    super(
        """
          code varchar(2) not null primary key,
          name varchar(40) not null,
          note text,
          people bigint,
          area decimal(8, 2),
          founded date,
          member boolean default true,
          shout text generated always as (upper(name))""");
  }

  @Test
  void insertsTheRowsOfCsvOnTheClasspath() {
    insert(Fixture.of(COUNTRY, "seeds/countries.csv"));

    assertThat(rows("code, name, note, member"))
        .containsExactly("NO|Norway|null|true", "de|Germany, the||true");
  }

  @Test
  void takesAByteOrderMarkAndAnyLineEnds() throws IOException {
    insert(
        csv(
            "\uFEFFcode,name,note\r\nno,\"Norway\r\n(Norge)\",\"said \"\"hei\"\"\"\r\n"
                + "\"se\",Sweden \ud83c\uddf8\ud83c\uddea,\"\"\n"));

    assertThat(rows("code, name, note"))
        .containsExactly(
            "no|Norway\r\n(Norge)|said \"hei\"", "se|Sweden \ud83c\uddf8\ud83c\uddea|");
  }

  @Test
  void insertsTheRowsOfJson() throws IOException {
    insert(
        json(
            """
            [
              {"code": "07", "name": 12.50, "note": null, "area": "1.5", "people": 5},
              {"people": null, "note": "", "area": 1e2, "name": true, "code": "é\\n"}
            ]
            """));

    assertThat(rows("code, name, note, area, people"))
        .containsExactly("07|12.50|null|1.5|5", "é\n|true||100|null");
  }

  @Test
  void takesTheNamesOfColumnsInAnyCase() throws IOException {
    insert(csv("NAME,Code\nNorway,no\n"));

    assertThat(rows("code, name")).containsExactly("no|Norway");
  }

  @Test
  void skipsEmptyLines() throws IOException {
    insert(csv("\ncode,name\n\nno,Norway\n\n"));

    assertThat(rows("code, name")).containsExactly("no|Norway");
  }

  @Test
  void hasNoRowsIfTheFileHasNone() throws IOException {
    insert(csv("code,name"));
    insert(json("[]"));

    assertThat(rows("*")).isEmpty();
  }

  @Test
  void canBeOpenedManyTimes() throws IOException {
    Fixture fixture = csv("code,name\nno,Norway\n");
    insert(fixture);
    dsl.deleteFrom(COUNTRY).execute();

    insert(fixture);

    assertThat(rows("code")).containsExactly("no");
  }

  @Test
  void failsTheSeedWithAllThatIsWrong() throws IOException {
    Fixture fixture =
        csv("code,naame,people,xyz,shout,CODE\nno,Norway,many,1,2,\nnor,Norway,1\n\"\",a,,,,x\n");

    assertThat(failure(fixture))
        .isEqualTo(
            """
            Seed "countries" failed at table "country"; its transaction was rolled back.
              Cause: The file "%s" cannot be inserted into "country"; none of its rows was.
                line 1: column "naame" is not in table "country". Did you mean "name"?
                line 1: column "xyz" is not in table "country", whose columns are: code, name, note, \
            people, area, founded, member, shout.
                line 1: column "shout" is made by the database itself, in table "country"; leave it out.
                line 1: column "CODE" is there twice.
                line 2: column "people" takes a whole number, such as 42.
                line 3: the row has 3 cells, but the header has 6 columns.
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(directory.resolve("rows.csv")));
    assertThat(rows("*")).isEmpty();
  }

  @Test
  void saysWhatColumnsTake() throws IOException {
    assertThat(
            mistakes(
                csv(
                    """
                    code,name,note,people,area,founded,member
                    nor,Norway,,9223372036854775808,9.99,2026-02-29,yes
                    no,,,1.0,9.999,1.2.2026,1
                    se,"",,\u0663,"1,5",12026-01-01,TRUE
                    fi,%s,,1e3,1234567,,
                    """
                        .formatted("x".repeat(41)))))
        .containsExactly(
            "line 2: column \"code\" takes a text of at most 2 characters, but this one has 3.",
            "line 2: column \"people\" takes a whole number of at most 64 bits.",
            "line 2: column \"founded\" takes a date, such as 2026-01-31.",
            "line 2: column \"member\" takes true or false.",
            "line 3: column \"name\" takes no NULL.",
            "line 3: column \"people\" takes a whole number, such as 42.",
            "line 3: column \"area\" takes at most 6 digits before the point and 2 behind it.",
            "line 3: column \"founded\" takes a date, such as 2026-01-31.",
            "line 3: column \"member\" takes true or false.",
            "line 4: column \"people\" takes a whole number, such as 42.",
            "line 4: column \"area\" takes a number, such as 9.99.",
            "line 4: column \"founded\" takes a date, such as 2026-01-31.",
            "line 5: column \"name\" takes a text of at most 40 characters, but this one has 41.",
            "line 5: column \"people\" takes a whole number, such as 42.",
            "line 5: column \"area\" takes at most 6 digits before the point and 2 behind it.");
  }

  @Test
  void tellsTheFirst20Mistakes() throws IOException {
    List<String> mistakes = mistakes(csv("code,name\n" + "no\n".repeat(30)));

    assertThat(mistakes)
        .hasSize(21)
        .startsWith("line 2: the row has 1 cell, but the header has 2 columns.")
        .endsWith(
            "line 21: the row has 1 cell, but the header has 2 columns.",
            "There may be more: these are the first 20.");
  }

  @Test
  void tellsWhatIsNoCsv() throws IOException {
    assertThat(mistakes(csv("code,name\nno,Norway\nse,\"Sweden\nfi,Finland\n")))
        .containsExactly(
            "line 3: a quote of the row that begins here is not closed until the end of the file.");
    assertThat(mistakes(csv("code,name\nno,\"Nor\"way\n")))
        .containsExactly(
            "line 2: text follows a closing quote in the row that begins here; inside of quotes, a"
                + " quote is written twice.");
    assertThat(mistakes(csv("code,name\nno," + "x".repeat(20_000_000))))
        .containsExactly("line 2: the row that begins here is too large.");
    assertThat(mistakes(csv("")))
        .containsExactly("line 1: there is no header with the names of the columns.");
  }

  @Test
  void tellsWhatIsNoJson() throws IOException {
    assertThat(mistakes(json("[\n  {\"code\": \"no\", \"name\": Norway}]")))
        .containsExactly("line 2, character 26: the file is not JSON from here on.");
    assertThat(mistakes(json("[{\"code\": \"no\"")))
        .containsExactly("line 1, character 15: the file is not JSON from here on.");
    assertThat(mistakes(json("{\"code\": \"no\"}")))
        .containsExactly("line 1, character 1: expected an array of objects, [{...}, {...}].");
    assertThat(mistakes(json("")))
        .containsExactly("line 1, character 1: expected an array of objects, [{...}, {...}].");
    assertThat(mistakes(json("[1]")))
        .containsExactly("line 1, character 2: expected a row, {\"column\": value, ...}.");
    assertThat(mistakes(json("[] []")))
        .containsExactly("line 1, character 4: expected nothing behind the array of rows.");
    assertThat(mistakes(json("[{}]")))
        .containsExactly("line 1, character 2: the first row has no columns.");
    assertThat(mistakes(json("[{\"note\": " + "[".repeat(100_000))))
        .containsExactly(
            "line 1, character 1010: a text, a number or the depth of a value is beyond what is"
                + " read.");
  }

  @Test
  void tellsWhereRowsOfJsonDiffer() throws IOException {
    assertThat(
            mistakes(
                json(
                    """
                    [{"code": "no", "name": "Norway"},
                     {"code": "se"},
                     {"code": "fi", "nam": "Finland"},
                     {"code": "dk", "name": ["Denmark"], "code": "dk", "note": 1}]
                    """)))
        .containsExactly(
            "line 2, character 2: column \"name\" is not in this row, but in the first one; a NULL is"
                + " written null.",
            "line 3, character 2: column \"name\" is not in this row, but in the first one; a NULL is"
                + " written null.",
            "line 3, character 24: column \"nam\" is not in the first row, but in this one.",
            "line 4, character 46: column \"code\" is in this row twice.",
            "line 4, character 60: column \"note\" is not in the first row, but in this one.");
    assertThat(mistakes(json("[{\"code\": \"no\", \"name\": [\"Norway\"]}]")))
        .containsExactly(
            "line 1, character 25: column \"name\" takes a text, not an array or an object.");
    assertThat(mistakes(json("[{\"code\": \"no\", \"name\": \"\\ud800\"}]")))
        .containsExactly(
            "line 1, character 25: column \"name\" takes a text, but has half a character, one"
                + " surrogate of two.");
  }

  @Test
  void tellsWhatIsNotUtf8() throws IOException {
    String wrong = "the file is not in UTF-8 here; save it in that encoding.";
    Fixture csv = bytes("rows.csv", "code,name\nnor,Norway\nat,\u00d6sterreich\n");
    Fixture json = bytes("rows.json", "[{\"code\": \"at\", \"name\": \"\u00d6sterreich\"}]");

    assertThat(mistakes(csv))
        .containsExactly(
            "line 2: column \"code\" takes a text of at most 2 characters, but this one has 3.",
            "line 3, character 4: " + wrong);
    assertThat(mistakes(json)).containsExactly("line 1, character 26: " + wrong);
  }

  @Test
  void saysWhichFileOrTableThereIsNot() throws IOException {
    Path missing = directory.resolve("missing.csv");

    assertThatThrownBy(() -> open(Fixture.of(COUNTRY, missing)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no file \"" + missing + "\".");
    assertThatThrownBy(() -> open(Fixture.of(COUNTRY, "seeds/countrys.csv")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            There is no file "seeds/countrys.csv" on the classpath.
              To fix: name it as under src/main/resources, such as "seeds/genres.csv".""");
    assertThatThrownBy(() -> open(Fixture.of(table(name("contry")), "seeds/countries.csv")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no table \"contry\".\n  Did you mean \"country\"?");
    assertThatThrownBy(() -> open(Fixture.of(table(name("employees")), "seeds/countries.csv")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            There is no table "employees".
              To fix: create it by a migration that runs before the seed.""");
    Files.createDirectory(directory.resolve("directory.csv"));
    assertThatThrownBy(() -> open(Fixture.of(COUNTRY, directory.resolve("directory.csv"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The file \"" + directory.resolve("directory.csv") + "\" could not be read.");
  }

  @Test
  void refusesNamesThatAreNoneOfTheClasspath() {
    for (String file :
        List.of("/seeds/a.csv", "../a.csv", "seeds/../../a.csv", "seeds\\a.csv", "file:a.csv")) {
      assertThatThrownBy(() -> Fixture.of(COUNTRY, file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "\""
                  + file
                  + "\" is no name of a file on the classpath.\n"
                  + "  To fix: name it as under src/main/resources, such as \"seeds/genres.csv\".");
    }
    assertThatThrownBy(() -> Fixture.of(COUNTRY, "seeds/countries.xls"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The file \"seeds/countries.xls\" has no ending that says how to read it: expected .csv,"
                + " .json or .yaml.");
  }

  private Fixture csv(String content) throws IOException {
    return file("rows.csv", content);
  }

  private Fixture json(String content) throws IOException {
    return file("rows.json", content);
  }
}
