package dev.seeder.page;

import java.util.List;

/**
 * What the values of a column, or the children of parents, look like.
 *
 * @param bars how many there are of each value or range; none if there is nothing to show
 * @param ranges whether the bars stand for ranges that follow each other
 * @param note what else is to be said; may be empty
 */
record Shape(List<Bar> bars, boolean ranges, String note) {

  Shape {
    bars = List.copyOf(bars);
  }

  static Shape of(String note) {
    return new Shape(List.of(), false, note);
  }
}
