package scale;

import dev.seeder.Seeder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.flywaydb.core.Flyway;
import org.jooq.impl.DSL;

/** The process that is measured: it fills one database, and prints how long the rows took. */
final class Load {

  private static final String[] NO_SCANNING = {};

  private Load() {}

  /** Runs it: way, address, size, directory of the finished rows. */
  public static void main(String[] arguments) throws SQLException, IOException {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    Way way = Way.valueOf(arguments[0]);
    String url = arguments[1];
    Size size = Size.valueOf(arguments[2]);
    var rows = new FinishedRows(Path.of(arguments[3]));
    long start;
    long end;
    if (way == Way.FLYWAY) {
      start = System.nanoTime();
      migrate(url, size);
      end = System.nanoTime();
    } else {
      try (Connection connection = DriverManager.getConnection(url)) {
        start = System.nanoTime();
        load(way, connection, size, rows);
        end = System.nanoTime();
      }
    }
    System.out.println((end - start) / 1e9);
  }

  private static void load(Way way, Connection connection, Size size, FinishedRows rows)
      throws SQLException, IOException {
    switch (way) {
      case SEEDER -> Seeder.of(DSL.using(connection)).seeds(ShopSeeds.of(size)).run();
      case HANDWRITTEN -> Handwritten.load(DSL.using(connection), size);
      case JDBC -> JdbcLoad.load(connection, rows);
      default -> LimitLoad.load(connection, rows);
    }
  }

  private static void migrate(String url, Size size) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations(NO_SCANNING)
        .javaMigrations(new V1__Shop(size))
        .load()
        .migrate();
  }
}
