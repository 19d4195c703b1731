package dev.seeder.page;

import java.util.List;

/**
 * What the values of a column, or the children of parents, look like.
 *
 * @param bars how many there are of each value or range; none if there is nothing to show
 * @param form how they are drawn
 * @param note what else is to be said; may be empty
 */
record Shape(List<Bar> bars, Form form, String note) {

  /** How bars are drawn. */
  enum Form {
    /** One below the other, each with its count. */
    LINES,
    /** Side by side: they stand for ranges that follow each other. */
    RANGES,
    /** As values alone: each is there once, and bars would be all of one length. */
    VALUES
  }

  Shape {
    bars = List.copyOf(bars);
  }

  static Shape of(String note) {
    return new Shape(List.of(), Form.LINES, note);
  }
}
