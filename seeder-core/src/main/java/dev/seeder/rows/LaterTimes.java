package dev.seeder.rows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.random.RandomGenerator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Times after that in another column of the row: most of them soon, few of them late.
 *
 * @param min the shortest lag, in units
 * @param max the longest lag, in units
 */
record LaterTimes<T extends Temporal>(Field<T> earlier, long min, long max, ChronoUnit unit)
    implements ValueGenerator<T> {

  /** The mean lag without the upper end is this part of the range: 2 % are cut off. */
  private static final double STEEPNESS = 4;

  private static final double KEPT = -StrictMath.expm1(-STEEPNESS);

  static <T extends Temporal> LaterTimes<T> of(Field<T> earlier, Duration min, Duration max) {
    boolean days = earlier.getType() == LocalDate.class;
    long first = days ? -Math.floorDiv(-min.toSeconds(), 86_400L) : min.toSeconds();
    long last = days ? max.toDays() : max.toSeconds();
    if (min.isNegative() || first > last) {
      throw new IllegalArgumentException(
          "The lag from "
              + min
              + " to "
              + max
              + " holds no "
              + (days ? "whole day" : "second")
              + ", expected 0 or more, and a longer one after it.");
    }
    return new LaterTimes<>(earlier, first, last, days ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
  }

  @Override
  @SuppressWarnings("unchecked") // a time plus a lag has the type of the time
  public @Nullable T value(Draw draw) {
    T time = draw.value(earlier);
    if (time == null) {
      return null;
    }
    long lag = min + (long) (share(draw.random()) * (max - min + 1.0));
    return (T) time.plus(Math.min(lag, max), unit);
  }

  /** Returns which part of the range a lag has. */
  static double share(RandomGenerator random) {
    return -StrictMath.log1p(-KEPT * random.nextDouble()) / STEEPNESS;
  }
}
