package dev.seeder.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Consumer;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is in a transaction.
 *
 * @param connection the connection itself, unguarded
 * @param configuration jOOQ as the user configured it
 * @param dialect the dialect of the connection
 * @param joined whether the transaction is somebody else's
 */
public record Session(
    Connection connection, Configuration configuration, SQLDialect dialect, boolean joined) {

  /** Sets a savepoint; null on a database that has none, as DuckDB. */
  public @Nullable Savepoint savepoint() throws SQLException {
    return connection.getMetaData().supportsSavepoints() ? connection.setSavepoint() : null;
  }

  /** Returns jOOQ for the library's own statements: none of the user's settings or listeners. */
  public DSLContext own() {
    return own(connection, dialect);
  }

  /** Returns the session with a connection that tells the statements that write. */
  public Session telling(Consumer<String> told) {
    return new Session(RecordedConnection.of(connection, told), configuration, dialect, joined);
  }

  static DSLContext own(Connection connection, SQLDialect dialect) {
    return DSL.using(
        connection,
        dialect,
        new Settings()
            .withExecuteLogging(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
            .withStatementType(StatementType.PREPARED_STATEMENT));
  }

  /**
   * Rolls back to the savepoint, if there is one; what that throws is added to {@code failure}.
   *
   * @return false if the savepoint is gone, because the transaction was ended behind our back
   */
  public boolean undo(@Nullable Savepoint savepoint, Throwable failure) {
    if (savepoint == null) {
      return true;
    }
    try {
      connection.rollback(savepoint);
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      // a transaction whose connection broke is rolled back by the server
      return Waits.isConnectionLost(e);
    }
  }
}
