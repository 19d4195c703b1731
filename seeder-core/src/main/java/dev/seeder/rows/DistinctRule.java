package dev.seeder.rows;

import dev.seeder.schema.LiveKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * No two rows have the same key: for keys that overlap so that they cannot be planned.
 *
 * @param taken the keys that there are; grows with each row
 */
record DistinctRule(LiveKey key, Set<List<Object>> taken) implements RowRule {

  @Override
  public boolean holds(Function<String, @Nullable Object> row) {
    List<Object> values = values(row);
    return values == null || !taken.contains(values);
  }

  @Override
  public void accept(Function<String, @Nullable Object> row) {
    List<Object> values = values(row);
    if (values != null) {
      taken.add(values);
    }
  }

  /** Returns null where a NULL makes the key unlike any other. */
  private @Nullable List<Object> values(Function<String, @Nullable Object> row) {
    var values = new ArrayList<Object>(key.columns().size());
    for (String column : key.columns()) {
      Object value = row.apply(column);
      if (value == null && !key.nullsEqual()) {
        return null;
      }
      values.add(TakenKeys.comparable(value));
    }
    return values;
  }

  @Override
  public List<String> columns() {
    return key.columns();
  }

  @Override
  public String describe() {
    return "unique (\"" + String.join("\", \"", key.columns()) + "\")";
  }
}
