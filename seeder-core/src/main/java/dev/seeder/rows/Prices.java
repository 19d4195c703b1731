package dev.seeder.rows;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** Prices in cents: uniform in their logarithm, with the endings that shops use. */
record Prices(long low, long high) implements ValueGenerator<BigDecimal> {

  private static final int[] ENDINGS = {99, 99, 99, 99, 99, 99, 95, 95, 50, 49, 0};

  @Override
  public BigDecimal value(Draw draw) {
    return BigDecimal.valueOf(cents(draw.random()), 2);
  }

  long cents(RandomGenerator random) {
    // one cent more than the highest, as a fraction of a cent is cut off
    double ratio = (high + 1.0) / low;
    long cents = Math.min(high, (long) (low * StrictMath.pow(ratio, random.nextDouble())));
    long pretty = cents - cents % 100 + ENDINGS[random.nextInt(ENDINGS.length)];
    boolean fits = pretty >= low && pretty <= high;
    return fits ? pretty : cents;
  }
}
