package dev.seeder.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements about the rows of one table, whose failures name table and row.
 *
 * @param table what the user calls it
 */
record Statements(Connection connection, String table) {

  /** A statement about the rows after one, up to another. */
  @FunctionalInterface
  interface OfRows {
    String sql(long after, long to);
  }

  RowFailure failure(@Nullable Long row, Throwable cause) {
    return new RowFailure(table, row, cause);
  }

  long execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  /** Returns the numbers in the first row of a result; null if it has none. */
  long @Nullable [] first(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      if (!found.next()) {
        return null;
      }
      long[] numbers = new long[found.getMetaData().getColumnCount()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = found.getLong(i + 1);
      }
      return numbers;
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  /** What is done with a row of a result. */
  @FunctionalInterface
  interface EachRow {
    void take(ResultSet row) throws SQLException;
  }

  /** Takes each row of a result. */
  void each(String sql, EachRow taker) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        taker.take(found);
      }
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  /** Returns whether what was refused can be undone. */
  boolean hasSavepoints() {
    try {
      return connection.getMetaData().supportsSavepoints();
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  /**
   * Executes all of them, or none; for databases with savepoints.
   *
   * @return how many rows the driver says each was done to; null if one was refused
   */
  long @Nullable [] attempt(List<String> all) {
    Savepoint savepoint = savepoint();
    try (Statement statement = connection.createStatement()) {
      long[] done = new long[all.size()];
      for (int i = 0; i < done.length; i++) {
        done[i] = statement.executeUpdate(all.get(i));
      }
      release(savepoint);
      return done;
    } catch (SQLException refused) {
      undo(savepoint, refused);
      return null;
    }
  }

  /**
   * Does it to all rows at once; if that is refused, in halves, until the row is known.
   *
   * @return how many rows the driver says it was done to
   */
  long inParts(OfRows statement, long after, long to) {
    Savepoint savepoint = savepoint();
    try (Statement all = connection.createStatement()) {
      long done = all.executeUpdate(statement.sql(after, to));
      release(savepoint);
      return done;
    } catch (SQLException refused) {
      undo(savepoint, refused);
      if (to - after <= 1) {
        throw failure(to, refused);
      }
      long middle = after + (to - after) / 2;
      return inParts(statement, after, middle) + inParts(statement, middle, to);
    }
  }

  private @Nullable Savepoint savepoint() {
    try {
      return hasSavepoints() ? connection.setSavepoint() : null;
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  private void release(@Nullable Savepoint savepoint) throws SQLException {
    if (savepoint != null) {
      connection.releaseSavepoint(savepoint);
    }
  }

  private void undo(@Nullable Savepoint savepoint, SQLException refused) {
    try {
      if (savepoint == null) {
        throw failure(null, refused);
      }
      connection.rollback(savepoint);
    } catch (SQLException e) {
      refused.addSuppressed(e);
      throw failure(null, refused);
    }
  }
}
