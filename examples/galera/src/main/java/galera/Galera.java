package galera;

import db.migration.V1__Bookstore;
import dev.seeder.SeedException;
import dev.seeder.Seeder;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.CloseableDSLContext;
import org.mariadb.jdbc.MariaDbDataSource;

/** Fills a cluster by way of one node and of two at once, and compares all nodes. */
public final class Galera {

  private static final List<String> BOOKSTORE =
      List.of("genre", "currency", "author", "book", "salesperson", "sale");

  private Galera() {}

  /** Runs all of it, with a million rows if no other number is given. */
  public static void main(String[] args) throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    if (args.length == 3) {
      System.exit(seed(new Node(args[0]), args[1], Long.parseLong(args[2])));
    }
    long rows = args.length == 0 ? 1_000_000 : Long.parseLong(args[0]);
    List<Node> nodes = Node.all();
    bookstore(nodes);
    String alone = customers(nodes, "alone", rows, nodes.subList(0, 1));
    String together = customers(nodes, "together", rows, nodes.subList(0, 2));
    require(alone.equals(together), "Two nodes made other rows than one: " + alone + together);
    System.out.println("The rows of both are the same.");
  }

  private static void bookstore(List<Node> nodes) {
    try (CloseableDSLContext dsl = nodes.get(0).open("")) {
      dsl.createDatabase("bookstore").execute();
    }
    Flyway.configure()
        .dataSource(nodes.get(0).url("bookstore"), null, null)
        .locations(new String[0])
        .javaMigrations(new V1__Bookstore())
        .load()
        .migrate();
    System.out.println("bookstore, by Flyway on one node:");
    requireSame(nodes, "bookstore", BOOKSTORE);
  }

  /** Fills the table by one process for each node named, and returns what is in it. */
  private static String customers(List<Node> nodes, String database, long rows, List<Node> by)
      throws Exception {
    try (CloseableDSLContext dsl = nodes.get(0).open("")) {
      dsl.createDatabase(database).execute();
    }
    try (CloseableDSLContext dsl = nodes.get(0).open(database)) {
      Customers.createTable(dsl);
    }
    System.out.printf("%ncustomers, by %d process(es):%n", by.size());
    long begin = System.nanoTime();
    List<Process> processes = new ArrayList<>();
    for (Node node : by) {
      processes.add(start(node, database, rows));
    }
    for (Process process : processes) {
      require(process.waitFor() == 0, "A process has failed.");
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT, "%,d rows in %.1f s: %,.0f a second%n", rows, seconds, rows / seconds);
    requireSame(nodes, database, List.of("customer"));
    System.out.println(nodes.get(0).steps(database));
    String found = nodes.get(0).customers(database);
    System.out.println(found);
    require(found.startsWith(rows + " rows, " + rows + " of them distinct"), "Expected " + rows);
    return found;
  }

  private static Process start(Node node, String database, long rows) throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String path = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java, "-cp", path, Galera.class.getName(), node.port(), database, "" + rows)
        .inheritIO()
        .start();
  }

  private static int seed(Node node, String database, long rows) throws Exception {
    try {
      var report =
          Seeder.of(new MariaDbDataSource(node.url(database))).seeds(new Customers(rows)).run();
      System.out.println("On port " + node.port() + ":\n" + report);
      return 0;
    } catch (SeedException e) {
      System.err.println("On port " + node.port() + ":\n" + e.getMessage());
      return 1;
    }
  }

  private static void requireSame(List<Node> nodes, String database, List<String> tables) {
    Set<String> found =
        nodes.stream().map(node -> node.checksums(database, tables)).collect(Collectors.toSet());
    System.out.println("On all nodes: " + found);
    require(found.size() == 1, "The nodes differ.");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }
}
