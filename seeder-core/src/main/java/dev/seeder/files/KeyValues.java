package dev.seeder.files;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Compares values of keys, by what a database takes as the same whatever its collation. */
final class KeyValues {

  private static final long PRIME = 0x100000001b3L;

  private KeyValues() {}

  /** Returns what equals the same value in another form. */
  static Object comparable(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    } else if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    } else if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    return value instanceof Object[] array ? Arrays.asList(array) : value;
  }

  /** Returns 64 bits that are the same for the same values of the same key, and are not 0. */
  static long hash(int key, List<Object> values) {
    long hash = key;
    for (Object value : values) {
      hash = mixed(hash * 31 + bits(value));
    }
    return hash == 0 ? 1 : hash;
  }

  private static long bits(Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    } else if (value instanceof UUID id) {
      return mixed(id.getMostSignificantBits()) + id.getLeastSignificantBits();
    } else if (value instanceof String text) {
      long bits = 0xcbf29ce484222325L;
      for (int i = 0; i < text.length(); i++) {
        bits = (bits ^ text.charAt(i)) * PRIME;
      }
      return bits;
    }
    return value.hashCode();
  }

  /** Spreads the bits, each of them over all (MurmurHash3's finalizer). */
  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
