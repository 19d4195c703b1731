package dev.seeder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {

  private final CommandSession session = CommandSession.plain(Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pln                               | There is no command "pln". / Did you mean "plan"? / For help: library --help
          run --onyl x                      | There is no option "--onyl" of "run". / Did you mean "--only"? / For help: library run --help
          --only genrs --url jdbc:sqlite:x  | There is no seed "genrs". / Did you mean "genres"? / For help: library run --help
          --only zzzzzz --url jdbc:sqlite:x | There is no seed "zzzzzz". / Seeds: demo-books, genres / For help: library run --help
          --locale x_ --url jdbc:sqlite:x   | "x_" is no language. / Expected: a tag such as de or pt-BR / For help: library run --help
          --random-seed x                   | Invalid value for option '--random-seed': 'x' is not a long / For help: library run --help
          run --env=                        | The environment is blank. / Expected: a name, as in --env staging / For help: library run --help
          reset --env=                      | The environment is blank. / Expected: a name, as in --env staging / For help: library reset --help
          mark x --env=                     | The environment is blank. / Expected: a name, as in --env staging / For help: library mark --help
          export genre                      | Missing required parameter: 'FILE' / For help: library export --help
          plan                              | Which database? / To fix: name it, as in --url jdbc:sqlite:shop.db, or set the environment variable SEEDER_URL. / For help: library plan --help
          plan --url shop.db                | The address of the database is no JDBC URL. / Expected: one such as jdbc:sqlite:shop.db or jdbc:postgresql://localhost/shop / For help: library plan --help
          """)
  void wrongCommandLineIsExplained(String arguments, String message) {
    assertThat(session.run(Library.command(), arguments.split(" "))).isEqualTo(2);

    assertThat(session.err()).isEqualTo(message.replace(" / ", "\n  "));
    assertThat(session.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plan --url jdbc:sqlite:nowhere.db | There is no database file "nowhere.db". / To fix: check --url or SEEDER_URL.
          plan --url jdbc:nothing:here      | There is no driver for jdbc:nothing on the class path. / To fix: add the dependency of its driver, or check --url or SEEDER_URL.
          """)
  void missingDatabaseIsNamed(String arguments, String message) {
    assertThat(session.run(Library.command(), arguments.split(" "))).isEqualTo(4);

    assertThat(session.err()).isEqualTo(message.replace(" / ", "\n  "));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://localhost/shop?password=geheim",
    "jdbc:postgresql://localhost/shop?user=me&PASSWORD=geheim",
    "jdbc:mysql://me:geheim@localhost/shop",
    "jdbc:h2:tcp://localhost/shop;USER=me;PASSWORD=geheim"
  })
  void addressWithAPasswordIsNoArgument(String url) {
    for (String[] args : new String[][] {{"plan", "--url", url}, {"plan", "--url=" + url}}) {
      assertThat(session.run(Library.command(), args)).isEqualTo(2);
      assertThat(session.err())
          .isEqualTo(
              """
              The address in the arguments holds a password: everybody on this machine can read it there.
                To fix: set the environment variable SEEDER_URL to the address, or SEEDER_PASSWORD to the password alone.""");
    }
  }

  @Test
  void passwordIsNoArgument() {
    for (String[] args : new String[][] {{"--password=geheim"}, {"plan", "--password", "geheim"}}) {
      assertThat(session.run(Library.command(), args)).isEqualTo(2);
      assertThat(session.err())
          .isEqualTo(
              """
              A password is no argument: everybody on this machine can read it there.
                To fix: set the environment variable SEEDER_PASSWORD, or write --password alone, before another option or at the end, to be asked.""");
    }
  }

  @Test
  void passwordOfAnUnreachableDatabaseIsNotPrinted() {
    String url = "jdbc:postgresql://localhost:1/shop?user=me&password=geheim";
    var somebody = CommandSession.plain(Map.of("SEEDER_URL", url, "SEEDER_PASSWORD", "secret1"));

    assertThat(somebody.run(Library.command(), "plan", "--stacktrace")).isEqualTo(4);

    assertThat(somebody.out()).isEmpty();
    assertThat(somebody.err())
        .startsWith("The database \"shop\" on localhost:1 cannot be reached.\n  Cause: ")
        .contains("\tat ")
        .doesNotContain("geheim", "secret1");
  }

  @Test
  void helpTeachesByExamples() {
    assertThat(session.run(Library.command(), "--help")).isZero();
    assertThat(session.out())
        .contains("Usage: library [-hV] [COMMAND]", "dry-run  Runs the seeds", "  3   refused by")
        .contains("  library plan --url jdbc:postgresql://localhost/shop --user shop --password")
        .contains("  NO_COLOR             no colours");

    assertThat(session.run(Library.command(), "help", "run")).isZero();
    assertThat(session.out()).contains("library run --only demo-books,demo-sales --random-seed 42");
  }
}
