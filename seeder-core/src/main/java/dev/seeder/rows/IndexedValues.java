package dev.seeder.rows;

/**
 * A generator whose values can be counted: what unique values are picked from.
 *
 * <p>Size and values are fixed by the definition; asking for more rows changes neither. Values that
 * depend on the run's locale can be counted once they are prepared, not before.
 */
interface IndexedValues<T> extends ValueGenerator<T> {

  /** Returns how many different values there are, at least 1. */
  long size();

  /** Returns the value of the index, another one for each index from 0 to before the size. */
  T at(long index);

  /** Returns whether {@link #value} gives each row a value of its own, up to the size. */
  default boolean distinct() {
    return false;
  }

  @Override
  default T value(Draw draw) {
    return at(draw.random().nextLong(size()));
  }

  @Override
  default IndexedValues<T> prepare(RowScope scope) {
    return this;
  }
}
