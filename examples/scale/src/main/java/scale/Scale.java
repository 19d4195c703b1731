package scale;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/**
 * Measures how long a shop's rows take in several ways, beside the database's own loader.
 *
 * <p>Each way and round is a process of its own, on a new database with empty tables; the rounds
 * are interleaved.
 */
public final class Scale {

  private final Arguments arguments;
  private final Path directory;

  private Scale(Arguments arguments, Path directory) {
    this.arguments = arguments;
    this.directory = directory;
  }

  /** Runs the measurement; exit code 0 on success, 2 on wrong arguments. */
  public static void main(String[] args) throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err)
      throws IOException, SQLException, InterruptedException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
      return 2;
    }
    Path directory = Files.createTempDirectory("scale-");
    try {
      List<Figures> all = new Scale(arguments, directory).measure(err);
      out.println(Figures.HEADING);
      all.forEach(figures -> out.println(figures.line(all)));
      if (arguments.json().isPresent()) {
        Files.writeString(arguments.json().get(), json(all));
      }
    } finally {
      delete(directory);
    }
    return 0;
  }

  private List<Figures> measure(PrintStream progress)
      throws IOException, SQLException, InterruptedException {
    FinishedRows rows = new FinishedRows(directory);
    if (arguments.ways().contains(Way.JDBC) || arguments.ways().contains(Way.LIMIT)) {
      progress.println("Making the finished rows ...");
      rows = FinishedRows.of(directory, arguments.size());
    }
    List<Figures> all = new ArrayList<>();
    for (Database database : arguments.databases()) {
      List<Way> ways =
          new ArrayList<>(arguments.ways().stream().filter(way -> way.runsOn(database)).toList());
      Map<Way, List<Measured>> measured = new LinkedHashMap<>();
      ways.forEach(way -> measured.put(way, new ArrayList<>()));
      for (int round = 1; round <= arguments.rounds(); round++) {
        for (Way way : ways) {
          progress.printf("%s, %s, round %d%n", database, way, round);
          measured.get(way).add(measure(database, way, rows));
        }
        // nobody is always the first, or after the same other one
        Collections.rotate(ways, 1);
      }
      measured.forEach(
          (way, rounds) -> all.add(Figures.of(database, way, arguments.size(), rounds)));
    }
    return all;
  }

  private Measured measure(Database database, Way way, FinishedRows rows)
      throws IOException, InterruptedException {
    String url = database.freshUrl(directory);
    if (way != Way.FLYWAY) {
      try (CloseableDSLContext dsl = DSL.using(url)) {
        Shop.create(dsl);
      }
    }
    database.settle(directory);
    var command = Command.of(way, url, arguments.size(), rows, arguments.heap(), directory);
    Measured measured =
        Measured.run(command.words(), command.input(), directory, database.server(directory));
    Audit.check(url, arguments.size());
    database.drop(url, directory);
    return measured;
  }

  private static String json(List<Figures> all) {
    return all.stream()
        .map(figures -> "  " + figures.json(all))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
