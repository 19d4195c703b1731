package dev.seeder.rows;

import dev.seeder.schema.LiveType;
import java.math.BigDecimal;
import java.util.function.LongFunction;

/**
 * The numbers that a column takes, counted in its smallest unit that matters.
 *
 * @param low the lowest, in units
 * @param high the highest, in units
 * @param decimals what a unit is: one, a tenth, a hundredth
 * @param made makes the column's value of so many units
 */
record NumberType(long low, long high, int decimals, LongFunction<?> made) {

  private static final int MOST_DIGITS = 18;

  /** Returns the column's numbers with at most so many decimals. */
  static NumberType of(LiveType type, int decimals) {
    if (type.kind() == LiveType.Kind.INTEGER) {
      return new NumberType(type.low(), type.high(), 0, number -> number);
    }
    if (type.kind() == LiveType.Kind.FLOAT) {
      double one = StrictMath.pow(10, decimals);
      // as many digits as a double holds
      return new NumberType(
          -999_999_999_999_999L, 999_999_999_999_999L, decimals, number -> number / one);
    }
    if (type.kind() == LiveType.Kind.DECIMAL) {
      boolean unlimited = type.precision() <= 0;
      int scale = unlimited ? decimals : type.scale();
      int kept = Math.min(scale, decimals);
      int digits = unlimited ? MOST_DIGITS : type.precision() - (scale - kept);
      long most = (long) StrictMath.pow(10, Math.max(0, Math.min(MOST_DIGITS, digits))) - 1;
      return new NumberType(
          -most, most, kept, number -> BigDecimal.valueOf(number, kept).setScale(scale));
    }
    throw new IllegalArgumentException(type.name() + " is not a type of numbers.");
  }

  /** Returns whether both numbers of units are within the type. */
  boolean holds(long lower, long higher) {
    return low <= lower && higher <= high;
  }

  /** Returns the number of units that this number is. */
  double units(double number) {
    return number * StrictMath.pow(10, decimals);
  }
}
