package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of conditions: null, {@code BigInteger, BigDecimal, String, Boolean}, {@code
 * LocalDate, LocalTime, LocalDateTime, OffsetDateTime}, {@link Span}, bytes, lists, and UNCLEAR.
 */
final class SqlValues {

  private static final Pattern NUMBER_AT_START =
      Pattern.compile("\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)");

  private SqlValues() {}

  static BigInteger whole(long value) {
    return BigInteger.valueOf(value);
  }

  /** Takes a value of Java. */
  static @Nullable Object of(@Nullable Object value, Scene scene) {
    if (value instanceof Boolean truth) {
      return scene.truth(truth);
    }
    if (value instanceof Double || value instanceof Float) {
      // as printed: what is written 0.1 in a condition is the same double there
      return Double.isFinite(((Number) value).doubleValue())
          ? new BigDecimal(value.toString())
          : UNCLEAR;
    }
    if (value instanceof BigDecimal || value instanceof BigInteger) {
      return value;
    }
    if (value instanceof Number number) {
      return whole(number.longValue());
    }
    if (value instanceof java.util.Date date) {
      return value instanceof java.sql.Date day
          ? scene.time(day.toLocalDate())
          : value instanceof java.sql.Time time
              ? scene.time(time.toLocalTime())
              : scene.time(java.sql.Timestamp.from(date.toInstant()).toLocalDateTime());
    }
    if (value instanceof Temporal temporal) {
      return ofTime(temporal, scene);
    }
    if (value instanceof Duration duration) {
      return new Span(0, duration);
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return value == null || value instanceof byte[] || value == UNCLEAR ? value : value.toString();
  }

  /** Gives a value to Java, whole numbers as BigDecimal too. */
  static Object toJava(Object value) {
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return value instanceof Span span ? span.length() : value;
  }

  private static Object ofTime(Temporal value, Scene scene) {
    if (value instanceof Instant instant) {
      return scene.time(instant.atZone(scene.clock().getZone()).toOffsetDateTime());
    }
    if (value instanceof ZonedDateTime zoned) {
      return scene.time(zoned.toOffsetDateTime());
    }
    if (value instanceof OffsetTime time) {
      return scene.time(time.toLocalTime());
    }
    if (value instanceof LocalDateTime time) {
      return scene.habits().looseTypes() ? Times.stored(time) : time;
    }
    boolean known =
        value instanceof LocalDate || value instanceof LocalTime || value instanceof OffsetDateTime;
    return known ? scene.time(value) : value.toString();
  }

  /** Returns the text of a value, as a cast gives it. */
  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof LocalDateTime time) {
      return Times.text(time);
    }
    if (value instanceof OffsetDateTime time) {
      return Times.text(time.toLocalDateTime()) + time.getOffset();
    }
    return value.toString();
  }

  /** Returns a BigInteger or BigDecimal, or UNCLEAR if the value is no number. */
  static Object number(Object value, Habits habits) {
    if (value instanceof Boolean truth) {
      return whole(truth ? 1 : 0);
    }
    if (!(value instanceof String text)) {
      return value instanceof Number ? value : UNCLEAR;
    }
    Matcher found = NUMBER_AT_START.matcher(text);
    boolean starts = found.lookingAt();
    if (!habits.lenient() && !(starts && text.substring(found.end()).isBlank())) {
      return UNCLEAR;
    }
    return starts ? number(found.group(1)) : BigInteger.ZERO;
  }

  /** Returns the number that a text is and nothing else, or null. */
  static @Nullable Object wholeText(String text) {
    Matcher found = NUMBER_AT_START.matcher(text);
    return found.lookingAt() && text.substring(found.end()).isBlank()
        ? number(found.group(1))
        : null;
  }

  static Number number(String text) {
    boolean whole = text.chars().allMatch(c -> c == '+' || c == '-' || Character.isDigit(c));
    return whole ? new BigInteger(text) : new BigDecimal(text);
  }

  static BigDecimal decimal(Object number) {
    return number instanceof BigInteger whole ? new BigDecimal(whole) : (BigDecimal) number;
  }

  /** Returns whether the value is true: a Boolean, null or UNCLEAR. */
  static @Nullable Object truth(@Nullable Object value, Habits habits) {
    if (value == null || value instanceof Boolean || value == UNCLEAR) {
      return value;
    }
    if (value instanceof String text && !habits.lenient()) {
      return truth(text);
    }
    Object number = number(value, habits);
    return number instanceof Number ? (Object) (decimal(number).signum() != 0) : UNCLEAR;
  }

  private static Object truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default -> UNCLEAR;
    };
  }
}
