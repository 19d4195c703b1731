package dev.seeder.rows;

import dev.seeder.schema.LiveType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a column holds times, all of them in UTC.
 *
 * @param unit the seconds of its unit: one, or those of a day
 * @param made makes the column's value of so many units since 1970, of a time of day since midnight
 */
record TimeType(long unit, LongFunction<?> made) {

  static final long DAY = 86_400;

  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 19;

  /** The last millisecond of the year 9999: columns of milliseconds hold it. */
  private static final long MILLISECONDS = 253_402_300_799_999L;

  /** Numbers from here on are milliseconds: as seconds they are beyond the year 5000. */
  private static final double MOST_SECONDS = 1e11;

  /**
   * Returns how times are held by the type; null if it does not hold them.
   *
   * @param dates whether texts are dates without a time
   */
  static @Nullable TimeType of(LiveType type, boolean dates) {
    return switch (type.kind()) {
      case DATE -> new TimeType(DAY, LocalDate::ofEpochDay);
      case TIMESTAMP -> new TimeType(1, TimeType::dateTime);
      case TIME -> new TimeType(1, LocalTime::ofSecondOfDay);
      case TEXT -> ofText(type.length(), dates);
      case INTEGER, DECIMAL -> ofNumber(NumberType.of(type, 0));
      default -> null;
    };
  }

  private static @Nullable TimeType ofText(int length, boolean dates) {
    if (length < DATE_LENGTH) {
      return null;
    }
    return dates || length < TIME_LENGTH
        ? new TimeType(DAY, day -> LocalDate.ofEpochDay(day).toString())
        : new TimeType(
            1,
            second -> {
              LocalDateTime time = dateTime(second);
              String seconds = String.valueOf(100 + time.getSecond()).substring(1);
              String minutes = time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
              return minutes + ":" + seconds;
            });
  }

  private static @Nullable TimeType ofNumber(NumberType numbers) {
    if (numbers.high() >= MILLISECONDS) {
      return new TimeType(1, second -> numbers.made().apply(second * 1_000));
    }
    return numbers.high() >= Integer.MAX_VALUE ? new TimeType(1, numbers.made()) : null;
  }

  private static LocalDateTime dateTime(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
  }

  /** Returns the seconds since 1970, or midnight, of a column's value; null if it is no time. */
  static @Nullable Long seconds(Object value) {
    if (value instanceof LocalDate date) {
      return date.toEpochDay() * DAY;
    }
    if (value instanceof LocalDateTime time) {
      return time.toEpochSecond(ZoneOffset.UTC);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toEpochSecond();
    }
    if (value instanceof LocalTime time) {
      return (long) time.toSecondOfDay();
    }
    if (value instanceof OffsetTime time) {
      return (long) time.toLocalTime().toSecondOfDay();
    }
    if (value instanceof Number number) {
      double seconds = number.doubleValue();
      return number.longValue() / (seconds > MOST_SECONDS ? 1_000 : 1);
    }
    return value instanceof String text ? parsed(text) : null;
  }

  private static @Nullable Long parsed(String text) {
    try {
      return text.length() > DATE_LENGTH
          ? LocalDateTime.parse(text.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC)
          : LocalDate.parse(text).toEpochDay() * DAY;
    } catch (DateTimeParseException noTime) {
      return null; // somebody else's text
    }
  }
}
