package dev.seeder.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL, started when the first test needs it, and stopped with the process. */
final class PostgresServer {

  private static final Path DIRECTORY =
      Path.of("target", "postgres-" + UUID.randomUUID()).toAbsolutePath();

  private static EmbeddedPostgres server = start(0);

  private PostgresServer() {}

  static String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  static void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it as its owner does, which ends all connections, and starts it again. */
  static void restart() {
    int port = server.getPort();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = start(port);
  }

  private static EmbeddedPostgres start(int port) {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("max_connections", "100")
          .setDataDirectory(DIRECTORY)
          .setCleanDataDirectory(false)
          .setPort(port)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
