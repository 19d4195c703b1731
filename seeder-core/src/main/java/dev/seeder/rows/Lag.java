package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveType.Kind;

/**
 * How long something comes after what it follows.
 *
 * @param min the least, in seconds
 * @param max the most, in seconds
 * @param open whether it may be after the run's clock
 */
record Lag(long min, long max, boolean open) {

  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final long DAY = TimeType.DAY;

  static Lag of(Meaning meaning, Kind kind) {
    if (kind == Kind.TIME) {
      return meaning == Meaning.CLOSES_AT
          ? new Lag(6 * HOUR, 12 * HOUR, false)
          : new Lag(HOUR / 4, 8 * HOUR, false);
    }
    return switch (meaning) {
      case PAID_AT -> new Lag(0, 30 * DAY, false);
      case SHIPPED_AT -> new Lag(2 * HOUR, 10 * DAY, false);
      case DELIVERED_AT -> new Lag(DAY, 12 * DAY, false);
      case RETURNED_AT -> new Lag(DAY, 30 * DAY, false);
      case CHECKED_OUT_AT -> new Lag(DAY, 14 * DAY, false);
      case ENDED_AT ->
          kind == Kind.DATE ? new Lag(DAY, 400 * DAY, false) : new Lag(MINUTE, 20 * DAY, false);
      case EXPIRES_AT -> new Lag(30 * DAY, 730 * DAY, true);
      case DUE_AT -> new Lag(7 * DAY, 60 * DAY, true);
      case DELETED_AT -> new Lag(DAY, 700 * DAY, false);
      case CONFIRMED_AT -> new Lag(MINUTE, 2 * DAY, false);
      case LAST_SEEN_AT -> new Lag(0, 1_500 * DAY, false);
      case HIRED_ON -> new Lag(18 * 366 * DAY, 45 * 366 * DAY, false);
      case DIED_ON -> new Lag(40 * 366 * DAY, 95 * 366 * DAY, false);
      default -> new Lag(0, 400 * DAY, false);
    };
  }
}
