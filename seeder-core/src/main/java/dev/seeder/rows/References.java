package dev.seeder.rows;

import dev.seeder.schema.LiveReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Foreign keys, put together by the columns that they share. */
final class References {

  private References() {}

  /** Returns the references in groups: those that share a column, over others too, are in one. */
  static List<List<LiveReference>> grouped(Collection<LiveReference> references) {
    List<List<LiveReference>> groups = new ArrayList<>();
    for (LiveReference reference : references) {
      List<LiveReference> merged = new ArrayList<>(List.of(reference));
      groups.removeIf(
          group ->
              group.stream().anyMatch(each -> shares(each, reference)) && merged.addAll(group));
      groups.add(merged);
    }
    return groups;
  }

  private static boolean shares(LiveReference left, LiveReference right) {
    return !Collections.disjoint(left.columns(), right.columns());
  }
}
