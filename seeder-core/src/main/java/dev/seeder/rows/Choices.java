package dev.seeder.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one or several columns of a row can hold together, counted, so that keys are solved rather
 * than tried.
 *
 * <p>There are {@code size} different choices, which may be repeated in {@code blocks}: the same
 * ones with something counted on. Different pairs of index and block are different choices, and all
 * of them are fixed by the definition: asking for more rows changes none.
 */
interface Choices {

  /** Returns the columns, as the database spells them. */
  List<String> columns();

  /** Returns how many choices a block has; 0 if there is none, which is up to the caller. */
  long size();

  /** Returns how many blocks there are, at least 1. */
  default long blocks() {
    return 1;
  }

  /** Returns the value of a column, by its place in {@link #columns()}. */
  @Nullable Object at(int column, long index, long block);

  /** Returns what people know the choices as, such as {@code 3 rows of "user"}. */
  String describe();
}
