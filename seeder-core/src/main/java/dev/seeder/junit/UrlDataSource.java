package dev.seeder.junit;

import dev.seeder.environment.PlainDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Connections to a URL.
 *
 * @param first a statement that each connection begins with; empty for none
 */
record UrlDataSource(String url, String first) implements PlainDataSource {

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    if (!first.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(first);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
    return connection;
  }
}
