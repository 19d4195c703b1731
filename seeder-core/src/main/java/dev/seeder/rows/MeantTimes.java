package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveType.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Times of a meaning, as a column takes them, before the run's clock unless said otherwise. */
final class MeantTimes {

  private static final long HOUR = 3_600;
  private static final long YEAR = 365 * TimeType.DAY + TimeType.DAY / 4;

  private static final Set<Meaning> DATES =
      Set.of(Meaning.BORN_ON, Meaning.DIED_ON, Meaning.HIRED_ON, Meaning.FOUNDED_ON);

  private MeantTimes() {}

  /**
   * Returns the times of the meaning; null if the column does not hold them.
   *
   * @param now the run's clock, in seconds since 1970
   */
  static @Nullable IndexedValues<?> of(Meaning meaning, LiveColumn column, long now) {
    TimeType times = type(meaning, column);
    if (times == null) {
      return null;
    }
    if (column.type().kind() == Kind.TIME) {
      return timesOfDay(meaning);
    }
    long unit = times.unit();
    return switch (meaning) {
      case BORN_ON -> {
        long from = (now - 80 * YEAR) / unit;
        long to = (now - 18 * YEAR) / unit;
        Spread spread = Spread.bell((now - 42.0 * YEAR) / unit, 15.0 * YEAR / unit, from, to);
        yield new SpreadValues<>(from, to, 1, spread, times.made());
      }
      case FOUNDED_ON -> past(times, now, 80);
      case HIRED_ON -> past(times, now, 15);
      case DIED_ON, PUBLISHED_AT -> past(times, now, 20);
      case LAST_SEEN_AT, UPDATED_AT -> past(times, now, 1);
      case EXPIRES_AT -> future(times, now, 2 * YEAR);
      case DUE_AT -> future(times, now, YEAR / 4);
      default -> past(times, now, 5);
    };
  }

  /** Returns times that are never before those in another column; null as {@link #of}. */
  static @Nullable ValueGenerator<?> after(
      Field<?> earlier, Meaning meaning, LiveColumn column, long now) {
    TimeType times = type(meaning, column);
    IndexedValues<?> alone = of(meaning, column, now);
    if (times == null || alone == null) {
      return null;
    }
    Lag lag = Lag.of(meaning, column.type().kind());
    long end = column.type().kind() == Kind.TIME ? TimeType.DAY : now;
    return new FollowingTimes(earlier, lag, times, end, alone, column.nullable());
  }

  private static @Nullable TimeType type(Meaning meaning, LiveColumn column) {
    if (DATES.contains(meaning) && column.type().kind() == Kind.TIMESTAMP) {
      return new TimeType(TimeType.DAY, day -> LocalDate.ofEpochDay(day).atStartOfDay());
    }
    String name = column.name().toLowerCase(Locale.ROOT);
    boolean date = name.endsWith("date") && !name.endsWith("update");
    return TimeType.of(column.type(), date || name.endsWith("_on") || DATES.contains(meaning));
  }

  private static IndexedValues<?> past(TimeType times, long now, int years) {
    long from = Math.floorDiv(now - years * YEAR, times.unit());
    long to = Math.floorDiv(now - 1, times.unit());
    return new SpreadValues<>(from, to, 1, Spread.growing(from, to), times.made());
  }

  private static IndexedValues<?> future(TimeType times, long now, long seconds) {
    long from = Math.floorDiv(now, times.unit()) + 1;
    long to = from + seconds / times.unit();
    return new SpreadValues<>(from, to, 1, Spread.even(from, to), times.made());
  }

  private static IndexedValues<?> timesOfDay(Meaning meaning) {
    return switch (meaning) {
      case OPENS_AT -> timesOfDay(7, 10);
      case STARTED_AT, CHECKED_IN_AT -> timesOfDay(8, 16);
      case CLOSES_AT -> timesOfDay(17, 22);
      case ENDED_AT, CHECKED_OUT_AT -> timesOfDay(16, 21);
      default -> timesOfDay(6, 22);
    };
  }

  private static IndexedValues<?> timesOfDay(long from, long to) {
    return new SpreadValues<>(
        from * HOUR,
        to * HOUR,
        HOUR / 4,
        Spread.even(from * HOUR, to * HOUR),
        LocalTime::ofSecondOfDay);
  }
}
