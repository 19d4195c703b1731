package dev.seeder.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
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

  /** Does it to all rows at once; if that is refused, in halves, until the row is known. */
  void inParts(OfRows statement, long after, long to) {
    Savepoint savepoint;
    try {
      boolean undoable = connection.getMetaData().supportsSavepoints();
      savepoint = undoable ? connection.setSavepoint() : null;
    } catch (SQLException e) {
      throw failure(null, e);
    }
    try (Statement all = connection.createStatement()) {
      all.executeUpdate(statement.sql(after, to));
      if (savepoint != null) {
        connection.releaseSavepoint(savepoint);
      }
    } catch (SQLException refused) {
      undo(savepoint, refused);
      if (to - after <= 1) {
        throw failure(to, refused);
      }
      long middle = after + (to - after) / 2;
      inParts(statement, after, middle);
      inParts(statement, middle, to);
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
