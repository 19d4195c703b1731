package dev.seeder.rows;

import dev.seeder.check.Check;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.words.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Which columns of a table are to be inferred: those that it requires, and those asked for. */
final class WantedColumns {

  private final LiveTable live;
  private final Asked asked;
  private final TableChecks checks;
  private final Set<String> givenNames = new HashSet<>();
  private final Map<String, LiveColumn> wanted = new LinkedHashMap<>();
  private final Set<String> onlyForChecks = new HashSet<>();

  private WantedColumns(LiveTable live, Asked asked, TableChecks checks) {
    this.live = live;
    this.asked = asked;
    this.checks = checks;
  }

  /**
   * Finds the columns.
   *
   * @param given the columns that the factory names
   * @throws IllegalStateException if a column that was named is not in the table
   */
  static WantedColumns of(
      LiveTable live, Collection<Field<?>> given, Asked asked, TableChecks checks) {
    var columns = new WantedColumns(live, asked, checks);
    columns.find(given);
    return columns;
  }

  /** Returns a single column, whatever else the table requires. */
  static WantedColumns only(LiveTable live, LiveColumn column, TableChecks checks) {
    var columns = new WantedColumns(live, Asked.NOTHING, checks);
    columns.wanted.put(column.name(), column);
    return columns;
  }

  /** Returns the columns, in the order of the table and then of what needs them. */
  Collection<LiveColumn> all() {
    return wanted.values();
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  boolean contains(String column) {
    return wanted.containsKey(column);
  }

  @Nullable LiveColumn get(String column) {
    return wanted.get(column);
  }

  /** Returns the names that the factory gives, in lower case. */
  Set<String> given() {
    return givenNames;
  }

  /** Returns whether the column has a value in the rows. */
  boolean isThere(String column) {
    return wanted.containsKey(column) || givenNames.contains(lower(column));
  }

  /** Returns whether the column may be NULL. */
  boolean isNullable(String column) {
    LiveColumn found = wanted.get(column);
    return found != null && found.nullable() && !live.isInPrimaryKey(column);
  }

  /** Returns whether the column is to be NULL unless a condition wants something else. */
  boolean isOnlyForChecks(String column) {
    return onlyForChecks.contains(column);
  }

  private void find(Collection<Field<?>> given) {
    given.forEach(field -> requireColumn(field.getName()));
    asked.columns().forEach(this::requireColumn);
    asked.left().forEach(this::requireColumn);
    given.forEach(field -> givenNames.add(lower(field.getName())));
    for (LiveColumn column : live.columns()) {
      if (!givenNames.contains(lower(column.name())) && isWanted(column)) {
        wanted.put(column.name(), column);
      }
    }
    for (Check check : checks.all()) {
      check.columns().forEach(column -> wantForCheck(check, live.column(column)));
    }
    for (LiveReference reference : live.references()) {
      if (reference.parent().equals(live.name())
          && wanted.keySet().containsAll(reference.columns())) {
        // which number the database gives is not known before: the parents are numbered here
        for (String parent : reference.parentColumns()) {
          LiveColumn column = live.column(parent);
          if (column != null
              && column.filling() != Filling.ALWAYS
              && !givenNames.contains(lower(parent))) {
            wanted.put(column.name(), column);
          }
        }
      }
    }
  }

  private void requireColumn(String name) {
    if (live.column(name) != null) {
      return;
    }
    List<String> names = live.columns().stream().map(LiveColumn::name).toList();
    throw new IllegalStateException(
        "Column \""
            + name
            + "\" is not in table \""
            + live.simpleName()
            + "\".\n  "
            + Spelling.hint(name, names, "Columns"));
  }

  /** A column that could be left out may have to be there if others are, or instead of them. */
  private void wantForCheck(Check check, @Nullable LiveColumn column) {
    if (column == null
        || wanted.containsKey(column.name())
        || givenNames.contains(lower(column.name()))
        || asked.leaves(column.name())) {
      return;
    }
    boolean alone = check.columns().size() == 1;
    if (column.filling() == Filling.IDENTITY) {
      wanted.put(column.name(), column);
    } else if (column.filling() == Filling.DEFAULT ? !alone : column.filling() == Filling.NOTHING) {
      if (alone && !Boolean.FALSE.equals(check.test(name -> null, checks.scope().clock()))) {
        return;
      }
      wanted.put(column.name(), column);
      if (column.nullable() && column.filling() == Filling.NOTHING) {
        onlyForChecks.add(column.name());
      }
    }
  }

  private boolean isWanted(LiveColumn column) {
    boolean unknown =
        column.type().kind() == LiveType.Kind.OTHER && !TypeValues.isYears(column.type());
    if (unknown && (column.nullable() || column.filling() != Filling.NOTHING)) {
      return false;
    }
    return switch (column.filling()) {
      case ALWAYS -> false;
      case IDENTITY -> asked.names(column.name());
      case DEFAULT -> asked.includes(column.name()) || isUniqueAlone(column);
      case NOTHING ->
          !column.nullable()
              || live.isInPrimaryKey(column.name())
              || asked.includes(column.name())
              || refersToParent(column);
    };
  }

  private boolean refersToParent(LiveColumn column) {
    return live.references().stream()
        .anyMatch(each -> asked.isPerParent(each) && each.columns().contains(column.name()));
  }

  /** A default is the same for all rows, unless it makes random identifiers. */
  boolean isUniqueAlone(LiveColumn column) {
    return column.type().kind() != LiveType.Kind.UUID
        && live.keys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
