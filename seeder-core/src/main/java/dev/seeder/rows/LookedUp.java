package dev.seeder.rows;

import java.util.HashMap;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The value of another table's column, in the row that a reference of this row means. */
record LookedUp<K, T>(Field<K> reference, Field<K> key, Field<T> wanted, Table<?> table)
    implements ValueGenerator<T> {

  private static final int AT_ONCE = 1_000;

  static <K, T> LookedUp<K, T> of(Field<K> reference, Field<K> key, Field<T> wanted) {
    Table<?> table = ExistingValues.table(key);
    Table<?> other = ExistingValues.table(wanted);
    if (!table.getName().equals(other.getName())) {
      throw new IllegalArgumentException(
          "lookup(...) is given a key of \""
              + table.getName()
              + "\" and a column of \""
              + other.getName()
              + "\", expected two columns of one table.");
    }
    return new LookedUp<>(reference, key, wanted, table);
  }

  @Override
  public @Nullable T value(Draw draw) {
    throw new IllegalStateException(
        "lookup(...) reads its values once per run, but was called for a row without that.\n"
            + "  To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.");
  }

  @Override
  public ValueGenerator<T> prepare(RowScope scope) {
    Map<K, @Nullable T> found = new HashMap<>();
    try (Cursor<Record2<K, T>> rows =
        scope.dsl().select(key, wanted).from(table).fetchSize(AT_ONCE).fetchLazy()) {
      rows.forEach(row -> found.put(row.value1(), row.value2()));
    }
    return draw -> {
      K referenced = draw.value(reference);
      if (referenced == null) {
        return null;
      }
      T value = found.get(referenced);
      if (value == null && !found.containsKey(referenced)) {
        throw new IllegalStateException(
            "Row "
                + (draw.row() + 1)
                + " refers by \""
                + reference.getName()
                + "\" to a row that \""
                + table.getName()
                + "\" did not have when the rows were begun.\n"
                + "  To fix: pick the reference by existing(...) or popular(...).");
      }
      return value;
    };
  }
}
