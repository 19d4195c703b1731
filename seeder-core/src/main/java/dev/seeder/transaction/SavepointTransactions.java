package dev.seeder.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;
import org.jooq.ConnectionProvider;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.ThreadLocalTransactionProvider;

/**
 * Makes {@code dsl.transaction(...)} a savepoint of the transaction that is open already.
 *
 * <p>jOOQ's own provider cannot be used there: it commits the connection it was given. This one is
 * a {@code ThreadLocalTransactionProvider} in name only, as jOOQ runs {@code transaction(() ->
 * ...)} with no other; everything that would use the thread is overridden.
 */
public final class SavepointTransactions extends ThreadLocalTransactionProvider {

  private record OpenSavepoint(Savepoint savepoint) implements Transaction {}

  private interface Action {
    void on(Connection connection) throws SQLException;
  }

  /** Makes savepoints on the connection of this provider, which is in a transaction. */
  public SavepointTransactions(ConnectionProvider provider) {
    super(provider);
  }

  @Override
  public void begin(TransactionContext context) {
    on(
        context,
        connection -> {
          if (!connection.getMetaData().supportsSavepoints()) {
            throw new IllegalStateException(
                "A transaction inside of a seed needs savepoints, which this database does not"
                    + " have.\n  To fix: leave out seed.dsl().transaction(...).");
          }
          context.transaction(new OpenSavepoint(connection.setSavepoint()));
        });
  }

  @Override
  public void commit(TransactionContext context) {
    on(context, connection -> connection.releaseSavepoint(savepoint(context)));
  }

  @Override
  public void rollback(TransactionContext context) {
    on(
        context,
        connection -> {
          connection.rollback(savepoint(context));
          connection.releaseSavepoint(savepoint(context));
        });
  }

  private static Savepoint savepoint(TransactionContext context) {
    return ((OpenSavepoint) Objects.requireNonNull(context.transaction())).savepoint();
  }

  private static void on(TransactionContext context, Action action) {
    ConnectionProvider provider = context.configuration().connectionProvider();
    Connection connection = Objects.requireNonNull(provider.acquire());
    try {
      action.on(connection);
    } catch (SQLException e) {
      throw new DataAccessException("The savepoint of a nested transaction failed", e);
    } finally {
      provider.release(connection);
    }
  }
}
