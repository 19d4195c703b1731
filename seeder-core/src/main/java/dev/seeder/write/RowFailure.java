package dev.seeder.write;

import org.jspecify.annotations.Nullable;

/** A row could not be made or written; the cause says why. */
public final class RowFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String table;
  private final @Nullable Long row;

  /** Makes a failure; null where the row is not known. */
  public RowFailure(String table, @Nullable Long row, Throwable cause) {
    // never the message of the cause, which may hold values
    super((row == null ? "Table \"" : "Row " + row + " of \"") + table + "\"", cause);
    this.table = table;
    this.row = row;
  }

  /** Returns the table the row is for. */
  public String table() {
    return table;
  }

  /** Returns the number of the row in its source, counted from 1, or null. */
  public @Nullable Long row() {
    return row;
  }
}
