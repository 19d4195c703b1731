package dev.seeder.rows;

import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * Which of the columns that the table could do without are inferred too. Immutable.
 *
 * @param columns their names in lower case
 * @param all whether it is all of them
 * @param left the names of those that are not, in lower case
 * @param children of which table each row gets how many; null for no such table
 */
record Asked(Set<String> columns, boolean all, Set<String> left, @Nullable Children children) {

  static final Asked NOTHING = new Asked(Set.of(), false, Set.of(), null);

  /** Each row of the parent table gets so many rows, both ends included. */
  record Children(Name parent, int fewest, int most) {}

  Asked with(Field<?>... more) {
    Set<String> names = names(more);
    return new Asked(union(columns, names), all, minus(left, names), children);
  }

  Asked without(Field<?>... fewer) {
    Set<String> names = names(fewer);
    return new Asked(minus(columns, names), all, union(left, names), children);
  }

  Asked withAll() {
    return new Asked(columns, true, left, children);
  }

  Asked withChildren(Children perParent) {
    return new Asked(columns, all, left, perParent);
  }

  /** Returns whether the column is asked for by its name. */
  boolean names(String column) {
    return columns.contains(column.toLowerCase(Locale.ROOT));
  }

  /** Returns whether the column is left to the database by its name. */
  boolean leaves(String column) {
    return left.contains(column.toLowerCase(Locale.ROOT));
  }

  /** Returns whether each parent that the reference means gets some rows. */
  boolean isPerParent(LiveReference reference) {
    return children != null
        && LiveTable.simple(reference.parent())
            .equalsIgnoreCase(LiveTable.simple(children.parent()));
  }

  boolean includes(String column) {
    return names(column) || (all && !leaves(column));
  }

  private static Set<String> names(Field<?>... fields) {
    if (fields.length == 0) {
      throw new IllegalArgumentException("No columns are given, expected one or more.");
    }
    var names = new HashSet<String>();
    for (Field<?> field : fields) {
      names.add(field.getName().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static Set<String> union(Set<String> names, Set<String> more) {
    var union = new HashSet<>(names);
    union.addAll(more);
    return Set.copyOf(union);
  }

  private static Set<String> minus(Set<String> names, Set<String> fewer) {
    var minus = new HashSet<>(names);
    minus.removeAll(fewer);
    return Set.copyOf(minus);
  }
}
