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
  private final Map<String, Integer> indexes = new HashMap<>();

  FactoryColumns(Table<?> table, Map<Field<?>, ValueGenerator<?>> columns, RowScope scope) {
    this.table = table.getName();
    this.fields = List.copyOf(columns.keySet());
    this.generators = new ArrayList<>(fields.size());
    columns.values().forEach(generator -> generators.add(generator.prepare(scope)));
    this.keys = new long[fields.size()];
    for (int i = 0; i < keys.length; i++) {
      String column = fields.get(i).getName();
      keys[i] = CellRandom.columnKey(scope.randomSeed(), this.table, column);
      indexes.put(column.toLowerCase(Locale.ROOT), i);
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

  String name(int index) {
    return "\"" + table + "." + fields.get(index).getName() + "\"";
  }

  int indexOf(Field<?> field) {
    Integer index = indexes.get(field.getName().toLowerCase(Locale.ROOT));
    if (index == null) {
      throw new IllegalArgumentException(
          "The factory of \""
              + table
              + "\" has no value for column \""
              + field.getName()
              + "\".\n  Columns with a value: "
              + String.join(", ", fields.stream().map(Field::getName).toList())
              + "\n  To fix: add it by set(...) or generate(...).");
    }
    return index;
  }
}
