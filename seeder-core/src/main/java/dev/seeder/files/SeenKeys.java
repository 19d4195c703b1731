package dev.seeder.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of the rows read so far, 8 bytes for each of the first two million; the database finds
 * what is repeated behind them. Not safe for use by several threads.
 */
final class SeenKeys {

  private static final int MOST = 1 << 21;

  /** More than are ever told, few of which can be by chance. */
  private static final int MOST_SUSPECTS = 1_000;

  private long[] hashes = new long[1 << 10]; // twice as many as are in it; 0 is free
  private int size;
  private final Set<Long> suspects = new HashSet<>();

  void add(ReadRow row, List<FileKey> keys) {
    for (int key = 0; key < keys.size(); key++) {
      List<Object> values = keys.get(key).values(row);
      if (values != null) {
        add(KeyValues.hash(key, values));
      }
    }
  }

  private void add(long hash) {
    int at = place(hashes, hash);
    if (hashes[at] == hash) {
      if (suspects.size() < MOST_SUSPECTS) {
        suspects.add(hash);
      }
    } else if (size < MOST) {
      hashes[at] = hash;
      size++;
      if (size * 2 > hashes.length && size < MOST) {
        grow();
      }
    }
  }

  private static int place(long[] hashes, long hash) {
    int at = (int) hash & (hashes.length - 1);
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & (hashes.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] larger = new long[hashes.length * 2];
    for (long hash : hashes) {
      if (hash != 0) {
        larger[place(larger, hash)] = hash;
      }
    }
    hashes = larger;
  }

  /** Returns the hashes of keys that seem to be repeated. */
  Set<Long> suspects() {
    return suspects;
  }
}
