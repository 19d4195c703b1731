package dev.seeder.files;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Orders rows, by their numbers, in rounds: each of those that refer to none but rows of earlier
 * rounds. Not safe for use by several threads.
 */
final class ParentsFirst {

  private final List<List<Integer>> children = new ArrayList<>();
  private final int[] waitsFor;

  ParentsFirst(int rows) {
    waitsFor = new int[rows];
    for (int row = 0; row < rows; row++) {
      children.add(new ArrayList<>());
    }
  }

  void add(int parent, int child) {
    children.get(parent).add(child);
    waitsFor[child]++;
  }

  /** Returns the rows; those that refer to each other in a circle, or to such ones, come last. */
  List<Integer> order() {
    List<Integer> ordered = new ArrayList<>();
    SortedSet<Integer> round = new TreeSet<>();
    for (int row = 0; row < waitsFor.length; row++) {
      if (waitsFor[row] == 0) {
        round.add(row);
      }
    }
    while (!round.isEmpty()) {
      ordered.addAll(round);
      round = childrenOf(round);
    }
    for (int row = 0; row < waitsFor.length; row++) {
      if (waitsFor[row] > 0) {
        ordered.add(row);
      }
    }
    return ordered;
  }

  private SortedSet<Integer> childrenOf(SortedSet<Integer> round) {
    SortedSet<Integer> next = new TreeSet<>();
    for (int row : round) {
      for (int child : children.get(row)) {
        waitsFor[child]--;
        if (waitsFor[child] == 0) {
          next.add(child);
        }
      }
    }
    return next;
  }
}
