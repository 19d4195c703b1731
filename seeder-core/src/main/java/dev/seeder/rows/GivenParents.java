package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Picks a parent that agrees with what the factory gives some of the foreign key's columns.
 *
 * @param given the columns that the factory gives
 * @param matching the numbers of the parents by what they have for those
 */
record GivenParents(
    LiveReference reference, List<String> given, Map<List<Object>, int[]> matching, long key)
    implements Assignment {

  static GivenParents of(LiveReference reference, ParentRows rows, List<String> given, long key) {
    int[] places = given.stream().mapToInt(reference.columns()::indexOf).toArray();
    return new GivenParents(reference, given, rows.by(places), key);
  }

  @Override
  public long index(Draw draw) {
    List<Object> wanted =
        given.stream().map(column -> ParentRows.comparable(draw.valueOf(column))).toList();
    int[] numbers = matching.get(wanted);
    if (numbers == null) {
      throw new IllegalStateException(
          "Row "
              + (draw.row() + 1)
              + " refers to \""
              + LiveTable.simple(reference.parent())
              + "\", which has no row that agrees in "
              + names()
              + ".\n  To fix: take "
              + names()
              + " from rows of \""
              + LiveTable.simple(reference.parent())
              + "\".");
    }
    return numbers[(int) CellRandom.pick(key + draw.attempt(), draw.row(), numbers.length)];
  }

  private String names() {
    return given.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
  }
}
