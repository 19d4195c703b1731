package dev.seeder.random;

/**
 * A permutation of the numbers 0 to size - 1, in no memory: distinct rows get distinct numbers.
 *
 * <p>A Feistel network of four rounds over the bits of size - 1, walked in cycles until the result
 * is below the size (Black, Rogaway: "Ciphers with arbitrary finite domains", CT-RSA 2002).
 * Immutable.
 */
public final class Permutation {

  private static final int ROUNDS = 4;

  private final long key;
  private final long size;
  private final int lowBits;
  private final int highBits;

  /** Makes the permutation of the key. */
  public Permutation(long key, long size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "A permutation needs a size of 1 or more, not " + size + ".");
    }
    this.key = key;
    this.size = size;
    int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
    this.lowBits = bits / 2;
    this.highBits = bits - lowBits;
  }

  /** Returns how many numbers there are. */
  public long size() {
    return size;
  }

  /** Returns the number of the index; each index below the size has its own. */
  public long at(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "The index " + index + " is not between 0 and " + (size - 1) + ".");
    }
    long result = index;
    do {
      result = once(result);
    } while (result >= size);
    return result;
  }

  private long once(long value) {
    int leftBits = highBits;
    int rightBits = lowBits;
    long left = value >>> lowBits;
    long right = value & mask(lowBits);
    for (int round = 0; round < ROUNDS; round++) {
      long mixed = left ^ (CellRandom.mix(right ^ CellRandom.mix(key + round)) & mask(leftBits));
      left = right;
      right = mixed;
      int swapped = leftBits;
      leftBits = rightBits;
      rightBits = swapped;
    }
    return left << lowBits | right;
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
