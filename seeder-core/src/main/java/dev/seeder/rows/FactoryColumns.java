package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** The columns of a factory, made ready for a run. Immutable. */
final class FactoryColumns {

  private final String table;
  private final List<Field<?>> fields;
  private final List<ValueGenerator<?>> generators;
  private final long[] keys;
  private final int[] groups;
  private final boolean[] redrawn;
  private final Map<String, Integer> indexes = new HashMap<>();

  /**
   * Makes the columns ready.
   *
   * @param groups the columns that can be drawn again, by name, with the name of the first one that
   *     each is drawn together with
   */
  FactoryColumns(
      Table<?> table,
      Map<Field<?>, ValueGenerator<?>> columns,
      Map<String, String> groups,
      RowScope scope) {
    this.table = table.getName();
    this.fields = List.copyOf(columns.keySet());
    this.generators = new ArrayList<>(fields.size());
    columns.values().forEach(generator -> generators.add(generator.prepare(scope)));
    this.keys = new long[fields.size()];
    for (int i = 0; i < keys.length; i++) {
      String column = fields.get(i).getName();
      keys[i] = CellRandom.columnKey(scope.randomSeed(), this.table, column);
      indexes.put(column, i);
      indexes.putIfAbsent(column.toLowerCase(Locale.ROOT), i);
    }
    this.groups = new int[keys.length];
    this.redrawn = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      String group = groups.get(fields.get(i).getName());
      redrawn[i] = group != null;
      this.groups[i] = group == null ? i : indexOf(group);
    }
  }

  String table() {
    return table;
  }

  int size() {
    return keys.length;
  }

  List<Field<?>> fields() {
    return fields;
  }

  long key(int index) {
    return keys[index];
  }

  ValueGenerator<?> generator(int index) {
    return generators.get(index);
  }

  /** Returns whether several threads may draw the columns. */
  boolean isShareable() {
    return Sharing.isShareable(generators);
  }

  /** Returns the first of the columns that are drawn together with a column. */
  int group(int index) {
    return groups[index];
  }

  /** Returns whether the column can be drawn again for the same row. */
  boolean isRedrawn(int index) {
    return redrawn[index];
  }

  /**
   * Requires enough values of columns that give each row its own.
   *
   * @throws IllegalStateException with both numbers, if there are fewer than rows
   */
  void requireDistinct(long rows) {
    for (int i = 0; i < keys.length; i++) {
      if ((generators.get(i) instanceof UniqueValues<?> || generators.get(i) instanceof UniqueText)
          && generators.get(i) instanceof IndexedValues<?> values
          && values.size() < rows) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%,d rows need %,d values of column %s, one each, but there are only %,d.\n"
                    + "  To fix: make fewer rows, or use a generator of more values.",
                rows,
                rows,
                name(i),
                values.size()));
      }
    }
  }

  boolean has(String column) {
    return indexes.containsKey(column) || indexes.containsKey(column.toLowerCase(Locale.ROOT));
  }

  String name(int index) {
    return "\"" + table + "." + fields.get(index).getName() + "\"";
  }

  int indexOf(Field<?> field) {
    return indexOf(field.getName());
  }

  /** Upper and lower case do not matter, unless they tell two columns apart. */
  int indexOf(String column) {
    Integer index = indexes.get(column);
    if (index == null) {
      index = indexes.get(column.toLowerCase(Locale.ROOT));
    }
    if (index == null) {
      throw new IllegalArgumentException(
          "The factory of \""
              + table
              + "\" has no value for column \""
              + column
              + "\".\n  Columns with a value: "
              + String.join(", ", fields.stream().map(Field::getName).toList())
              + "\n  To fix: add it by set(...) or generate(...).");
    }
    return index;
  }
}
