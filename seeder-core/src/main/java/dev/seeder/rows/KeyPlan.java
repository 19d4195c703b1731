package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.random.Permutation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Gives each row another combination of the choices of a key: the rows' numbers, permuted, are
 * taken apart into one digit per choice.
 *
 * <p>The permutation is over the product of the choices, block by block; the number of the block
 * goes to the part that counts furthest, and to the next one when that has counted to its end.
 * Other parts that count over a narrow range only are permuted over that. Numbers that are taken by
 * rows in the database are left out, once, before the first row is made.
 */
final class KeyPlan implements RowPlan {

  /** Products beyond this are not permuted. */
  static final long MOST = 1L << 62;

  /** So many numbers are permuted, where another part counts. */
  private static final long NARROW = 10_000;

  /** After so many numbers in a row that are taken, there are no others. */
  static final int MISSES = 200_000;

  private final List<Unit> parts;
  private final long[] sizes;
  private final long[] blocks;
  private final long[] strides;
  private final int[] counting;
  private final long key;
  private final long product;
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
    this.sizes = parts.stream().mapToLong(part -> part.choices().size()).toArray();
    this.blocks = parts.stream().mapToLong(part -> part.choices().blocks()).toArray();
    this.counting = furthestFirst(blocks);
    this.strides = new long[parts.size()];
    long stride = 1;
    for (int i = 0; i < strides.length; i++) {
      if (i != counting[0] && isNarrow(parts.get(i).choices())) {
        sizes[i] = blocks[i];
        blocks[i] = 1;
      }
      strides[i] = stride;
      stride = Math.multiplyExact(stride, sizes[i]);
    }
    this.product = stride;
  }

  private static int[] furthestFirst(long[] blocks) {
    return IntStream.range(0, blocks.length)
        .boxed()
        .sorted(Comparator.comparingLong(part -> -blocks[part]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean isNarrow(Choices choices) {
    return choices instanceof CountedNumbers && choices.blocks() <= NARROW;
  }

  /** Returns the product of what is permuted, at most, of these parts. */
  static long permuted(List<Unit> parts) {
    long product = 1;
    for (Unit part : parts) {
      Choices choices = part.choices();
      product = product(product, isNarrow(choices) ? choices.blocks() : choices.size());
    }
    return product;
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
          return indexOf(part, number);
        }
        return nullable ? -1 : indexOf(part, number % limit);
      }

      @Override
      public long block(Draw draw) {
        return blockOf(part, number(draw.row()) % capacity());
      }
    };
  }

  /** Returns for how many rows there are combinations, rows in the database not counted off. */
  long capacity() {
    long capacity = product;
    for (long counted : blocks) {
      capacity = product(capacity, counted);
    }
    return Math.min(end, capacity);
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
  long indexOf(int part, long number) {
    return isPermutedRange(part) ? 0 : digit(part, number);
  }

  /** Returns the block of the part's choice under a number. */
  long blockOf(int part, long number) {
    return isPermutedRange(part) ? digit(part, number) : counted(part, number);
  }

  private boolean isPermutedRange(int part) {
    return blocks[part] < parts.get(part).choices().blocks();
  }

  private long digit(int part, long number) {
    long block = number / product;
    long permuted =
        product == 1
            ? 0
            : new Permutation(CellRandom.mix(key + block), product).at(number % product);
    return permuted / strides[part] % sizes[part];
  }

  private long counted(int part, long number) {
    long left = number / product;
    for (int each : counting) {
      if (each == part) {
        return left % blocks[each];
      }
      left /= blocks[each];
    }
    throw new IllegalArgumentException("There is no part " + part + ".");
  }

  @Override
  public long rest(List<Unit> others, long number) {
    long rest = 0;
    long stride = 1;
    for (int i = 0; i < parts.size(); i++) {
      if (!others.contains(parts.get(i))) {
        rest += digit(i, number) * stride;
        stride *= sizes[i];
      }
    }
    for (int i : counting) {
      if (!others.contains(parts.get(i)) && blocks[i] > 1) {
        rest += counted(i, number) * stride;
        stride = product(stride, blocks[i]);
      }
    }
    return rest;
  }

  @Override
  public long restSize(List<Unit> others) {
    long size = 1;
    for (int i = 0; i < parts.size(); i++) {
      size = others.contains(parts.get(i)) ? size : product(size, product(sizes[i], blocks[i]));
    }
    return size;
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
