package bookstore;

import static bookstore.db.Tables.BOOK;

import bookstore.seeds.BookstoreSeeds;
import db.migration.V1__Bookstore;
import dev.seeder.Seed;
import dev.seeder.SeedException;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.page.SeedPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Makes a database of a bookstore, with data in it, and shows some of its rows. */
public final class Bookstore {

  /** Flyway would find the class of the migration a second time, without its number of books. */
  private static final String[] NO_SCANNING = {};

  private Bookstore() {}

  /** Runs the example; exit code 0 on success, 1 on a failure, 2 on wrong arguments. */
  public static void main(String[] args) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    System.exit(
        BookstoreCommand.isOne(args)
            ? BookstoreCommand.run(args)
            : run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
      return 2;
    }
    String url = arguments.url().orElseGet(Bookstore::newFile);
    try (CloseableDSLContext dsl = DSL.using(url)) {
      long start = System.nanoTime();
      var reports = new ArrayList<SeedReport>();
      String done =
          arguments.seedsOnly()
              ? seed(dsl, arguments.books(), reports)
              : migrate(url, arguments.books(), reports);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "%s%n%nIn %s, in %.1f s:%n", done, withoutSecrets(url), seconds);
      out.print(Overview.of(dsl));
      if (arguments.page().isPresent()) {
        savePage(arguments, reports, dsl, out);
      }
      return 0;
    } catch (DataAccessException
        | FlywayException
        | SeedException
        | IllegalStateException
        | UncheckedIOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /** Lets Flyway run the seeds: they are part of its first migration. */
  private static String migrate(String url, int books, List<SeedReport> reports) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, null, null)
            .locations(NO_SCANNING)
            .javaMigrations(new V1__Bookstore(books, reports::add))
            .load();
    flyway.migrate();
    MigrationInfo first = flyway.info().current();
    String migration =
        "version %s, \"%s\":\n".formatted(first.getVersion(), first.getDescription());
    return reports.isEmpty()
        ? "Flyway had applied " + migration + "  " + first.getScript()
        : "Flyway applied " + migration + reports.get(0);
  }

  /** Runs the seeds on their own; a second run finds them applied. */
  private static String seed(DSLContext dsl, int books, List<SeedReport> reports) {
    prepare(dsl);
    SeedReport report = Seeder.of(dsl).seeds(BookstoreSeeds.of(books)).run();
    reports.add(report);
    return report.toString();
  }

  /** Creates the tables where they are missing. */
  static void prepare(DSLContext dsl) {
    if (hasTable(dsl, "flyway_schema_history")) {
      throw new IllegalStateException(
          "Flyway has filled this database: the seeds were part of its first migration.\n"
              + "  To fix: leave out \"seed\", or name another database.");
    }
    if (!hasTable(dsl, BOOK.getName())) {
      dsl.transaction(transaction -> BookstoreSchema.create(transaction.dsl()));
    }
  }

  /** Of a database that Flyway had filled before, there is a plan only. */
  private static void savePage(
      Arguments arguments, List<SeedReport> reports, DSLContext dsl, PrintStream out) {
    List<Seed> seeds = BookstoreSeeds.of(arguments.books());
    SeedReport report = reports.isEmpty() ? Seeder.of(dsl).seeds(seeds).plan() : reports.get(0);
    Path page = arguments.page().orElseThrow();
    SeedPage.of(report, seeds, dsl).save(page);
    out.println("\nA look at the data: " + page.toAbsolutePath());
  }

  private static boolean hasTable(DSLContext dsl, String name) {
    return !dsl.meta().getTables(name).isEmpty();
  }

  private static String newFile() {
    try {
      return "jdbc:sqlite:" + Files.createTempFile("bookstore-", ".db") + "?foreign_keys=on";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutSecrets(String url) {
    return url.split("[?;]", 2)[0];
  }
}
