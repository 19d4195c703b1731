package dev.seeder.rows;

import java.util.function.Function;

/** Values made of others, each of another: texts of numbers, bytes of texts. */
record MappedValues<S, T>(IndexedValues<S> values, Function<S, T> mapping)
    implements IndexedValues<T> {

  @Override
  public T value(Draw draw) {
    return mapping.apply(values.value(draw));
  }

  @Override
  public IndexedValues<T> prepare(RowScope scope) {
    return new MappedValues<>(values.prepare(scope), mapping);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public T at(long index) {
    return mapping.apply(values.at(index));
  }

  @Override
  public boolean distinct() {
    return values.distinct();
  }
}
