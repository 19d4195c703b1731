package dev.seeder.rows;

import org.jspecify.annotations.Nullable;

/**
 * Supplies the value of one column for one row.
 *
 * <p>Take randomness only from {@code draw}: the same random seed, table, column and row index then
 * give the same value, in any order and on any machine.
 *
 * <pre>{@code
 * ValueGenerator<String> code = draw -> "C-" + draw.row();
 * }</pre>
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface ValueGenerator<T> {

  /** Returns the value for the row of this draw; null means NULL. */
  @Nullable T value(Draw draw);

  /**
   * Returns the generator to use in this run.
   *
   * <p>Called once before the first row, inside the seed's transaction: the place to read what the
   * values depend on. Itself by default.
   */
  default ValueGenerator<T> prepare(RowScope scope) {
    return this;
  }
}
