package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each parent a number of rows, one parent after the other.
 *
 * @param before how many rows there are before those of each parent; the last is how many in all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
record PerParent(Unit parents, long[] before, int most) implements RowPlan {

  static PerParent of(Unit parents, Asked.Children children, long key) {
    int count = Math.toIntExact(parents.choices().size());
    long[] before = new long[count + 1];
    int width = children.most() - children.fewest() + 1;
    for (int parent = 0; parent < count; parent++) {
      before[parent + 1] = before[parent] + children.fewest() + CellRandom.pick(key, parent, width);
    }
    var plan = new PerParent(parents, before, children.most());
    parents.assign(draw -> plan.parent(draw.row()), false);
    return plan;
  }

  /** Returns how many rows there are. */
  long rows() {
    return before[before.length - 1];
  }

  private long parent(long row) {
    int found = Arrays.binarySearch(before, row);
    int parent = found >= 0 ? found : -found - 2;
    while (before[parent + 1] == row) {
      parent++; // without rows
    }
    return parent;
  }

  @Override
  public List<Unit> parts() {
    return List.of(parents);
  }

  @Override
  public boolean distinct() {
    return most == 1;
  }

  @Override
  public long number(long row) {
    return row;
  }

  @Override
  public long rest(List<Unit> others, long number) {
    return number - before[(int) parent(number)];
  }

  @Override
  public long restSize(List<Unit> others) {
    return most;
  }
}
