package dev.seeder.transaction;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the failures that go away when the transaction is begun anew. */
public final class Waits {

  private Waits() {}

  /**
   * Returns whether a lock was not to be had in the time the database gives: SQLite's busy, lock
   * timeouts of PostgreSQL, MariaDB, MySQL and H2.
   */
  public static boolean isLockTimeout(Throwable failure) {
    SQLException cause = sqlException(failure);
    if (cause == null) {
      return false;
    }
    boolean sqlite = cause.getClass().getName().startsWith("org.sqlite.");
    return sqlite
        ? (cause.getErrorCode() & 0xff) == 5 || (cause.getErrorCode() & 0xff) == 6
        : "55P03".equals(cause.getSQLState())
            || cause.getErrorCode() == 1205
            || "HYT00".equals(cause.getSQLState());
  }

  /** Returns whether the database ended the transaction so that another one could go on. */
  public static boolean isSerializationFailure(Throwable failure) {
    SQLException cause = sqlException(failure);
    return cause != null
        && (cause.getSQLState() == null
            ? isConflictOfDuckdb(cause)
            : cause.getSQLState().startsWith("40"));
  }

  /** DuckDB lets nobody wait, and its driver tells neither a state nor a number. */
  private static boolean isConflictOfDuckdb(SQLException cause) {
    String said = String.valueOf(cause.getMessage());
    return said.startsWith("TransactionContext Error: ")
        && said.toLowerCase(Locale.ROOT).contains("conflict");
  }

  /** Returns whether the connection broke, so that nobody knows what became of a commit. */
  public static boolean isConnectionLost(Throwable failure) {
    SQLException cause = sqlException(failure);
    return cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLRecoverableException
        || (cause != null
            && cause.getSQLState() != null
            && (cause.getSQLState().startsWith("08") || cause.getSQLState().startsWith("57P")));
  }

  /** Returns the first SQL exception in the chain of causes, or null. */
  public static @Nullable SQLException sqlException(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException e) {
        return e;
      }
    }
    return null;
  }
}
