package dev.seeder.schema;

import java.util.List;
import java.util.Locale;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database has it.
 *
 * @param name as the database spells it; with its schema, unless that is the current one
 * @param columns in their order
 * @param keys what is unique: the primary key first, if there is one
 * @param references its foreign keys
 * @param checks its CHECK constraints, those of its columns' domains among them
 */
public record LiveTable(
    Name name,
    List<LiveColumn> columns,
    List<LiveKey> keys,
    List<LiveReference> references,
    List<LiveCheck> checks) {

  /** Makes a table; the lists are copied. */
  public LiveTable {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    references = List.copyOf(references);
    checks = List.copyOf(checks);
  }

  /** Returns the columns of the primary key; none if there is none. */
  public List<String> primaryKey() {
    return keys.stream()
        .filter(LiveKey::primary)
        .findFirst()
        .map(LiveKey::columns)
        .orElse(List.of());
  }

  /** Returns whether the column is part of the primary key. */
  public boolean isInPrimaryKey(String column) {
    return primaryKey().contains(column);
  }

  /** Returns the name of the table without its schema. */
  public String simpleName() {
    return simple(name);
  }

  /** Returns the last part of a name. */
  public static String simple(Name name) {
    return String.valueOf(name.last());
  }

  /**
   * Returns the column of this name, whatever the case of its letters where only one has it; null
   * if there is none.
   */
  public @Nullable LiveColumn column(String column) {
    String lower = column.toLowerCase(Locale.ROOT);
    LiveColumn like = null;
    for (LiveColumn each : columns) {
      if (each.name().equals(column)) {
        return each;
      }
      if (each.name().toLowerCase(Locale.ROOT).equals(lower)) {
        like = each;
      }
    }
    return like;
  }
}
