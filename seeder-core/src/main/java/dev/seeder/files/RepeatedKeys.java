package dev.seeder.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which keys are repeated, of those that seem to be. Not safe for use by several threads. */
final class RepeatedKeys {

  private final Set<Long> suspects;
  private final Map<Key, Place> first = new HashMap<>();

  RepeatedKeys(Set<Long> suspects) {
    this.suspects = suspects;
  }

  private record Key(int key, List<Object> values) {}

  void add(ReadRow row, List<FileKey> keys, Mistakes mistakes) {
    for (int key = 0; key < keys.size(); key++) {
      List<Object> values = keys.get(key).values(row);
      if (values != null && suspects.contains(KeyValues.hash(key, values))) {
        Place before = first.putIfAbsent(new Key(key, values), row.row().place());
        if (before != null) {
          mistakes.add(
              row.row().place(),
              "the row repeats the key "
                  + keys.get(key).title()
                  + " of the row at "
                  + before
                  + ".");
        }
      }
    }
  }
}
