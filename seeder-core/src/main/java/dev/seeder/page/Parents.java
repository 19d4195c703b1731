package dev.seeder.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** How many parents have how many children. */
final class Parents {

  private static final int FEW = 12;

  private Parents() {}

  /** Returns the shape of a map of numbers of children to numbers of parents. */
  static Shape shape(NavigableMap<Long, Long> parents) {
    if (parents.isEmpty()) {
      return Shape.of("");
    }
    long low = parents.firstKey();
    long high = parents.lastKey();
    List<Bar> bars = new ArrayList<>();
    for (long from = low; from <= high; ) {
      long to = Math.min(high, end(from, low, high));
      long count = parents.subMap(from, true, to, true).values().stream().mapToLong(n -> n).sum();
      String range =
          from == to
              ? String.format(Locale.ROOT, "%,d", from)
              : String.format(Locale.ROOT, "%,d – %,d", from, to);
      bars.add(new Bar(range, count));
      from = to + 1;
    }
    return new Shape(bars, Shape.Form.LINES, "");
  }

  /** Returns the last number of a range: numbers that differ by far stand in ranges that double. */
  private static long end(long from, long low, long high) {
    if (high - low < FEW) {
      return from;
    }
    boolean close = low > 0 && high / low < 8;
    return close ? from + (high - low) / FEW : Math.max(from, 2 * from - 1);
  }
}
