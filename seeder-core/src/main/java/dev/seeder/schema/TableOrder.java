package dev.seeder.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jooq.Name;

/**
 * The order in which tables can be filled: those first that others refer to.
 *
 * @param tables in their order; those that do not depend on each other as they were given
 * @param later references that can be set once all tables are filled, as they close a circle
 * @param deferred references that close a circle, too, and cannot be NULL, but need their parents
 *     at the end only
 */
public record TableOrder(
    List<LiveTable> tables,
    Map<Name, List<LiveReference>> later,
    Map<Name, List<LiveReference>> deferred) {

  /** Makes an order; the list is copied. */
  public TableOrder {
    tables = List.copyOf(tables);
    later = Map.copyOf(later);
    deferred = Map.copyOf(deferred);
  }

  /**
   * Puts tables into order; references of a table to itself and to tables that are not there do not
   * count.
   *
   * @param filledBy the tables whose rows bring some of a table's own with them: it comes after
   *     those, unless that makes a circle
   * @param anyWaits whether parents can come later for any foreign key, deferrable or not
   * @throws IllegalStateException if tables refer to each other in a circle that neither a NULL nor
   *     a parent that comes later opens
   */
  public static TableOrder of(
      List<LiveTable> tables, Map<Name, Set<Name>> filledBy, boolean anyWaits) {
    var ordering = new Ordering(tables, anyWaits);
    while (!ordering.left.isEmpty()) {
      List<LiveTable> free =
          ordering.left.values().stream()
              .filter(table -> ordering.waiting(table).isEmpty())
              .toList();
      List<LiveTable> untouched =
          free.stream()
              .filter(
                  table ->
                      filledBy.getOrDefault(table.name(), Set.of()).stream()
                          .noneMatch(ordering.left::containsKey))
              .toList();
      List<LiveTable> ready = untouched.isEmpty() ? free : untouched;
      if (ready.isEmpty()) {
        ordering.openCircle();
      }
      ready.forEach(table -> ordering.left.remove(table.name()));
      ordering.ordered.addAll(ready);
    }
    return new TableOrder(ordering.ordered, ordering.later, ordering.deferred);
  }

  /** Returns the columns of a reference that can be NULL, so that it refers to nothing. */
  public static List<String> nullable(LiveTable table, LiveReference reference) {
    return reference.columns().stream()
        .filter(
            name -> {
              LiveColumn column = table.column(name);
              return column != null && column.nullable() && !table.isInPrimaryKey(name);
            })
        .toList();
  }

  /** Tables being put into order. */
  private static final class Ordering {

    final Map<Name, LiveTable> left = new LinkedHashMap<>();
    final List<LiveTable> ordered = new ArrayList<>();
    final Map<Name, List<LiveReference>> later = new HashMap<>();
    final Map<Name, List<LiveReference>> deferred = new HashMap<>();
    final boolean anyWaits;

    Ordering(List<LiveTable> tables, boolean anyWaits) {
      this.anyWaits = anyWaits;
      tables.forEach(table -> left.put(table.name(), table));
    }

    /** Returns the references to tables that have not come yet. */
    List<LiveReference> waiting(LiveTable table) {
      return table.references().stream()
          .filter(each -> left.containsKey(each.parent()) && !each.parent().equals(table.name()))
          .filter(each -> !later.getOrDefault(table.name(), List.of()).contains(each))
          .filter(each -> !deferred.getOrDefault(table.name(), List.of()).contains(each))
          .toList();
    }

    /** Takes one reference out of a circle, of a table that waits for few others. */
    void openCircle() {
      boolean opened =
          open(later, (table, reference) -> !nullable(table, reference).isEmpty())
              || open(deferred, (table, each) -> each.deferrable() && isForeseeable(each))
              || (anyWaits && open(deferred, (table, each) -> isForeseeable(each)));
      if (!opened) {
        throw circle();
      }
    }

    private boolean open(
        Map<Name, List<LiveReference>> opened, BiPredicate<LiveTable, LiveReference> canOpen) {
      List<LiveTable> fewestFirst =
          left.values().stream()
              .sorted(Comparator.comparingInt(table -> waiting(table).size()))
              .toList();
      for (LiveTable table : fewestFirst) {
        for (LiveReference reference : waiting(table)) {
          if (canOpen.test(table, reference) && reaches(reference.parent(), table.name())) {
            opened.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(reference);
            return true;
          }
        }
      }
      return false;
    }

    /** The keys that the parents will have are known if these make them alone. */
    private boolean isForeseeable(LiveReference reference) {
      LiveTable parent = left.get(reference.parent());
      if (parent == null || reference.parentColumns().size() > 1) {
        return false;
      }
      LiveColumn key = parent.column(reference.parentColumns().get(0));
      return key != null
          && key.filling() != LiveColumn.Filling.ALWAYS
          && parent.keys().stream().anyMatch(each -> each.columns().equals(List.of(key.name())))
          && parent.references().stream().noneMatch(each -> each.columns().contains(key.name()));
    }

    private boolean reaches(Name start, Name end) {
      var seen = new LinkedHashSet<Name>(Set.of(start));
      var next = new ArrayDeque<Name>(seen);
      while (!next.isEmpty()) {
        LiveTable table = left.get(next.remove());
        for (LiveReference reference : table == null ? List.<LiveReference>of() : waiting(table)) {
          if (seen.add(reference.parent())) {
            next.add(reference.parent());
          }
        }
      }
      return seen.contains(end);
    }

    private IllegalStateException circle() {
      var path = new ArrayList<Name>();
      Name name = left.keySet().iterator().next();
      while (!path.contains(name)) {
        path.add(name);
        name = waiting(Objects.requireNonNull(left.get(name))).get(0).parent();
      }
      path.subList(0, path.indexOf(name)).clear();
      path.add(name);
      return new IllegalStateException(
          "Tables refer to each other in a circle, by columns that are NOT NULL: "
              + path.stream().map(LiveTable::simple).collect(Collectors.joining(" -> "))
              + "\n  To fix: let one of the columns be NULL, or its foreign key be deferrable.");
    }
  }
}
