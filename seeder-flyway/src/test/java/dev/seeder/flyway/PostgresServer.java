package dev.seeder.flyway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One server for all tests of a JVM. It is stopped when the JVM ends. */
final class PostgresServer {

  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  /** Returns the URL of a new and empty database. */
  static String freshDatabase() throws SQLException {
    String name = "seeder" + DATABASES.incrementAndGet();
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " strategy wal_log");
    }
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** Returns connections to a new and empty database. */
  static DataSource freshDataSource() throws SQLException {
    String url = freshDatabase();
    var fresh =
        new PGSimpleDataSource() {
          // of its own it names all 70 settings, and Flyway before 13 looks for passwords in it for
          // 0.1 s, several times in each command
          @Override
          public String getUrl() {
            return url;
          }
        };
    fresh.setUrl(url);
    return fresh;
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
