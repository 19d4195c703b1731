package bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookstoreTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String url;

  @BeforeEach
  void nameDatabase(@TempDir Path directory) {
    url = "jdbc:sqlite:" + directory.resolve("bookstore.db");
  }

  @Test
  void pageShowsTheBookstore(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("new").resolve("bookstore.html");

    assertThat(run("--url", url, "--page", page.toString())).isZero();

    assertThat(printed()).endsWith("A look at the data: " + page + "\n");
    assertThat(Files.readString(page))
        .contains("<b>5 of 5</b> seeds applied", "<b>664</b> rows inserted", "<b>6</b> tables")
        .contains("id=\"table-&quot;sale&quot;\"", "book_id → book", "Jenise Parker")
        .doesNotContain("<script", "flyway_schema_history");

    assertThat(run("--url", url, "--page", page.toString())).isZero();
    assertThat(Files.readString(page))
        .as("of a database that was filled before, the page has counts alone")
        .contains("<b>0 of 5</b> seeds applied", "500 rows")
        .doesNotContain("Jenise Parker");
  }

  @Test
  void flywayFillsTheBookstore() {
    assertThat(run("--url", url)).isZero();

    assertThat(printed())
        .isEqualTo(
            """
            Flyway applied version 1, "Bookstore":
            Seed         Outcome   Table         Rows Time   Reason
            genres       applied   genre           12 TIME
            currencies   applied   currency         5 TIME
            demo-books   applied   author          41 TIME
                                   book           100
            demo-staff   applied   salesperson      6 TIME
            demo-sales   applied   sale           500 TIME
            total                                 664 TIME
            To repeat: Seeder.randomSeed(0)

            In URL, in TIME:

            author, 41 rows
              name          email                      country
              Jenise Parker jenise.parker@example.net  United Kingdom
              Joy Bechtelar joy.bechtelar1@example.com United States
              Otha Stracke  otha.stracke2@example.org  United States
              Conrad Howe   conrad.howe3@example.com   United Kingdom

            book, 100 rows
              title                      author             genre     isbn          price  currency published_on
              My Life as a Violin Maker  Maryjane Ankunding biography 9781050045159  39.49 GBP      1995-06-11
              The Secret of Harrow Lodge Otha Stracke       novel     9780127268804  15.99 GBP      2010-12-16
              The Mill End Inheritance   Alyse Maggio       crime     9784878100901  23.50 GBP      2021-07-05
              The Garden of Fernleigh    Duane Legros       novel     9781463714154  24.00 GBP      2001-07-21

            salesperson, 6 rows
              first_name last_name email                          hired_on
              Junko      Daniel    junko.daniel@example.com       2018-11-20
              Raymond    Howell    raymond.howell1@example.org    2012-07-26
              Louetta    Powlowski louetta.powlowski2@example.com 2013-08-06
              Crysta     Hand      crysta.hand3@example.net       2023-10-18

            sale, 500 rows
              sold_at          book                       sold_by quantity unit_price
              2025-12-24 17:07 Agnes Learns to Bake       Crysta         1  36.99
              2024-08-07 10:27 A Stranger at Marlowe Park Cletus         1  38.69
              2025-03-26 13:28 The Bronze Gate            Junko          1   6.26
              2024-11-02 15:03 The Cygnus Signal          Cletus         1   9.00

            genre, 12 rows
              code      name
              biography Biography and memoir
              children  Children's books
              cooking   Food and drink
              crime     Crime and mystery

            currency, 5 rows
              code name           digits
              EUR  Euro                2
              FRF  Franc, French       2
              GBP  Pound sterling      2
              JPY  Yen                 0
            """);
  }

  @Test
  void flywayHasNothingToDoTheSecondTime() {
    run("--url", url);
    String first = overview();
    out.reset();

    assertThat(run("--url", url)).isZero();

    assertThat(overview()).isEqualTo(first);
    assertThat(printed())
        .startsWith(
            """
            Flyway had applied version 1, "Bookstore":
              db.migration.V1__Bookstore (genres, currencies, demo-books, demo-staff, demo-sales)
            """);
  }

  @Test
  void flywayFindsTheMigrationByScanning() {
    var result = Flyway.configure().dataSource(url, null, null).load().migrate();

    assertThat(result.migrationsExecuted).isEqualTo(1);
    assertThat(run("--url", url)).isZero();
    assertThat(printed()).contains("\nbook, 100 rows\n");
  }

  @Test
  void seedsRunOnTheirOwnOnce() {
    assertThat(run("seed", "--url", url)).isZero();
    assertThat(printed())
        .startsWith(
            """
            Seed         Outcome   Table         Rows Time   Reason
            genres       applied   genre           12 TIME
            currencies   applied   currency         5 TIME
            demo-books   applied   author          41 TIME
                                   book           100
            demo-staff   applied   salesperson      6 TIME
            demo-sales   applied   sale           500 TIME
            total                                 664 TIME
            To repeat: Seeder.randomSeed(0)

            In URL, in TIME:
            """);
    out.reset();

    assertThat(run("seed", "--url", url)).isZero();
    assertThat(printed())
        .startsWith(
            """
            Seed         Outcome     Table   Rows Time   Reason
            genres       unchanged                         applied before
            currencies   unchanged                         applied before
            demo-books   unchanged                         applied before
            demo-staff   unchanged                         applied before
            demo-sales   unchanged                         applied before
            To repeat: Seeder.randomSeed(0)
            """)
        .contains("\nbook, 100 rows\n");
  }

  @Test
  void seedsAreTheSameWithFlywayAndWithoutIt() {
    run("--url", url);
    String withFlyway = overview();
    out.reset();

    run("seed", "--url", url + "2");

    assertThat(overview()).isEqualTo(withFlyway);
  }

  @Test
  void seedsAreNotRunAfterFlywayRanThem() {
    run("--url", url);

    assertThat(run("seed", "--url", url)).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Flyway has filled this database: the seeds were part of its first migration.",
            "  To fix: leave out \"seed\", or name another database.");
  }

  @Test
  void scaleIsTheNumberOfBooks() {
    assertThat(run("--scale", "1000", "--url", url)).isZero();

    assertThat(overview().lines().filter(line -> line.endsWith(" rows")))
        .containsExactly(
            "author, 401 rows",
            "book, 1,000 rows",
            "salesperson, 24 rows",
            "sale, 5,000 rows",
            "genre, 12 rows",
            "currency, 5 rows");
  }

  @Test
  void withoutUrlTheDatabaseIsANewFile() throws IOException {
    assertThat(run("--scale", "1")).isZero();

    Matcher file =
        Pattern.compile("\nIn jdbc:sqlite:(.*bookstore-[0-9]+\\.db), ").matcher(printed());
    assertThat(file.find()).isTrue();
    assertThat(Files.deleteIfExists(Path.of(file.group(1)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "--scael 5,      'Unknown argument \"--scael\".'",
        "--scale,        '\"--scale\" needs a value.'",
        "--scale ten,    '\"--scale\" is \"ten\", expected a number from 1 to 5000000.'",
        "--scale 0,      '\"--scale\" is \"0\", expected a number from 1 to 5000000.'",
        "--scale 5000001,'\"--scale\" is \"5000001\", expected a number from 1 to 5000000.'",
        "--url book.db,  '\"--url\" is \"book.db\", expected a JDBC URL such as jdbc:h2:./bookstore.'"
      })
  void wrongArgumentsAreExplained(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(message + "\n\n" + Arguments.USAGE + "\n");
    assertThat(out.size()).isZero();
  }

  private int run(String... arguments) {
    return Bookstore.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n")
        .replace(url, "URL")
        .replaceAll(" +Time ", " Time ")
        .replaceAll(" +[0-9]+\\.[0-9]+ s\\b", " TIME");
  }

  private String overview() {
    return printed().split("\n\n", 3)[2];
  }
}
