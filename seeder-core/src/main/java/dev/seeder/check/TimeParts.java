package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;

/** Parts of dates and times. */
final class TimeParts {

  private TimeParts() {}

  /** Returns a part, such as {@code year}; UNCLEAR if the value has none. */
  static Object of(String part, Object value, Scene scene) {
    if (value instanceof Span span) {
      return spanPart(part, span);
    }
    Object time = value instanceof String text ? Times.parse(text) : value;
    if (time instanceof OffsetDateTime zoned && !part.equals("epoch")) {
      time = Times.local(zoned, scene.clock().getZone());
    }
    if (!(time instanceof TemporalAccessor it)) {
      return UNCLEAR;
    }
    return switch (part) {
      case "epoch" -> epoch(it);
      case "dow" -> number(it, ChronoField.DAY_OF_WEEK, 7, 0);
      case "sunday", "day_of_week" -> number(it, ChronoField.DAY_OF_WEEK, 7, 1);
      case "monday" -> number(it, ChronoField.DAY_OF_WEEK, 8, -1);
      default -> {
        TemporalField field =
            switch (part) {
              case "year" -> ChronoField.YEAR;
              case "month" -> ChronoField.MONTH_OF_YEAR;
              case "day" -> ChronoField.DAY_OF_MONTH;
              case "hour" -> ChronoField.HOUR_OF_DAY;
              case "minute" -> ChronoField.MINUTE_OF_HOUR;
              case "second" -> ChronoField.SECOND_OF_MINUTE;
              case "quarter" -> IsoFields.QUARTER_OF_YEAR;
              case "isodow", "iso_day_of_week" -> ChronoField.DAY_OF_WEEK;
              case "doy", "day_of_year" -> ChronoField.DAY_OF_YEAR;
              default -> ChronoField.ERA;
            };
        boolean known = field != ChronoField.ERA && it.isSupported(field);
        yield known ? SqlValues.whole(it.get(field)) : UNCLEAR;
      }
    };
  }

  private static Object number(TemporalAccessor time, ChronoField field, int turn, int plus) {
    return time.isSupported(field) ? SqlValues.whole(time.get(field) % turn + plus) : UNCLEAR;
  }

  private static Object spanPart(String part, Span span) {
    return switch (part) {
      case "year" -> SqlValues.whole(span.months() / 12);
      case "month" -> SqlValues.whole(span.months() % 12);
      case "day" -> SqlValues.whole(span.time().toDays());
      case "hour" -> SqlValues.whole(span.time().toHours() % 24);
      case "epoch" -> BigDecimal.valueOf(span.length().toMillis(), 3);
      default -> UNCLEAR;
    };
  }

  private static Object epoch(TemporalAccessor time) {
    LocalDateTime local = Times.local(time, ZoneOffset.UTC);
    LocalDateTime zero = LocalDate.EPOCH.atStartOfDay();
    return local == null
        ? UNCLEAR
        : BigDecimal.valueOf(Duration.between(zero, local).toMillis(), 3);
  }

  /** Returns the beginning of the unit of time that a value lies in. */
  static Object cut(String unit, Object value, Scene scene) {
    LocalDateTime time = TimeFunctions.time(value, scene);
    if (time == null) {
      return UNCLEAR;
    }
    LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case "year" -> day.withDayOfYear(1);
      case "month" -> day.withDayOfMonth(1);
      case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case "day" -> day;
      case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
      case "minute" -> time.truncatedTo(ChronoUnit.MINUTES);
      case "second" -> time.truncatedTo(ChronoUnit.SECONDS);
      default -> UNCLEAR;
    };
  }
}
