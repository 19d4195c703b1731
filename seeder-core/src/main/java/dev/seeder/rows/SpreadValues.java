package dev.seeder.rows;

import java.util.function.LongFunction;

/**
 * Values that follow each other as whole numbers do, some of them more often than others.
 *
 * @param low the lowest number
 * @param high the highest number
 * @param step how far they are from each other
 * @param spread how often they come
 */
record SpreadValues<T>(long low, long high, long step, Spread spread, LongFunction<T> made)
    implements IndexedValues<T> {

  @Override
  public T value(Draw draw) {
    double number = spread.draw(draw.random());
    long steps = Math.round((number - low) / step);
    return at(Math.max(0, Math.min(size() - 1, steps)));
  }

  @Override
  public long size() {
    return (high - low) / step + 1;
  }

  @Override
  public T at(long index) {
    return made.apply(low + index * step);
  }
}
