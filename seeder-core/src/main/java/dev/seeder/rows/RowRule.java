package dev.seeder.rows;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a whole row has to keep, beyond what its columns see to. Not safe for several threads. */
interface RowRule {

  /** Returns whether a row keeps it; the function returns the values of its columns. */
  boolean holds(Function<String, @Nullable Object> row);

  /** Takes note of a row that will be inserted. */
  default void accept(Function<String, @Nullable Object> row) {}

  /** Returns the columns that it is about. */
  Collection<String> columns();

  /** Returns what people know the rule as, such as {@code check "price_range"}. */
  String describe();
}
