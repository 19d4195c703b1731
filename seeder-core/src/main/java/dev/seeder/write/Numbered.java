package dev.seeder.write;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows with their number behind their values, and none whose key is NULL. */
final class Numbered implements Iterator<@Nullable Object[]> {

  private final Iterator<@Nullable Object[]> rows;
  private final List<String> columns;
  private final List<String> key;
  private final String table;
  private long number;

  Numbered(
      Iterator<@Nullable Object[]> rows, List<String> columns, List<String> key, String table) {
    this.rows = rows;
    this.columns = columns;
    this.key = key;
    this.table = table;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public @Nullable Object[] next() {
    @Nullable Object[] row = rows.next();
    number++;
    if (row.length != columns.size()) {
      return row; // refused by whoever writes it, and says so
    }
    for (int i = 0; i < row.length; i++) {
      if (row[i] == null && key.contains(columns.get(i))) {
        throw new RowFailure(
            table,
            number,
            new IllegalArgumentException(
                "Its key has no value in \""
                    + columns.get(i)
                    + "\".\n  To fix: give it one, or leave the column out of the key."));
      }
    }
    @Nullable Object[] numbered = Arrays.copyOf(row, row.length + 1);
    numbered[row.length] = number;
    return numbered;
  }
}
