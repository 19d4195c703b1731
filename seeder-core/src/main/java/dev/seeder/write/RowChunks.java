package dev.seeder.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Rows in chunks: each as long as it may be, but for the last. Each is read when it is asked for.
 */
final class RowChunks implements Iterator<List<@Nullable Object[]>> {

  /** What the texts and bytes of a chunk may come to, in characters and bytes. */
  private static final long LARGE = 8_000_000;

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
    List<@Nullable Object[]> chunk = new ArrayList<>();
    long weight = 0;
    do {
      try {
        @Nullable Object[] row = rows.next();
        chunk.add(row);
        weight += weight(row);
      } catch (RuntimeException | Error e) {
        throw target.failure(read + 1, e);
      }
      read++;
    } while (chunk.size() < size && weight < LARGE && hasNext());
    return chunk;
  }

  private static long weight(@Nullable Object[] row) {
    long weight = 0;
    for (Object value : row) {
      if (value instanceof String text) {
        weight += text.length();
      } else if (value instanceof byte[] bytes) {
        weight += bytes.length;
      } else if (value instanceof JSON json) {
        weight += json.data().length();
      } else if (value instanceof JSONB json) {
        weight += json.data().length();
      }
    }
    return weight;
  }
}
