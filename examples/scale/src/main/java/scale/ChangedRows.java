package scale;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.rows.RowSource;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Measures how long rows take that are there already, of which one in a hundred has changed, beside
 * the plain insert of the same rows into the empty table.
 */
final class ChangedRows {

  private static final Table<Record> ARTICLE = table(name("article"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<String> CODE = field(name("code"), VARCHAR);
  private static final Field<String> LABEL = field(name("label"), VARCHAR);
  private static final Field<BigDecimal> PRICE = field(name("price"), DECIMAL(10, 2));

  private ChangedRows() {}

  /** Runs it with the number of rows, a million by default, and names of databases. */
  public static void main(String[] arguments) throws IOException, SQLException {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    String databases = arguments.length > 1 ? arguments[1] : "sqlite";
    System.out.printf("| | insert s | upsert of 1 %% s | upsert of nothing s | sync s |%n");
    System.out.println("|---|---:|---:|---:|---:|");
    Path directory = Files.createTempDirectory("changes-");
    for (String database : List.of(databases.split(","))) {
      measure(Database.valueOf(database.toUpperCase(Locale.ROOT)), rows, directory, System.out);
    }
    Scale.delete(directory);
    System.exit(0); // the servers end with the process
  }

  static void measure(Database database, int rows, Path directory, PrintStream out)
      throws SQLException {
    String url = database.freshUrl(directory);
    try (Connection connection = DriverManager.getConnection(url)) {
      DSLContext dsl = DSL.using(connection);
      dsl.execute(
          "create table article (id integer primary key, code varchar(12) not null unique,"
              + " label varchar(80) not null, price decimal(10, 2) not null)");
      out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f | %.1f |%n",
          database,
          seconds(dsl, rows, seed -> seed.insert(articles(rows, 0))),
          seconds(dsl, rows / 100, seed -> seed.upsert(articles(rows, 1))),
          seconds(dsl, 0, seed -> seed.upsert(articles(rows, 1))),
          seconds(dsl, 0, seed -> seed.sync(articles(rows, 1), ID)));
    }
    database.drop(url, directory);
  }

  /** Runs a seed that is to write so many rows. */
  private static double seconds(DSLContext dsl, int expected, Consumer<SeedContext> body) {
    Seed seed =
        new Seed() {
          @Override
          public String name() {
            return "articles";
          }

          @Override
          public boolean isReferenceData() {
            return true;
          }

          @Override
          public void run(SeedContext context) {
            body.accept(context);
          }
        };
    long start = System.nanoTime();
    SeedReport report = Seeder.of(dsl).withoutHistory().seeds(seed).run();
    double seconds = (System.nanoTime() - start) / 1e9;
    SeedReport.Changes done = report.entries().get(0).changes().get("article");
    if (done.created() + done.updated() + done.deleted() != expected) {
      throw new IllegalStateException("Expected " + expected + " changes, but there were " + done);
    }
    return seconds;
  }

  /** The rows; the prices of one in a hundred are higher by so much. */
  private static RowSource articles(int rows, int more) {
    return RowSource.of(
        ARTICLE,
        List.of(ID, CODE, LABEL, PRICE),
        () ->
            IntStream.rangeClosed(1, rows)
                .mapToObj(
                    i ->
                        new Object[] {
                          i,
                          "A-" + i,
                          "The article with the number " + i,
                          BigDecimal.valueOf(i % 10_000 + (i % 100 == 0 ? more : 0) + 1L)
                        })
                .iterator());
  }
}
