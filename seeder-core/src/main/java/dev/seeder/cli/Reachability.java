package dev.seeder.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a database is there. */
final class Reachability {

  private static final Map<String, String> DRIVERS =
      Map.of(
          "sqlite", "org.xerial:sqlite-jdbc",
          "postgresql", "org.postgresql:postgresql",
          "mariadb", "org.mariadb.jdbc:mariadb-java-client",
          "mysql", "com.mysql:mysql-connector-j",
          "h2", "com.h2database:h2",
          "hsqldb", "org.hsqldb:hsqldb",
          "duckdb", "org.duckdb:duckdb_jdbc");

  private Reachability() {}

  /**
   * Returns why a database cannot be opened, before it is tried; null if nothing is known.
   *
   * @param mayBeNew whether a file that is not there may be made
   */
  static @Nullable String problem(UrlDataSource database, boolean mayBeNew) {
    String file = mayBeNew ? null : missingFile(database.url());
    if (file != null) {
      return "There is no database file \"" + file + "\".\n  To fix: check --url or SEEDER_URL.";
    }
    String kind = database.url().split(":", 3)[1];
    if (!hasDriver(database.url())) {
      return "There is no driver for jdbc:"
          + kind
          + " on the class path.\n  To fix: add the dependency "
          + DRIVERS.getOrDefault(kind, "of its driver, or check --url or SEEDER_URL")
          + ".";
    }
    return null;
  }

  /** Returns what to say of a database that did not open. */
  static String refused(UrlDataSource database, SQLException failure) {
    return "The database "
        + database.title()
        + " cannot be reached.\n  Cause: "
        + failure.getMessage()
        + "\n  To fix: check that it is running, its address, the user, and the password in"
        + " SEEDER_PASSWORD or by --password.";
  }

  private static boolean hasDriver(String url) {
    try {
      DriverManager.getDriver(url);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** These two make an empty file where there is none, also for who only wants to read. */
  private static @Nullable String missingFile(String url) {
    for (String kind : List.of("jdbc:sqlite:", "jdbc:duckdb:")) {
      if (url.startsWith(kind)) {
        String path = url.substring(kind.length()).split("[?;]", 2)[0];
        boolean isPath = !path.isEmpty() && !path.startsWith(":") && !path.startsWith("file:");
        return isPath && !Files.exists(Path.of(path)) ? path : null;
      }
    }
    return null;
  }
}
