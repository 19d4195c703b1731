package dev.seeder.cli;

import dev.seeder.environment.DatabaseAddress;
import dev.seeder.environment.PlainDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The connections of a JDBC URL, a new one each time; keeps its password to itself. */
record UrlDataSource(String url, @Nullable String user, @Nullable String password)
    implements PlainDataSource {

  /** Returns the database for messages: host and name, never user, password or parameters. */
  String title() {
    return DatabaseAddress.of(url).title();
  }

  /** Returns a text of a driver without the password, and without the URL, which may hold one. */
  String masked(String text) {
    String named = text.replace(url, title());
    return password == null || password.isEmpty() ? named : named.replace(password, "***");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(@Nullable String name, @Nullable String word)
      throws SQLException {
    var properties = new Properties();
    if (name != null) {
      properties.setProperty("user", name);
    }
    if (word != null) {
      properties.setProperty("password", word);
    }
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return title();
  }
}
