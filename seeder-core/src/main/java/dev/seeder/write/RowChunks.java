package dev.seeder.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in chunks: each as long as it may be, but for the last. Each is read when it is asked for.
 */
final class RowChunks implements Iterator<List<@Nullable Object[]>> {

  private final Target target;
  private final Iterator<@Nullable Object[]> rows;
  private final int size;
  private long read;

  RowChunks(Target target, Iterator<@Nullable Object[]> rows, int size, long before) {
    this.target = target;
    this.rows = rows;
    this.size = size;
    this.read = before;
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (RuntimeException | Error e) {
      throw target.failure(read + 1, e);
    }
  }

  @Override
  public List<@Nullable Object[]> next() {
    List<@Nullable Object[]> chunk = new ArrayList<>(size);
    do {
      try {
        chunk.add(rows.next());
      } catch (RuntimeException | Error e) {
        throw target.failure(read + 1, e);
      }
      read++;
    } while (chunk.size() < size && hasNext());
    return chunk;
  }
}
