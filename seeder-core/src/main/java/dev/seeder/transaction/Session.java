package dev.seeder.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

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

  /** Returns jOOQ for the library's own statements: none of the user's settings or listeners. */
  public DSLContext own() {
    return own(connection, dialect);
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
   * Rolls back to the savepoint; what that throws is added to {@code failure}.
   *
   * @return false if the savepoint is gone, because the transaction was ended behind our back
   */
  public boolean undo(Savepoint savepoint, Throwable failure) {
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
