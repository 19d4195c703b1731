package anyschema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
record Arguments(
    String url,
    long rows,
    List<String> schemas,
    long randomSeed,
    Optional<String> user,
    Optional<String> password,
    boolean progress) {

  static final String USAGE =
      """
      Usage: run --url URL [--rows N] [--schema NAME] [--random-seed N] [--user NAME] [--password WORD]
        --url URL          the JDBC URL of a database that has tables
        --rows N           the number of rows of each table; 100 by default
        --schema NAME      the schema to fill, may be repeated; the current one by default
        --random-seed N    another number gives other rows; 0 by default
        --user NAME        who connects, if the URL does not say it
        --password WORD    the password, if the URL does not say it
        --progress         tell how far it is, on standard error""";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Arguments parse(List<String> words) {
    Optional<String> url = Optional.empty();
    long rows = 100;
    List<String> schemas = new ArrayList<>();
    long randomSeed = 0;
    Optional<String> user = Optional.empty();
    Optional<String> password = Optional.empty();
    boolean progress = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--url" -> url = Optional.of(url(value(word, rest)));
        case "--rows" -> rows = rows(value(word, rest));
        case "--schema" -> schemas.add(value(word, rest));
        case "--random-seed" -> randomSeed = number(word, value(word, rest), "a whole number");
        case "--user" -> user = Optional.of(value(word, rest));
        case "--password" -> password = Optional.of(value(word, rest));
        case "--progress" -> progress = true;
        default -> throw new IllegalArgumentException("Unknown argument \"" + word + "\".");
      }
    }
    if (url.isEmpty()) {
      throw new IllegalArgumentException("\"--url\" is missing.");
    }
    return new Arguments(
        url.get(), rows, List.copyOf(schemas), randomSeed, user, password, progress);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("\"" + option + "\" needs a value.");
    }
    return rest.next();
  }

  private static String url(String value) {
    if (!value.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "\"--url\" is \"" + value + "\", expected a JDBC URL such as jdbc:sqlite:shop.db.");
    }
    return value;
  }

  private static long rows(String value) {
    long rows = number("--rows", value, "a number from 1 on");
    if (rows < 1) {
      throw notA("--rows", value, "a number from 1 on");
    }
    return rows;
  }

  private static long number(String option, String value, String expected) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notA(option, value, expected);
    }
  }

  private static IllegalArgumentException notA(String option, String value, String expected) {
    return new IllegalArgumentException(
        "\"" + option + "\" is \"" + value + "\", expected " + expected + ".");
  }
}
