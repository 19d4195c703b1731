package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.util.List;

/**
 * Refers to earlier rows of the same insert, so that the rows make a forest.
 *
 * @param own the columns of the row that the reference shares with others, and so are fixed
 * @param parents the columns of the other row that those must equal
 * @param chain whether each row refers to the one before it, as no two may refer to the same
 * @param nullable whether a row without a parent refers to nothing; otherwise to itself
 */
record SelfReference(
    List<String> own, List<String> parents, boolean chain, boolean nullable, long key) {

  /** One row in so many is a root, beyond the first. */
  private static final int ROOTS = 10;

  private static final int ATTEMPTS = 32;

  /** Returns what fills a column with the value that the row's parent has in the other column. */
  ValueGenerator<Object> generator(String parentColumn) {
    return draw -> {
      long parent = parent(draw);
      return parent < 0 ? null : draw.valueIn(parent, parentColumn);
    };
  }

  private long parent(Draw draw) {
    long row = draw.row();
    long none = nullable ? -1 : row;
    if (row == 0) {
      return none;
    }
    if (chain) {
      return row - 1;
    }
    if (nullable && CellRandom.pick(key, row, ROOTS) == 0) {
      return -1;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long parent = CellRandom.pick(CellRandom.mix(key + attempt + 1), row, row);
      if (agrees(draw, parent)) {
        return parent;
      }
    }
    return none;
  }

  private boolean agrees(Draw draw, long parent) {
    for (int i = 0; i < own.size(); i++) {
      Object here = ParentRows.comparable(draw.valueOf(own.get(i)));
      if (!here.equals(ParentRows.comparable(draw.valueIn(parent, parents.get(i))))) {
        return false;
      }
    }
    return true;
  }
}
