package dev.seeder.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The database of one test; used by its thread only, until it is closed. */
final class OpenDatabase implements AutoCloseable {

  private final DataSource dataSource;
  private final SQLDialect dialect;
  private final Runnable release;
  private final List<Connection> connections = new ArrayList<>();

  /**
   * Makes a database.
   *
   * @param release what gives it back; run once
   */
  OpenDatabase(DataSource dataSource, SQLDialect dialect, Runnable release) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.release = release;
  }

  DataSource dataSource() {
    return dataSource;
  }

  DSLContext dsl() {
    return DSL.using(dataSource, dialect);
  }

  /** Returns a connection that is closed with the database. */
  Connection connection() {
    try {
      Connection connection = dataSource.getConnection();
      connections.add(connection);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("The database of the test gave no connection.", e);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A connection of the test could not be closed.", e);
    } finally {
      release.run();
    }
  }
}
