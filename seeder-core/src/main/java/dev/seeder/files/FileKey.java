package dev.seeder.files;

import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key of a table, by the places that its columns have in a file.
 *
 * @param columns the names of its columns
 * @param places counted from 0
 */
record FileKey(List<String> columns, List<Integer> places) {

  /** Returns the keys whose columns are all in the file, each once; not those of some rows only. */
  static List<FileKey> of(LiveTable table, List<String> names) {
    return table.keys().stream()
        .filter(key -> key.where() == null && names.containsAll(key.columns()))
        .map(LiveKey::columns)
        .distinct()
        .map(columns -> new FileKey(columns, columns.stream().map(names::indexOf).toList()))
        .toList();
  }

  /** Returns the values that a row has for the key; null if one of them is. */
  @Nullable List<Object> values(ReadRow row) {
    List<Object> values = new ArrayList<>();
    for (int place : places) {
      Object value = row.values()[place];
      if (value == null) {
        return null;
      }
      values.add(KeyValues.comparable(value));
    }
    return values;
  }

  /** Returns the columns as they are told. */
  String title() {
    return columns.stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }
}
