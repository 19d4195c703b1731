package dev.seeder.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;

/** Dates, times and intervals as PostgreSQL reads them, whatever its settings are. */
final class CopyTimes {

  private static final String FOREVER = "infinity";
  private static final int MICRO = 1_000;

  private CopyTimes() {}

  static void date(LocalDate date, CopyText text) {
    if (date.equals(LocalDate.MAX)) {
      text.plain(FOREVER);
    } else if (date.equals(LocalDate.MIN)) {
      text.plain("-" + FOREVER);
    } else {
      yearMonthDay(date, text);
      era(date, text);
    }
  }

  static void time(LocalTime time, CopyText text) {
    LocalTime rounded = time.plusNanos(MICRO / 2).truncatedTo(ChronoUnit.MICROS);
    if (rounded.isBefore(time.truncatedTo(ChronoUnit.MICROS))) {
      text.plain("24:00:00");
    } else {
      clock(rounded, text);
    }
  }

  static void time(OffsetTime time, CopyText text) {
    clock(time.toLocalTime(), text);
    text.plain(offset(time.getOffset()));
  }

  static void timestamp(LocalDateTime timestamp, CopyText text) {
    if (timestamp.equals(LocalDateTime.MAX)) {
      text.plain(FOREVER);
    } else if (timestamp.equals(LocalDateTime.MIN)) {
      text.plain("-" + FOREVER);
    } else {
      LocalDateTime rounded = timestamp.plusNanos(MICRO / 2).truncatedTo(ChronoUnit.MICROS);
      yearMonthDay(rounded.toLocalDate(), text);
      text.plain(' ');
      clock(rounded.toLocalTime(), text);
      era(rounded.toLocalDate(), text);
    }
  }

  static void timestamp(OffsetDateTime timestamp, CopyText text) {
    if (timestamp.equals(OffsetDateTime.MAX)) {
      text.plain(FOREVER);
    } else if (timestamp.equals(OffsetDateTime.MIN)) {
      text.plain("-" + FOREVER);
    } else {
      timestamp(timestamp.toInstant(), text);
    }
  }

  static void timestamp(Instant instant, CopyText text) {
    if (instant.equals(Instant.MAX)) {
      text.plain(FOREVER);
      return;
    }
    if (instant.equals(Instant.MIN)) {
      text.plain("-" + FOREVER);
      return;
    }
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    yearMonthDay(utc.toLocalDate(), text);
    text.plain(' ');
    clock(utc.toLocalTime(), text);
    text.plain("+00");
    era(utc.toLocalDate(), text);
  }

  static void interval(YearToMonth interval, CopyText text) {
    int sign = interval.getSign();
    part(sign * interval.getYears(), " years ", text);
    part(sign * interval.getMonths(), " mons", text);
  }

  static void interval(DayToSecond interval, CopyText text) {
    int sign = interval.getSign();
    part(sign * interval.getDays(), " days ", text);
    part(sign * interval.getHours(), " hours ", text);
    part(sign * interval.getMinutes(), " mins ", text);
    text.plain(sign < 0 ? '-' : '+');
    text.number(interval.getSeconds());
    fraction(interval.getNano(), text);
    text.plain(" secs");
  }

  static void interval(YearToSecond interval, CopyText text) {
    interval(interval.getYearToMonth(), text);
    text.plain(' ');
    interval(interval.getDayToSecond(), text);
  }

  /** Writes a number with its sign: one minus may otherwise mean all that follows, too. */
  private static void part(int number, String unit, CopyText text) {
    if (number >= 0) {
      text.plain('+');
    }
    text.number(number);
    text.plain(unit);
  }

  private static void yearMonthDay(LocalDate date, CopyText text) {
    int year = date.getYear();
    text.padded(year > 0 ? year : 1 - year, 4);
    text.plain('-');
    text.padded(date.getMonthValue(), 2);
    text.plain('-');
    text.padded(date.getDayOfMonth(), 2);
  }

  private static void era(LocalDate date, CopyText text) {
    if (date.getYear() <= 0) {
      text.plain(" BC");
    }
  }

  private static void clock(LocalTime time, CopyText text) {
    text.padded(time.getHour(), 2);
    text.plain(':');
    text.padded(time.getMinute(), 2);
    text.plain(':');
    text.padded(time.getSecond(), 2);
    fraction(time.getNano(), text);
  }

  private static void fraction(int nanos, CopyText text) {
    if (nanos == 0) {
      return;
    }
    text.plain('.');
    if (nanos % MICRO == 0) {
      text.padded(nanos / MICRO, 6);
    } else {
      text.padded(nanos, 9);
    }
  }

  /** Returns an offset as {@code +01:30}; "Z" means a name of a zone. */
  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
  }
}
