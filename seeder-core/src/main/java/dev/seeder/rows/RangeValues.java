package dev.seeder.rows;

import java.util.function.LongFunction;

/** Values that follow each other as whole numbers do, both ends included. */
record RangeValues<T>(long low, long high, LongFunction<T> made) implements IndexedValues<T> {

  @Override
  public T value(Draw draw) {
    return made.apply(pick(draw, low, high));
  }

  /** Of the 2^64 numbers there are, no more than can be counted. */
  @Override
  public long size() {
    long width = high - low;
    return width < 0 || width == Long.MAX_VALUE ? Long.MAX_VALUE : width + 1;
  }

  @Override
  public T at(long index) {
    return made.apply(low + index);
  }

  /** Both ends included, also where they are the ends of {@code long}. */
  static long pick(Draw draw, long low, long high) {
    if (high < Long.MAX_VALUE) {
      return draw.random().nextLong(low, high + 1);
    }
    return low > Long.MIN_VALUE
        ? draw.random().nextLong(low - 1, high) + 1
        : draw.random().nextLong();
  }
}
