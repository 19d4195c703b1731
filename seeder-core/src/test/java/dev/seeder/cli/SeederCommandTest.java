package dev.seeder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeederCommandTest {

  private static final String APPLIED =
      """
      Seed         Outcome   Table   Rows Time   Reason
      genres       applied   genre      3 TIME
      demo-books   applied   book      20 TIME
      total                            23 TIME
      To repeat: Seeder.randomSeed(0)""";

  @TempDir private Path directory;

  private final CommandSession session = CommandSession.plain(Map.of());
  private String url = "";

  @BeforeEach
  void createTables() {
    url = "jdbc:sqlite:" + directory.resolve("library.db");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      Library.create(dsl);
    }
  }

  @Test
  void withoutACommandTheSeedsRun() {
    assertThat(run("--url", url)).isZero();

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).isEqualTo(APPLIED);
  }

  @Test
  void addressMayBeInTheEnvironment() {
    var somebody = CommandSession.plain(Map.of("SEEDER_URL", url));

    assertThat(somebody.run(Library.command(), "run")).isZero();
    assertThat(somebody.out()).isEqualTo(APPLIED);
  }

  @Test
  void planShowsWhatWouldRun() {
    assertThat(run("plan", "--url", url)).isZero();

    assertThat(session.out())
        .isEqualTo(
            """
            Seed         Outcome   Table   Rows Time   Reason
            genres       pending                         not applied yet
            demo-books   pending                         not applied yet
            To repeat: Seeder.randomSeed(0)""");
    assertThat(rows("book")).isZero();
  }

  @Test
  void statusShowsWhatWasApplied() {
    run("run", "--only", "genres", "--random-seed", "42", "--url", url);

    assertThat(run("status", "--url", url)).isZero();

    assertThat(session.out().lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("Seed         Revision   Applied"),
            genres -> assertThat(genres).matches("genres +1 +\\S+Z +3 TIME +42   Seeder .*"),
            books -> assertThat(books).isEqualTo("demo-books              not applied"));
  }

  @Test
  void dryRunShowsStatementsAndLeavesNothing() {
    assertThat(run("dry-run", "--sql", "--url", url)).isZero();

    assertThat(session.out())
        .contains("insert into book (genre) values (?);\n\nSeed")
        .contains("demo-books   pending   book      20          not applied yet");
    assertThat(rows("book")).isZero();
  }

  @Test
  void dryRunShowsRows() throws Exception {
    assertThat(run("dry-run", "--rows", "--only", "genres", "--url", url)).isZero();

    assertThat(session.out())
        .doesNotContain("insert into")
        .contains("\ngenres: genre\n  + code \"")
        .endsWith("\"\nTo repeat: Seeder.randomSeed(0)");

    assertThat(run("dry-run", "--rows", "--sql", "--json", "--url", url)).isZero();
    assertThat(session.out()).contains("\"rows\":[\"+ code ", "\"statements\":[\"insert into");

    assertThat(run("run", "--url", url)).isZero();
    assertThat(session.out()).isEqualTo(APPLIED);
  }

  @Test
  void verifyFailsWhereRowsDiffer() {
    assertThat(run("verify", "--url", url)).isZero();

    long[] calls = {0};
    SeederCommand counting =
        SeederCommand.of(
            Seed.of(
                "counting",
                seed -> seed.dsl().execute("insert into genre values ('" + calls[0]++ + "')")));
    assertThat(session.run(counting, "verify", "--url", url)).isEqualTo(1);
    assertThat(session.err())
        .startsWith("The seeds cannot be repeated:\n  genre.code: other values");
  }

  @Test
  void exportSavesAFixture() throws Exception {
    run("--url", url);
    Path file = directory.resolve("genre.csv");

    assertThat(run("export", "genre", file.toString(), "--url", url)).isZero();

    assertThat(session.out()).isEqualTo("Saved to " + file + ": genre");
    assertThat(Files.readString(file)).startsWith("code\n").hasLineCount(4);
  }

  @Test
  void exportSaysWhatItLeavesOut() {
    try (CloseableDSLContext dsl = DSL.using(url)) {
      dsl.execute("create table line (units int, twice int generated always as (2 * units))");
    }
    Path file = directory.resolve("line.csv");

    assertThat(run("export", "line", file.toString(), "--url", url)).isZero();

    assertThat(session.out())
        .isEqualTo("Saved to " + file + ": line\nLeft out, as the database always makes it: twice");
  }

  @Test
  void exportSavesParentsOfChosenRows() {
    run("--url", url);
    String there = directory.toString();

    assertThat(
            run(
                "export",
                "book",
                there,
                "--with-parents",
                "--where",
                "id <= 2",
                "--ending",
                ".json",
                "--url",
                url))
        .isZero();

    assertThat(session.out()).isEqualTo("Saved to " + there + ": genre, book");
    assertThat(directory.resolve("genre.json")).exists();
    assertThat(directory.resolve("book.json")).exists();
  }

  @Test
  void exportNamesTheTableThatWasMeant() {
    assertThat(run("export", "bok", directory.resolve("b.csv").toString(), "--url", url))
        .isEqualTo(1);

    assertThat(session.err()).isEqualTo("There is no table \"bok\".\n  Did you mean \"book\"?");
  }

  @Test
  void resetWantsTheNameOfTheDatabase() {
    run("--url", url);

    assertThat(run("reset", "--url", url)).isEqualTo(3);
    assertThat(session.err()).contains("which is not marked", "--confirm is confirm(...)");
    assertThat(rows("book")).isEqualTo(20);

    assertThat(run("reset", "--confirm", "library.db", "--url", url)).isZero();
    assertThat(session.out()).isEqualTo("Deleted:\n  book, 20 rows\n  genre, 3 rows");
    assertThat(rows("book")).isZero();

    assertThat(run("run", "--without-history", "--url", url)).isZero();
    assertThat(rows("book")).isEqualTo(20);
  }

  @Test
  void markKeepsDemoSeedsOut() {
    assertThat(run("mark", "library.db", "--env", "production", "--url", url)).isZero();
    assertThat(session.out()).isEqualTo("Marked \"library.db\".");

    assertThat(run("--env", "staging", "--url", url)).isEqualTo(3);

    assertThat(session.out()).isEmpty();
    assertThat(session.err()).startsWith("Demo seeds do not run on the database");
    assertThat(rows("genre")).isZero();
  }

  @Test
  void onlyNamedSeedsRunAndWhatTheyNeed() {
    assertThat(run("--only", "demo-books", "--url", url)).isZero();
    assertThat(session.out()).isEqualTo(APPLIED);
  }

  @Test
  void whatComesFirstIsDoneFirst() {
    String fresh = "jdbc:sqlite:" + directory.resolve("fresh.db");
    SeederCommand migrating =
        Library.command()
            .before(
                dataSource -> {
                  try (var connection = dataSource.getConnection()) {
                    Library.create(DSL.using(connection));
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                });

    assertThat(session.run(migrating, "--url", fresh)).isZero();
    assertThat(session.out()).isEqualTo(APPLIED);

    assertThat(session.run(migrating, "--url", fresh)).isEqualTo(1);
    assertThat(session.err()).startsWith("What comes before the seeds failed.\n  Cause: ");
  }

  @Test
  void settingsOfTheProgramHoldAndOptionsWin() {
    SeederCommand command = Library.command().with(seeder -> seeder.randomSeed(7));

    session.run(command, "plan", "--url", url);
    assertThat(session.out()).endsWith("To repeat: Seeder.randomSeed(7)");

    session.run(command, "plan", "--random-seed", "8", "--locale", "de", "--url", url);
    assertThat(session.out())
        .endsWith("To repeat: Seeder.randomSeed(8).locale(Locale.forLanguageTag(\"de\"))");
  }

  @Test
  void failedSeedIsReportedAndToldByItsCode() throws Exception {
    SeederCommand failing =
        SeederCommand.of(
            Seed.of("broken", seed -> seed.dsl().execute("insert into nowhere values (1)")));

    assertThat(session.run(failing, "--url", url)).isEqualTo(1);
    assertThat(session.out()).contains("broken   failed");
    assertThat(session.err())
        .startsWith("Seed \"broken\" failed; its transaction was rolled back.")
        .doesNotContain("\tat ");

    assertThat(session.run(failing, "--stacktrace", "--url", url)).isEqualTo(1);
    assertThat(session.err()).contains("\tat dev.seeder.");

    assertThat(session.run(failing, "--json", "--url", url)).isEqualTo(1);
    assertThat(json())
        .containsEntry("/exit", "1")
        .containsEntry("/report/seeds/outcome", "failed")
        .hasEntrySatisfying("/error", error -> assertThat(error).startsWith("Seed \"broken\""));
  }

  @Test
  void reportsAreJsonForPrograms() throws Exception {
    assertThat(run("run", "--json", "--url", url)).isZero();
    assertThat(json())
        .containsEntry("/command", "run")
        .containsEntry("/exit", "0")
        .containsEntry("/report/totalRows", "23")
        .containsEntry("/report/seeds/seed", "demo-books")
        .containsEntry("/report/seeds/outcome", "applied")
        .containsEntry("/report/seeds/tables/genre/created", "3")
        .containsEntry("/report/seeds/tables/book/created", "20");

    run("status", "--json", "--url", url);
    assertThat(json()).containsEntry("/applied/seed", "demo-books");

    run("dry-run", "--sql", "--json", "--url", url);
    assertThat(json())
        .containsEntry("/report/seeds/outcome", "unchanged")
        .doesNotContainKey("/statements");

    run("reset", "--json", "--confirm", "library.db", "--url", url);
    assertThat(json()).containsEntry("/deleted/book", "20");

    run("mark", "library.db", "--json", "--env", "test", "--url", url);
    assertThat(json()).containsEntry("/database", "library.db");

    run("export", "book", directory.resolve("b.csv").toString(), "--json", "--url", url);
    assertThat(json()).containsEntry("/tables", "book");
  }

  @Test
  void theReportOfAnAnswerIsThatOfCode() {
    SeedReport plan;
    try (CloseableDSLContext dsl = DSL.using(url)) {
      plan = Seeder.of(dsl).seeds(new Library.DemoBooks(), new Library.Genres()).plan();
    }

    run("plan", "--json", "--url", url);

    assertThat(session.out())
        .isEqualTo("{\"command\":\"plan\",\"exit\":0,\"report\":" + plan.toJson() + "}");
  }

  @Test
  void longInsertsAreToldLineByLine() {
    session.withInsertsTaking(1_000_000_000);

    assertThat(run("dry-run", "--url", url)).isZero();
    assertThat(session.err()).contains("demo-books: book 20 of 20 rows (100 %), ");

    assertThat(run("--url", url)).isZero();
    assertThat(session.out()).isEqualTo(APPLIED);
    assertThat(session.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.matches("genres: genre 3 .*rows.*, [0-9,]+/s, ended after .*"))
        .anyMatch(
            line ->
                line.matches("demo-books: book 20 of 20 rows \\(100 %\\), .*/s, ended after .*"))
        .noneMatch(line -> line.contains("genre-"));
  }

  @Test
  void programsAreToldNothingButTheAnswer() {
    session.withInsertsTaking(1_000_000_000);

    assertThat(run("--json", "--url", url)).isZero();

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).startsWith("{\"command\":\"run\",").hasLineCount(1);
  }

  @Test
  void theProgramMayTellProgressOtherwise() {
    var told = new ArrayList<String>();
    session.withInsertsTaking(1_000_000_000);

    SeederCommand command =
        Library.command().with(seeder -> seeder.progress(progress -> told.add(progress.table())));

    assertThat(session.run(command, "--url", url)).isZero();
    assertThat(session.err()).isEmpty();
    assertThat(told).containsExactly("genre", "book");
  }

  @Test
  void colourIsForTerminals() {
    var seeing = new CommandSession(Map.of(), true);

    seeing.run(Library.command(), "--url", url);
    assertThat(seeing.out()).contains("genres       \u001b[32mapplied\u001b[0m   genre");

    seeing.run(Library.command(), "plan", "--url", "jdbc:sqlite:nowhere.db");
    assertThat(seeing.err())
        .startsWith("\u001b[31mThere is no database file \"nowhere.db\".\u001b[0m\n  To fix");

    run("plan", "--url", url);
    assertThat(session.out()).doesNotContain("\u001b");
  }

  private int run(String... args) {
    return session.run(Library.command(), args);
  }

  private int rows(String table) {
    try (CloseableDSLContext dsl = DSL.using(url)) {
      return dsl.fetchCount(DSL.table(DSL.name(table)));
    }
  }

  /** Returns the values of the answer by their paths, without numbers: of a list the last one. */
  private Map<String, String> json() throws Exception {
    var values = new HashMap<String, String>();
    try (JsonParser parser = new JsonFactory().createParser(session.out())) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          values.put(
              parser
                  .getParsingContext()
                  .pathAsPointer()
                  .toString()
                  .replaceAll("/[0-9]+(?=/|$)", ""),
              parser.getText());
        }
      }
    }
    return values;
  }
}
