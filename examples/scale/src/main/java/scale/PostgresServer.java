package scale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A PostgreSQL that comes with Maven, with its own default settings. */
final class PostgresServer {

  private PostgresServer() {}

  static String url(String database) {
    return "jdbc:postgresql://localhost:"
        + Started.SERVER.getPort()
        + "/"
        + database
        + "?user=postgres";
  }

  /** Returns the process id of the server, the parent of those that serve a connection. */
  static long pid() {
    String directory =
        DSL.using(Started.SERVER.getPostgresDatabase(), SQLDialect.POSTGRES)
            .fetchValue("show data_directory")
            .toString();
    try {
      return Long.parseLong(Files.readAllLines(Path.of(directory, "postmaster.pid")).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            // what the library turns off for tests
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
