package dev.seeder.files;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.words.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a foreign key refers to by another column of the rows referred to.
 *
 * @param column that column
 * @param key the same, to be selected
 * @param wanted the column that the foreign key refers to, with the type of those that refer
 */
record ParentKeys(RowTable into, Lookup lookup, LiveColumn column, Field<?> key, Field<?> wanted) {

  /** Returns what the cells of a column are looked up in; null if they are not. */
  static @Nullable ParentKeys of(RowTable into, LiveColumn column, Field<?> field) {
    for (Lookup lookup : into.lookups()) {
      if (column.equals(into.live().column(lookup.column()))) {
        LiveTable parent = LiveSchema.table(into.dsl(), lookup.table());
        if (parent == null) {
          throw new IllegalStateException(
              "There is no table \"" + lookup.table().getName() + "\" to look up in.");
        }
        LiveColumn key = parent.column(lookup.key());
        if (key == null) {
          List<String> names = parent.columns().stream().map(LiveColumn::name).toList();
          throw new IllegalStateException(
              "There is no column \""
                  + lookup.key()
                  + "\" in \""
                  + parent.simpleName()
                  + "\" to look up by.\n  "
                  + Spelling.hint(lookup.key(), names, "Columns"));
        }
        return new ParentKeys(
            into,
            lookup,
            key,
            into.field(lookup.table(), key),
            DSL.field(DSL.name(referred(into.live(), column, parent)), field.getDataType()));
      }
    }
    return null;
  }

  /** Returns how the cells are read. */
  CellType type() {
    return into.type(lookup.table(), column);
  }

  /** Returns what the cells may be. */
  CellSchema schema() {
    return into.schema(lookup.table(), column);
  }

  private static String referred(LiveTable table, LiveColumn column, LiveTable parent) {
    for (LiveReference reference : table.references()) {
      int at = reference.columns().indexOf(column.name());
      if (at >= 0 && reference.parent().equals(parent.name())) {
        return reference.parentColumns().get(at);
      }
    }
    if (parent.primaryKey().size() != 1) {
      throw new IllegalStateException(
          "Column \""
              + column.name()
              + "\" cannot be looked up: it has no foreign key to \""
              + parent.simpleName()
              + "\", which has no primary key of one column either.");
    }
    return parent.primaryKey().get(0);
  }

  /** Puts what is found in place of what it is looked up by, in so many rows by one query. */
  void find(List<ReadRow> rows, int place, String column, Mistakes mistakes) {
    Set<Object> asked = new HashSet<>();
    for (ReadRow row : rows) {
      Object value = row.values()[place];
      if (value != null) {
        asked.add(value);
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    Map<Object, @Nullable Object> found = new HashMap<>();
    Set<Object> several = new HashSet<>();
    for (Record row :
        into.dsl().select(key, wanted).from(lookup.table()).where(key.in(asked)).fetch()) {
      Object value = KeyValues.comparable(Objects.requireNonNull(row.get(0)));
      if (found.containsKey(value)) {
        several.add(value);
      }
      found.put(value, row.get(1));
    }
    for (ReadRow row : rows) {
      Object value = row.values()[place];
      if (value != null) {
        Object comparable = KeyValues.comparable(value);
        row.values()[place] = found.get(comparable);
        if (!found.containsKey(comparable) || several.contains(comparable)) {
          mistakes.add(
              row.row().cells().get(place).place(),
              column,
              (several.contains(comparable) ? "finds several rows" : "finds no row")
                  + " of \""
                  + lookup.table().getName()
                  + "\" with this \""
                  + key.getName()
                  + "\".");
        }
      }
    }
  }
}
