package dev.seeder.rows;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Times that are never before the one in another column of the row.
 *
 * @param now when the lag ends unless it is open, in seconds
 * @param alone what there is where the other column has no time
 * @param nullable whether that is nothing instead, if the other column is NULL
 */
record FollowingTimes(
    Field<?> earlier, Lag lag, TimeType times, long now, IndexedValues<?> alone, boolean nullable)
    implements ValueGenerator<Object> {

  @Override
  public @Nullable Object value(Draw draw) {
    Object time = draw.value(earlier);
    if (time == null && nullable) {
      return null;
    }
    Long start = time == null ? null : TimeType.seconds(time);
    if (start == null) {
      return alone.value(draw);
    }
    long unit = times.unit();
    long from = -Math.floorDiv(-start, unit);
    long min = lag.min() / unit;
    long max = Math.max(1, lag.max() / unit);
    if (!lag.open()) {
      max = Math.max(0, Math.min(max, Math.floorDiv(now - 1, unit) - from));
    }
    min = Math.min(min, max);
    long length = (long) (LaterTimes.share(draw.random()) * (max - min + 1));
    return times.made().apply(from + Math.min(max, min + length));
  }
}
