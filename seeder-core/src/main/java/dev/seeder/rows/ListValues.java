package dev.seeder.rows;

import java.util.LinkedHashSet;
import java.util.List;

/** Values of a list, each equally often. */
record ListValues<T>(List<T> values, List<T> different) implements IndexedValues<T> {

  static <T> ListValues<T> of(List<T> values) {
    return new ListValues<>(List.copyOf(values), List.copyOf(new LinkedHashSet<>(values)));
  }

  @Override
  public T value(Draw draw) {
    return values.get(draw.random().nextInt(values.size()));
  }

  @Override
  public long size() {
    return different.size();
  }

  @Override
  public T at(long index) {
    return different.get((int) index);
  }
}
