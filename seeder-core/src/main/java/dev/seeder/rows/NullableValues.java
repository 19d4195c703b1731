package dev.seeder.rows;

import org.jspecify.annotations.Nullable;

/** NULL for a share of the rows. */
record NullableValues<T>(double rate, ValueGenerator<T> generator) implements ValueGenerator<T> {

  @Override
  public @Nullable T value(Draw draw) {
    return draw.random().nextDouble() < rate ? null : generator.value(draw);
  }

  @Override
  public ValueGenerator<T> prepare(RowScope scope) {
    return new NullableValues<>(rate, generator.prepare(scope));
  }
}
