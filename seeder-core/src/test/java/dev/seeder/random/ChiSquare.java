package dev.seeder.random;

import java.util.function.IntToDoubleFunction;

/** How well counts fit what was expected of them (Pearson 1900). */
public final class ChiSquare {

  private ChiSquare() {}

  /** Returns how far counts are from what was expected: about the number of counts less one. */
  public static double of(long[] counts, IntToDoubleFunction expected) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double difference = counts[i] - expected.applyAsDouble(i);
      sum += difference * difference / expected.applyAsDouble(i);
    }
    return sum;
  }

  /** Returns what chance exceeds about once in ten thousand times. */
  public static double limit(int freedom) {
    return freedom + 4 * Math.sqrt(2.0 * freedom) + 5;
  }
}
