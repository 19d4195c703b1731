package bookstore;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
record Arguments(boolean seedsOnly, int books, Optional<String> url, Optional<Path> page) {

  static final String USAGE =
      """
      Usage: run [seed] [--scale N] [--url URL] [--page FILE]
        seed         runs the seeds on their own; without it Flyway runs them in its first migration
        --scale N    the number of books, 1 to 5000000; 100 by default
        --url URL    the JDBC URL of the database; a new SQLite file by default
        --page FILE  writes a page with a look at the data, for a browser
      Commands for the seeds: run help""";

  private static final int MOST_BOOKS = 5_000_000;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Arguments parse(List<String> words) {
    boolean seedsOnly = false;
    int books = 100;
    Optional<String> url = Optional.empty();
    Optional<Path> page = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "seed" -> seedsOnly = true;
        case "--scale" -> books = books(value(word, rest));
        case "--url" -> url = Optional.of(url(value(word, rest)));
        case "--page" -> page = Optional.of(Path.of(value(word, rest)));
        default -> throw new IllegalArgumentException("Unknown argument \"" + word + "\".");
      }
    }
    return new Arguments(seedsOnly, books, url, page);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("\"" + option + "\" needs a value.");
    }
    return rest.next();
  }

  private static int books(String value) {
    boolean number = value.matches("[0-9]{1,7}");
    if (!number || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_BOOKS) {
      throw new IllegalArgumentException(
          "\"--scale\" is \"" + value + "\", expected a number from 1 to " + MOST_BOOKS + ".");
    }
    return Integer.parseInt(value);
  }

  private static String url(String value) {
    if (!value.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "\"--url\" is \"" + value + "\", expected a JDBC URL such as jdbc:h2:./bookstore.");
    }
    return value;
  }
}
