package dev.seeder.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL's interval: months, and a length of time. */
record Span(long months, Duration time) implements Comparable<Span> {

  private static final Pattern PART =
      Pattern.compile("\\s*(-?[0-9]+(?:\\.[0-9]+)?)\\s*([a-z]+)\\s*");
  private static final Pattern CLOCK_TIME =
      Pattern.compile("\\s*(-?)([0-9]+):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]{1,9})?))?\\s*");

  static Span days(long days) {
    return new Span(0, Duration.ofDays(days));
  }

  /** Reads PostgreSQL's notation, such as {@code 1 day 02:00:00}; null if it is another. */
  static @Nullable Span parse(String text) {
    String rest = text.toLowerCase(Locale.ROOT);
    Span sum = days(0);
    while (!rest.isBlank()) {
      Matcher clockTime = CLOCK_TIME.matcher(rest);
      if (clockTime.matches()) {
        String seconds = clockTime.group(4) == null ? "0" : clockTime.group(4);
        Duration time =
            Duration.ofHours(Long.parseLong(clockTime.group(2)))
                .plusMinutes(Long.parseLong(clockTime.group(3)))
                .plusNanos(new BigDecimal(seconds).movePointRight(9).longValue());
        return sum.plus(new Span(0, clockTime.group(1).isEmpty() ? time : time.negated()));
      }
      Matcher part = PART.matcher(rest);
      Span span = part.lookingAt() ? of(new BigDecimal(part.group(1)), part.group(2)) : null;
      if (span == null) {
        return null;
      }
      sum = sum.plus(span);
      rest = rest.substring(part.end());
    }
    return sum;
  }

  /** Returns so many of a unit, such as {@code days}; null if there is no such unit. */
  static @Nullable Span of(BigDecimal amount, String unit) {
    return switch (unit.replaceFirst("s$", "")) {
      case "year", "yr", "y" -> months(amount, 12);
      case "quarter" -> months(amount, 3);
      case "month", "mon" -> months(amount, 1);
      case "week", "w" -> time(amount, 7 * 86_400);
      case "day", "d" -> time(amount, 86_400);
      case "hour", "h" -> time(amount, 3_600);
      case "minute", "min", "m" -> time(amount, 60);
      case "second", "sec", "" -> time(amount, 1);
      default -> null;
    };
  }

  private static Span months(BigDecimal amount, int each) {
    return new Span(amount.multiply(BigDecimal.valueOf(each)).longValue(), Duration.ZERO);
  }

  private static Span time(BigDecimal amount, int seconds) {
    BigDecimal nanos = amount.multiply(BigDecimal.valueOf(seconds)).movePointRight(9);
    return new Span(0, Duration.ofNanos(nanos.longValue()));
  }

  Span plus(Span other) {
    return new Span(months + other.months, time.plus(other.time));
  }

  Span negated() {
    return new Span(-months, time.negated());
  }

  /** Adds it to a time; to a date too, unless it holds less than days. */
  @Nullable Temporal addTo(Object start) {
    if (start instanceof LocalDate date) {
      return time.equals(Duration.ofDays(time.toDays()))
          ? date.plusMonths(months).plusDays(time.toDays())
          : date.plusMonths(months).atStartOfDay().plus(time);
    }
    if (start instanceof LocalDateTime local) {
      return local.plusMonths(months).plus(time);
    }
    return start instanceof OffsetDateTime zoned ? zoned.plusMonths(months).plus(time) : null;
  }

  /** Returns its length, with 30 days in a month, as PostgreSQL compares. */
  Duration length() {
    return time.plusDays(30 * months);
  }

  @Override
  public int compareTo(Span other) {
    return length().compareTo(other.length());
  }
}
