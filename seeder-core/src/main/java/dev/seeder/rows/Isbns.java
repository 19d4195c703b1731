package dev.seeder.rows;

import dev.seeder.random.Permutation;
import java.util.Locale;

/** Distinct ISBN-13s: a permutation of the nine digits in the middle. */
final class Isbns implements ValueGenerator<String> {

  private static final long DISTINCT = 1_000_000_000L;
  private static final long PREFIX = 978 * DISTINCT;

  @Override
  public String value(Draw draw) {
    if (draw.row() >= DISTINCT) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Row %,d of %s needs an ISBN of its own, but there are only %,d.",
              draw.row() + 1,
              draw.columnName(),
              DISTINCT));
    }
    long digits = PREFIX + new Permutation(draw.columnKey(), DISTINCT).at(draw.row());
    return digits + Integer.toString(checkDigit(digits));
  }

  /** The weights are 3 and 1 by turns, from the right (ISO 2108). */
  private static int checkDigit(long digits) {
    int sum = 0;
    int weight = 3;
    for (long rest = digits; rest > 0; rest /= 10) {
      sum += (int) (rest % 10) * weight;
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }
}
