package dev.seeder.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as texts, and beside each other. */
final class Times {

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})?"
              + "(?:(?:^|[ T])([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?))?"
              + "(?: ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?))?");

  private static final DateTimeFormatter WITH_SECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** Returns the date or time that a text is, or null. */
  static @Nullable Temporal parse(String text) {
    Matcher found = TIME.matcher(text.strip());
    if (text.isBlank() || !found.matches()) {
      return null;
    }
    String day = found.group(1);
    String clock = found.group(2);
    String offset = found.group(3);
    try {
      if (clock == null) {
        return day == null || offset != null ? null : LocalDate.parse(day);
      }
      LocalTime time = LocalTime.parse(clock);
      if (day == null) {
        return time;
      }
      LocalDateTime local = LocalDate.parse(day).atTime(time);
      return offset == null ? local : local.atOffset(ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      return null;
    }
  }

  static String text(LocalDateTime time) {
    return time.toLocalDate() + " " + WITH_SECONDS.format(time);
  }

  /** Returns a time as jOOQ sends it to SQLite: with a digit behind the second. */
  static String stored(LocalDateTime time) {
    String text = text(time);
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  /** Returns the point in time without a zone, a date as its first moment; null for a LocalTime. */
  static @Nullable LocalDateTime local(Object time, ZoneId zone) {
    if (time instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (time instanceof OffsetDateTime zoned) {
      return zoned.atZoneSameInstant(zone).toLocalDateTime();
    }
    return time instanceof LocalDateTime local ? local : null;
  }
}
