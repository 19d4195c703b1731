package scale;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the command line asks for. */
record Arguments(
    Size size,
    List<Database> databases,
    List<Way> ways,
    int rounds,
    Optional<String> heap,
    Optional<Path> json) {

  static final String USAGE =
      """
      Usage: run [--rows SIZE] [--databases NAMES] [--ways NAMES] [--rounds N] [--heap SIZE] [--json FILE]
        --rows SIZE         XS (265 rows), S (26,100), M (611,000), L (6,110,000) or XL (100,000,000); S by default
        --databases NAMES   of sqlite, postgres, mariadb; sqlite by default
        --ways NAMES        of seeder, flyway, handwritten, jdbc, limit; all by default
        --rounds N          how often each is measured; 3 by default
        --heap SIZE         the largest heap of seeder and flyway, such as 128m; Java's default if left out
        --json FILE         where the figures are written to""";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Arguments parse(List<String> words) {
    Size size = Size.S;
    List<Database> databases = List.of(Database.SQLITE);
    List<Way> ways = List.of(Way.values());
    int rounds = 3;
    Optional<String> heap = Optional.empty();
    Optional<Path> json = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException("\"" + word + "\" needs a value.");
      }
      String value = rest.next();
      switch (word) {
        case "--rows" -> size = oneOf(Size.values(), word, value);
        case "--databases" -> databases = someOf(Database.values(), word, value);
        case "--ways" -> ways = someOf(Way.values(), word, value);
        case "--rounds" -> rounds = rounds(value);
        case "--heap" -> heap = Optional.of(value);
        case "--json" -> json = Optional.of(Path.of(value));
        default -> throw new IllegalArgumentException("Unknown argument \"" + word + "\".");
      }
    }
    return new Arguments(size, databases, ways, rounds, heap, json);
  }

  private static <E extends Enum<E>> List<E> someOf(E[] values, String option, String names) {
    return Arrays.stream(names.split(",")).map(name -> oneOf(values, option, name)).toList();
  }

  private static <E extends Enum<E>> E oneOf(E[] values, String option, String name) {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(name)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is \"%s\", expected one of %s."
            .formatted(option, name, Arrays.toString(values).toLowerCase(Locale.ROOT)));
  }

  private static int rounds(String value) {
    if (!value.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException(
          "\"--rounds\" is \"" + value + "\", expected a number from 1 to 999.");
    }
    return Integer.parseInt(value);
  }
}
