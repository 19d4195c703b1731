package dev.seeder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which ways the rows of a seed went into its tables. Not safe for use by several threads. */
final class WaysTaken {

  private final Map<String, Set<String>> ways = new LinkedHashMap<>();

  /** Notes a way; an empty one is plain inserts. */
  void add(String table, String way) {
    ways.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(way);
  }

  /** Returns what is worth telling, such as {@code "by COPY"}: nothing of plain inserts. */
  String told() {
    Set<Set<String>> different = Set.copyOf(ways.values());
    if (different.size() == 1) {
      return by(different.iterator().next());
    }
    List<String> told = new ArrayList<>();
    ways.forEach(
        (table, taken) -> {
          String by = by(taken);
          if (!by.isEmpty()) {
            told.add(table + " " + by);
          }
        });
    return String.join(", ", told);
  }

  private static String by(Set<String> taken) {
    List<String> bulk = taken.stream().filter(way -> !way.isEmpty()).toList();
    return bulk.isEmpty() ? "" : "by " + String.join(" and ", bulk);
  }
}
