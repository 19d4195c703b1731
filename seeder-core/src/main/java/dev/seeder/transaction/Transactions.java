package dev.seeder.transaction;

import static java.lang.System.Logger.Level.DEBUG;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TransactionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultTransactionProvider;
import org.jooq.impl.NoTransactionProvider;
import org.jooq.impl.ThreadLocalTransactionProvider;
import org.jooq.tools.jdbc.JDBCUtils;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction: an own one, or the one that is open already.
 *
 * <ul>
 *   <li>A transaction provider that the user configured, such as Spring's, is asked: it knows.
 *   <li>A connection whose auto-commit is on has no transaction: an own one is begun and ended.
 *   <li>A connection whose auto-commit is off and that was handed to jOOQ is in its owner's
 *       transaction: it is joined, and neither committed nor rolled back.
 *   <li>A connection fresh from a data source is nobody else's, whatever its auto-commit is.
 * </ul>
 */
public final class Transactions {

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; an exception rolls an own transaction back. */
    T in(Session session) throws Exception;
  }

  private static final System.Logger LOG = System.getLogger("dev.seeder");

  private final Configuration configuration;

  private Transactions(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Returns transactions on jOOQ as the user configured it. */
  public static Transactions of(DSLContext dsl) {
    return new Transactions(dsl.configuration());
  }

  /** Returns transactions on connections of a data source. */
  public static Transactions of(DataSource dataSource) {
    return new Transactions(
        new DefaultConfiguration().set(new DataSourceConnectionProvider(dataSource)));
  }

  /** Runs work in a transaction; an exception passes through unchanged. */
  public <T> T run(Work<T> work) throws Exception {
    if (hasOwnProvider()) {
      return delegated(work);
    }
    ConnectionProvider provider = configuration.connectionProvider();
    Connection connection = acquire(provider);
    try {
      boolean fresh = provider instanceof DataSourceConnectionProvider;
      return connection.getAutoCommit() || fresh
          ? owned(connection, work)
          : work.in(session(configuration, connection, true));
    } finally {
      release(provider, connection);
    }
  }

  /** Returns whether the transaction is somebody else's. */
  public boolean joined() throws SQLException {
    ConnectionProvider provider = configuration.connectionProvider();
    Connection connection = acquire(provider);
    try {
      boolean open = !connection.getAutoCommit();
      return open && (hasOwnProvider() || !(provider instanceof DataSourceConnectionProvider));
    } finally {
      provider.release(connection);
    }
  }

  /** Returns the URL that the connection says it has; null if it says nothing. */
  public @Nullable String url() throws SQLException {
    ConnectionProvider provider = configuration.connectionProvider();
    Connection connection = acquire(provider);
    try {
      return connection.getMetaData().getURL();
    } finally {
      provider.release(connection);
    }
  }

  /** Reads without a transaction of our own. */
  public <T> T read(Work<T> work) throws Exception {
    ConnectionProvider provider = configuration.connectionProvider();
    Connection connection = acquire(provider);
    try {
      return work.in(session(configuration, connection, true));
    } finally {
      provider.release(connection);
    }
  }

  private boolean hasOwnProvider() {
    TransactionProvider provider = configuration.transactionProvider();
    return !(provider instanceof DefaultTransactionProvider
        || provider instanceof NoTransactionProvider
        || provider instanceof SavepointTransactions);
  }

  private <T> T delegated(Work<T> work) throws Exception {
    boolean joined = joined();
    try {
      // jOOQ's provider for threads knows what is open only if it is asked without a configuration
      return configuration.transactionProvider() instanceof ThreadLocalTransactionProvider
          ? configuration.dsl().transactionResult(() -> in(configuration, work, joined))
          : configuration.dsl().transactionResult(inner -> in(inner, work, joined));
    } catch (DataAccessException e) {
      // jOOQ wraps checked exceptions of the body: give back what the body threw
      throw e.getClass() == DataAccessException.class && e.getCause() instanceof Exception cause
          ? cause
          : e;
    }
  }

  private static <T> T in(Configuration inner, Work<T> work, boolean joined) throws Exception {
    ConnectionProvider provider = inner.connectionProvider();
    Connection connection = acquire(provider);
    try {
      return work.in(session(inner, connection, joined));
    } finally {
      provider.release(connection);
    }
  }

  private <T> T owned(Connection connection, Work<T> work) throws Exception {
    boolean autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    boolean ended = false;
    try {
      T result = work.in(session(configuration, connection, false));
      connection.commit();
      ended = true;
      return result;
    } catch (Throwable failure) {
      try {
        connection.rollback();
        ended = true;
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
      throw failure;
    } finally {
      // switching auto-commit on would commit a transaction that is still open
      if (autoCommit && ended) {
        giveBack(connection);
      }
    }
  }

  /** What was committed stays so, even if the connection breaks right after it: it is closed. */
  private static void giveBack(Connection connection) throws SQLException {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      connection.close();
    }
  }

  /** What was committed stays so, even if closing its connection fails; nothing is left to do. */
  private static void release(ConnectionProvider provider, Connection connection) {
    try {
      provider.release(connection);
    } catch (DataAccessException e) {
      LOG.log(DEBUG, "A connection could not be closed", e);
    }
  }

  private static Connection acquire(ConnectionProvider provider) {
    Connection connection = provider.acquire();
    if (connection == null) {
      throw new IllegalStateException(
          "The DSLContext given to Seeder.of(...) has no connection.\n"
              + "  To fix: make it from a connection or a data source, as in"
              + " DSL.using(dataSource, dialect).");
    }
    return connection;
  }

  private static Session session(Configuration configuration, Connection connection, boolean joined)
      throws SQLException {
    SQLDialect dialect =
        configuration.dialect() == SQLDialect.DEFAULT
            ? dialect(connection)
            : configuration.dialect();
    return new Session(connection, configuration, dialect, joined);
  }

  /**
   * Returns the dialect of the server, which MySQL's driver may have found to be a MariaDB.
   *
   * @throws SQLException if the connection is broken, which jOOQ takes for no database at all
   */
  private static SQLDialect dialect(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    SQLDialect found = JDBCUtils.dialect(connection);
    SQLDialect byDriver = found == SQLDialect.DEFAULT ? JDBCUtils.dialect(about.getURL()) : found;
    return byDriver.family() == SQLDialect.MYSQL
            && about.getDatabaseProductVersion().contains("MariaDB")
        ? SQLDialect.MARIADB
        : byDriver;
  }
}
