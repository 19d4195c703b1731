package dev.seeder.check;

import static dev.seeder.check.Functions.needing;
import static dev.seeder.check.Scene.UNCLEAR;

import dev.seeder.check.Term.Function;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of dates and times. */
final class TimeFunctions {

  private TimeFunctions() {}

  static void addTo(Map<String, Function> all) {
    for (String now : List.of("current_timestamp", "now", "localtimestamp", "sysdate")) {
      all.put(now, (values, scene) -> now(scene));
    }
    for (String now : List.of("transaction_timestamp", "statement_timestamp", "clock_timestamp")) {
      all.put(now, (values, scene) -> now(scene));
    }
    for (String today : List.of("current_date", "curdate", "today")) {
      all.put(today, (values, scene) -> scene.time(LocalDate.now(scene.clock())));
    }
    for (String time : List.of("current_time", "localtime", "curtime")) {
      all.put(time, (values, scene) -> scene.time(LocalTime.now(scene.clock()).withNano(0)));
    }
    for (String part : List.of("year", "month", "day", "hour", "minute", "second", "quarter")) {
      all.put(part, needing(1, (values, scene) -> TimeParts.of(part, values.at(0), scene)));
    }
    Map<String, String> parts =
        Map.of(
            "dayofmonth", "day",
            "day_of_month", "day",
            "dayofyear", "doy",
            "day_of_year", "doy",
            "dayofweek", "sunday",
            "day_of_week", "sunday",
            "iso_day_of_week", "isodow",
            "weekday", "monday");
    parts.forEach(
        (name, part) ->
            all.put(name, needing(1, (values, scene) -> TimeParts.of(part, values.at(0), scene))));
    Function part = needing(2, (values, scene) -> TimeParts.of(name(values), values.at(1), scene));
    all.put("extract", part);
    all.put("date_part", part);
    all.put(
        "date_trunc",
        needing(2, (values, scene) -> TimeParts.cut(name(values), values.at(1), scene)));
    all.put("date", needing(1, (values, scene) -> date(values, scene)));
    all.put("datetime", needing(1, (values, scene) -> datetime(values, scene)));
    all.put("julianday", needing(1, (values, scene) -> julianDay(values, scene)));
    all.put("to_days", needing(1, (values, scene) -> toDays(values.at(0), scene)));
    all.put("interval", needing(2, TimeFunctions::interval));
    Function days = needing(2, (values, scene) -> days(values.at(0), values.at(1), scene));
    all.put("datediff", days);
    Function later = needing(2, (values, scene) -> later(values.at(0), values.at(1), false));
    all.put("date_add", later);
    all.put("adddate", later);
    Function earlier = needing(2, (values, scene) -> later(values.at(0), values.at(1), true));
    all.put("date_sub", earlier);
    all.put("subdate", earlier);
  }

  private static Object now(Scene scene) {
    Clock clock = scene.clock();
    return scene.time(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }

  private static String name(Arguments values) {
    return values.text(0).toLowerCase(Locale.ROOT);
  }

  /** Adds an interval, or days to a date; null if neither is a time. */
  static @Nullable Object sum(Object left, Object right) {
    if (left instanceof Span a && right instanceof Span b) {
      return a.plus(b);
    }
    if (left instanceof Span || right instanceof Temporal) {
      return right instanceof Temporal || right instanceof String ? later(right, left) : UNCLEAR;
    }
    return left instanceof Temporal || right instanceof Span ? later(left, right) : null;
  }

  private static Object later(Object start, Object amount) {
    Object time = start instanceof String text ? Times.parse(text) : start;
    Object result =
        time == null
            ? null
            : amount instanceof Span span
                ? span.addTo(time)
                : time instanceof LocalDate date && amount instanceof BigInteger days
                    ? date.plusDays(days.longValue())
                    : null;
    return result == null ? UNCLEAR : result;
  }

  private static Object later(Object start, Object amount, boolean back) {
    Object span = amount instanceof BigInteger days ? Span.days(days.longValue()) : amount;
    return span instanceof Span it ? later(start, back ? it.negated() : it) : UNCLEAR;
  }

  /** Subtracts an interval, days or a time from a time; null if neither is one. */
  static @Nullable Object difference(Object left, Object right, Scene scene) {
    if (left instanceof Span a && right instanceof Span b) {
      return a.plus(b.negated());
    }
    if (right instanceof Span span) {
      return later(left, span.negated());
    }
    if (!(left instanceof Temporal)) {
      return right instanceof Temporal ? UNCLEAR : null;
    }
    if (right instanceof BigInteger days) {
      return later(left, days.negate());
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return SqlValues.whole(ChronoUnit.DAYS.between(b, a));
    }
    LocalDateTime a = Times.local(left, scene.clock().getZone());
    LocalDateTime b = Times.local(right, scene.clock().getZone());
    return a == null || b == null ? UNCLEAR : new Span(0, Duration.between(b, a));
  }

  /** MariaDB's days since the year 0. */
  private static Object toDays(Object value, Scene scene) {
    LocalDateTime time = time(value, scene);
    return time == null
        ? UNCLEAR
        : SqlValues.whole(time.toLocalDate().toEpochDay() - LocalDate.of(0, 1, 1).toEpochDay());
  }

  private static Object days(Object left, Object right, Scene scene) {
    LocalDateTime a = time(left, scene);
    LocalDateTime b = time(right, scene);
    return a == null || b == null
        ? UNCLEAR
        : SqlValues.whole(ChronoUnit.DAYS.between(b.toLocalDate(), a.toLocalDate()));
  }

  static @Nullable LocalDateTime time(Object value, Scene scene) {
    Object time =
        value.equals("now")
            ? LocalDateTime.now(scene.clock().withZone(ZoneOffset.UTC))
            : value instanceof String text ? Times.parse(text) : value;
    return time == null ? null : Times.local(time, scene.clock().getZone());
  }

  private static @Nullable Object date(Arguments values, Scene scene) {
    LocalDateTime time = moved(values, scene);
    if (time == null) {
      // a number is one of days or seconds
      boolean number = SqlValues.wholeText(values.text(0)) != null;
      return scene.habits().lenient() && !number ? null : UNCLEAR;
    }
    return scene.time(time.toLocalDate());
  }

  private static @Nullable Object datetime(Arguments values, Scene scene) {
    LocalDateTime time = moved(values, scene);
    return time == null ? null : scene.time(time.truncatedTo(ChronoUnit.SECONDS));
  }

  private static @Nullable Object julianDay(Arguments values, Scene scene) {
    LocalDateTime time = moved(values, scene);
    if (time == null) {
      return null;
    }
    long nanos = time.toLocalTime().toNanoOfDay();
    return new BigDecimal(time.toLocalDate().getLong(JulianFields.JULIAN_DAY))
        .subtract(new BigDecimal("0.5"))
        .add(
            BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(86_400_000_000_000L), MathContext.DECIMAL64));
  }

  /** Reads a time and SQLite's modifiers behind it, such as {@code +1 day}. */
  private static @Nullable LocalDateTime moved(Arguments values, Scene scene) {
    LocalDateTime time = time(values.at(0), scene);
    for (int i = 1; i < values.size() && time != null; i++) {
      Span span = Span.parse(values.text(i).replaceFirst("^\\+", ""));
      time = span == null ? null : (LocalDateTime) span.addTo(time);
    }
    return time;
  }

  private static Object interval(Arguments values, Scene scene) {
    Object number = SqlValues.number(values.at(0), scene.habits());
    Span span = number == UNCLEAR ? null : Span.of(SqlValues.decimal(number), values.text(1));
    return span == null ? UNCLEAR : span;
  }
}
