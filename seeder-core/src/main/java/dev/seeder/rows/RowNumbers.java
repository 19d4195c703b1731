package dev.seeder.rows;

import java.util.function.LongFunction;

/** The row's own number, from one on, and again from one after the most. */
record RowNumbers<T>(long most, LongFunction<T> made) implements IndexedValues<T> {

  @Override
  public T value(Draw draw) {
    return at(draw.row() % most);
  }

  @Override
  public long size() {
    return most;
  }

  @Override
  public T at(long index) {
    return made.apply(index + 1);
  }
}
