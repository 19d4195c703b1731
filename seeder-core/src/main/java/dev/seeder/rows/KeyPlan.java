package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.random.Permutation;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Gives each row another combination of the choices of a key: the rows' numbers, permuted, are
 * taken apart into one digit per choice.
 *
 * <p>The permutation is over the product of the choices, block by block; the number of the block
 * goes to the one part that counts on. Numbers that are taken by rows in the database are left out,
 * once, before the first row is made.
 */
final class KeyPlan implements RowPlan {

  /** Products beyond this are not permuted. */
  static final long MOST = 1L << 62;

  /** After so many numbers in a row that are taken, there are no others. */
  private static final int MISSES = 200_000;

  private final List<Unit> parts;
  private final long[] strides;
  private final long key;
  private final long product;
  private final int counting;
  private final long from;
  private long[] taken = {};
  private long skipped;
  private long end = Long.MAX_VALUE;

  /**
   * Plans for parts whose product is at most 2^62.
   *
   * @param from the first row; rows before it are of no interest
   */
  KeyPlan(List<Unit> parts, long key, long from) {
    this.parts = List.copyOf(parts);
    this.key = key;
    this.from = from;
    this.strides = new long[parts.size()];
    long stride = 1;
    int most = 0;
    for (int i = 0; i < strides.length; i++) {
      strides[i] = stride;
      stride = Math.multiplyExact(stride, parts.get(i).choices().size());
      most = blocks(i) > blocks(most) ? i : most;
    }
    this.product = stride;
    this.counting = most;
  }

  private long blocks(int part) {
    return parts.get(part).choices().blocks();
  }

  @Override
  public List<Unit> parts() {
    return parts;
  }

  @Override
  public boolean distinct() {
    return true;
  }

  /** Assigns the parts: each row to its own combination, and to NULLs where there is none left. */
  void assign() {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).assign(assignment(i), parts.size() == 1);
    }
  }

  private Assignment assignment(int part) {
    boolean nullable = parts.get(part).nullable();
    return new Assignment() {
      @Override
      public long index(Draw draw) {
        long number = number(draw.row());
        long limit = capacity();
        if (number < limit) {
          return digit(part, number);
        }
        return nullable ? -1 : digit(part, number % limit);
      }

      @Override
      public long block(Draw draw) {
        return blockOf(part, number(draw.row()) % capacity());
      }
    };
  }

  /** Returns for how many rows there are combinations, rows in the database not counted off. */
  long capacity() {
    return Math.min(end, product(product, blocks(counting)));
  }

  /** Returns the product of two sizes, or as much as can be counted. */
  static long product(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }

  /** Returns how many numbers the rows in the database take. */
  long taken() {
    return taken.length + skipped;
  }

  /** Leaves out so many numbers from the first one on. */
  void skip(long numbers) {
    skipped = numbers;
  }

  /**
   * Leaves out the numbers that the predicate takes, up to what the rows before {@code to} need or
   * there are.
   */
  void leaveOut(LongPredicate isTaken, long to) {
    long[] found = {};
    int count = 0;
    long capacity = capacity();
    long number = from;
    int misses = 0;
    for (long row = from; row < to && number < capacity; number++) {
      if (isTaken.test(number)) {
        if (++misses > MISSES) {
          end = number;
          break;
        }
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count++] = number;
      } else {
        misses = 0;
        row++;
      }
    }
    taken = Arrays.copyOf(found, count);
  }

  /** Returns the index of the part's choice under a number. */
  long digit(int part, long number) {
    long block = number / product;
    long permuted =
        product == 1
            ? 0
            : new Permutation(CellRandom.mix(key + block), product).at(number % product);
    return permuted / strides[part] % parts.get(part).choices().size();
  }

  /** Returns the block of the part's choice under a number. */
  long blockOf(int part, long number) {
    return part == counting ? number / product : 0;
  }

  @Override
  public long rest(List<Unit> others, long number) {
    long rest = 0;
    long stride = 1;
    for (int i = 0; i < parts.size(); i++) {
      if (!others.contains(parts.get(i))) {
        rest += digit(i, number) * stride;
        stride *= parts.get(i).choices().size();
      }
    }
    return others.contains(parts.get(counting)) ? rest : rest + number / product * stride;
  }

  @Override
  public long restSize(List<Unit> others) {
    long size = 1;
    for (Unit part : parts) {
      size = others.contains(part) ? size : product(size, part.choices().size());
    }
    return others.contains(parts.get(counting)) ? size : product(size, blocks(counting));
  }

  /** The row's own number: with as many numbers left out as are taken before it. */
  @Override
  public long number(long row) {
    if (row < from) {
      return row;
    }
    int low = 0;
    int high = taken.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      // so many numbers are free before this taken one
      long free = taken[middle] - from - middle;
      if (free <= row - from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return row + low + skipped;
  }
}
