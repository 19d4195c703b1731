package dev.seeder.random;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;

/**
 * Weighted choice in one draw, whatever the number of weights: an alias table (Walker 1977, built
 * as in Vose: "A linear algorithm for generating random numbers with a given distribution", IEEE
 * Transactions on Software Engineering 17, 1991). Immutable.
 */
public final class AliasTable {

  private final double[] threshold;
  private final int[] alias;

  /** Makes the table of weights that are finite, not negative, and not all 0. */
  public AliasTable(double... weights) {
    double total = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("A weight is " + weight + ", expected 0 or more.");
      }
      total += weight;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("All weights are 0, expected one above 0.");
    }
    threshold = new double[weights.length];
    alias = new int[weights.length];
    var small = new ArrayDeque<Integer>();
    var large = new ArrayDeque<Integer>();
    for (int i = 0; i < weights.length; i++) {
      threshold[i] = weights[i] * weights.length / total;
      alias[i] = i;
      (threshold[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.remove();
      int rich = large.remove();
      alias[poor] = rich;
      threshold[rich] -= 1 - threshold[poor];
      (threshold[rich] < 1 ? small : large).add(rich);
    }
    // rounding leaves entries that should be exactly full
    small.forEach(i -> threshold[i] = 1);
    large.forEach(i -> threshold[i] = 1);
  }

  /** Returns the index of a weight, as often as the weight says. */
  public int draw(RandomGenerator random) {
    double scaled = random.nextDouble() * threshold.length;
    int slot = (int) scaled;
    return scaled - slot < threshold[slot] ? slot : alias[slot];
  }
}
