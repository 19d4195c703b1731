package dev.seeder.rows;

import org.jspecify.annotations.Nullable;

/**
 * Makes the same value in every row.
 *
 * @param value the value; null for NULL
 */
record SameValue<T>(@Nullable T value) implements ValueGenerator<T> {

  @Override
  public @Nullable T value(Draw draw) {
    return value;
  }
}
