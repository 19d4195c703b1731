package dev.seeder.write;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that DuckDB refused among those that were appended together, by the values in its
 * message: without savepoints nothing can be tried again.
 */
record DuckdbRefusal(List<DuckdbTable.Column> columns, List<@Nullable Object[]> rows) {

  private static final Pattern EMPTY = Pattern.compile("NOT NULL constraint failed: .*?(\\w+)\"?$");
  private static final Pattern KEY =
      Pattern.compile("Duplicate key \"(.*)\" violates", Pattern.DOTALL);
  private static final Pattern TWICE =
      Pattern.compile("violation: duplicate key \"(.*)\"$", Pattern.DOTALL);
  private static final Pattern ORPHAN =
      Pattern.compile("because key \"\\w+: (.*)\" does not exist", Pattern.DOTALL);

  /** Returns the place of the row, or -1 if the message does not say it. */
  int row(String message) {
    Matcher empty = EMPTY.matcher(message);
    if (empty.find()) {
      DuckdbTable.Column column = named(empty.group(1));
      return column == null ? -1 : find(0, row -> column.value(row) == null);
    }
    Matcher key = KEY.matcher(message);
    if (key.find()) {
      return find(0, row -> isKey(key.group(1), row));
    }
    Matcher twice = TWICE.matcher(message);
    if (twice.find()) {
      int first = first(twice.group(1));
      int second = first < 0 ? -1 : next(first, twice.group(1));
      return second < 0 ? first : second; // or it was among those that were appended before
    }
    Matcher orphan = ORPHAN.matcher(message);
    return orphan.find() ? first(orphan.group(1)) : -1;
  }

  private DuckdbTable.@Nullable Column named(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }

  private int find(int from, Predicate<@Nullable Object[]> wanted) {
    for (int i = from; i < rows.size(); i++) {
      if (wanted.test(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a row has a key such as {@code code: a, size: 3}. */
  private boolean isKey(String key, @Nullable Object[] row) {
    String rest = key;
    for (DuckdbTable.Column column : columns) {
      String part = column.name() + ": " + text(column, row);
      if (rest.equals(part)) {
        return true;
      }
      rest = rest.startsWith(part + ", ") ? rest.substring(part.length() + 2) : rest;
    }
    return false;
  }

  /** The first row that has a value, if it is one of a single column. */
  private int first(String value) {
    int only = -1;
    for (DuckdbTable.Column column : columns) {
      int found = find(0, row -> value.equals(text(column, row)));
      if (found >= 0 && only >= 0) {
        return -1;
      }
      only = Math.max(found, only);
    }
    return only;
  }

  private int next(int before, String value) {
    return find(
        before + 1, row -> columns.stream().anyMatch(each -> value.equals(text(each, row))));
  }

  private static String text(DuckdbTable.Column column, @Nullable Object[] row) {
    return String.valueOf(column.value(row));
  }
}
