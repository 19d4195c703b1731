package dev.seeder.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file from its begin to its end. Not safe for use by several threads. */
final class Pass implements Closeable {

  /** So many rows are looked up by one query. */
  private static final int AT_ONCE = 1_000;

  private final RowReader reader;
  private final FileColumns columns;
  private final Mistakes mistakes;
  private final Deque<ReadRow> ahead = new ArrayDeque<>();

  Pass(RowReader reader, FileColumns columns, Mistakes mistakes) {
    this.reader = reader;
    this.columns = columns;
    this.mistakes = mistakes;
  }

  FileColumns columns() {
    return columns;
  }

  Mistakes mistakes() {
    return mistakes;
  }

  /** Returns the next row; null at the end. */
  @Nullable ReadRow next() throws IOException {
    if (!columns.areLookedUp()) {
      return read();
    }
    if (ahead.isEmpty()) {
      List<ReadRow> rows = new ArrayList<>();
      for (ReadRow row = read(); row != null; row = rows.size() < AT_ONCE ? read() : null) {
        rows.add(row);
      }
      columns.lookUp(rows, mistakes);
      ahead.addAll(rows);
    }
    return ahead.poll();
  }

  private @Nullable ReadRow read() throws IOException {
    FileRow row = mistakes.isFull() ? null : reader.next();
    return row == null ? null : columns.read(row, mistakes);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
