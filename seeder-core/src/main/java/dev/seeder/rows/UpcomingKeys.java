package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Picks among the keys that the first rows of a factory will have, in the order of the rows first.
 *
 * @param count how many rows there will be
 */
record UpcomingKeys<T>(Factory<?> factory, Field<T> key, long count) implements ValueGenerator<T> {

  @Override
  public T value(Draw draw) {
    throw new IllegalStateException(
        "upcoming(...) looks its keys up once per run, but was called for a row without that.\n"
            + "  To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.");
  }

  @Override
  public ValueGenerator<T> prepare(RowScope scope) {
    Inference.Rows keys = factory.keysOnly(key, count, scope);
    Draw rows = factory.draw(keys, scope);
    long known = keys.to();
    return draw -> {
      long row = draw.row();
      long other =
          row < known ? row : CellRandom.pick(draw.columnKey() + draw.attempt(), row, known);
      return valueIn(rows, other);
    };
  }

  private @Nullable T valueIn(Draw rows, long row) {
    // one draw of rows serves all that ask
    synchronized (rows) {
      return key.getDataType().convert(rows.valueIn(row, key.getName()));
    }
  }
}
