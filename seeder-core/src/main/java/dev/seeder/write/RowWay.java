package dev.seeder.write;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way of rows into a table, for as long as an insert takes. */
interface RowWay extends AutoCloseable {

  /** Rows that are ready to be written, all of them or none. */
  @FunctionalInterface
  interface Ready {
    /**
     * Writes the rows; for the thread that has the connection.
     *
     * @throws RowFailure if the driver says that a row was not written; without its number if it
     *     does not say which one
     */
    void write() throws SQLException;
  }

  /** Returns what the way is called in a report; empty for the plain one. */
  String title();

  /** Returns how many rows are best written at once. */
  int chunk();

  /**
   * Makes rows ready: conversions, and as much of the rest as needs no connection.
   *
   * @param before how many rows of the source come before these
   * @throws RowFailure with the number of the row that cannot be made ready
   */
  Ready ready(List<@Nullable Object[]> rows, long before);

  /**
   * Returns whether rows can be made ready by another thread than the one that has the connection,
   * while others are being written.
   */
  default boolean isReadyInAnyThread() {
    return false;
  }

  /**
   * Returns whether rows of which one was refused have to be undone, so that they can be written
   * one by one to find it.
   */
  default boolean needsSavepoint() {
    return true;
  }

  /**
   * Returns the number of the row that was refused, counted from 1, or null if that is not known;
   * asked after a failure only, if no savepoint is needed.
   *
   * @param before how many rows of the source come before those that were written together
   */
  default @Nullable Long refused(long before) throws SQLException {
    return null;
  }

  @Override
  void close() throws SQLException;
}
