package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that values are cast to.
 *
 * @param length of texts, or -1
 * @param scale the digits behind the decimal point, or -1
 * @param array whether it is a list of such values
 */
record CastType(Kind kind, int length, int scale, boolean array) {

  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    INTERVAL,
    /** A type that is not known here: its values stay as they are. */
    OTHER
  }

  /** Returns the type of this name, in lower case, with the numbers in its parentheses. */
  static CastType of(String name, List<Integer> sizes, boolean array, Habits habits) {
    Kind kind = kind(name);
    boolean time = kind == Kind.DATE || kind == Kind.TIME || kind == Kind.TIMESTAMP;
    if (time && habits.looseTypes()) {
      // to SQLite these are numbers
      return new CastType(Kind.DECIMAL, -1, -1, array);
    }
    int first = sizes.isEmpty() ? -1 : sizes.get(0);
    boolean numeric = kind == Kind.DECIMAL && !habits.looseTypes() && !sizes.isEmpty();
    return new CastType(
        kind,
        kind == Kind.TEXT && !habits.looseTypes() ? first : -1,
        numeric ? (sizes.size() > 1 ? sizes.get(1) : 0) : -1,
        array);
  }

  private static Kind kind(String name) {
    return switch (name.split(" ", 2)[0]) {
      case "text",
          "varchar",
          "char",
          "character",
          "bpchar",
          "string",
          "clob",
          "nvarchar",
          "nchar",
          "varchar_ignorecase",
          "citext",
          "name",
          "national" ->
          Kind.TEXT;
      case "int",
          "integer",
          "bigint",
          "smallint",
          "tinyint",
          "mediumint",
          "int2",
          "int4",
          "int8",
          "signed",
          "unsigned" ->
          Kind.INTEGER;
      case "numeric", "decimal", "dec", "real", "double", "float", "float4", "float8", "money" ->
          Kind.DECIMAL;
      case "bool", "boolean" -> Kind.BOOLEAN;
      case "date" -> Kind.DATE;
      case "time", "timetz" -> Kind.TIME;
      case "timestamp", "timestamptz", "datetime" -> Kind.TIMESTAMP;
      case "interval" -> Kind.INTERVAL;
      default -> Kind.OTHER;
    };
  }

  /** Returns the value as this type, UNCLEAR if the database would refuse it. */
  @Nullable Object convert(@Nullable Object value, Scene scene) {
    if (value == null || value == UNCLEAR || (kind == Kind.OTHER && !array)) {
      return value;
    }
    if (array) {
      return list(value, scene);
    }
    return switch (kind) {
      case TEXT -> text(value);
      case INTEGER -> integer(value, scene.habits());
      case DECIMAL -> decimal(value, scene.habits());
      case BOOLEAN -> SqlValues.truth(value, scene.habits());
      case DATE -> date(value, scene);
      case TIME -> time(value);
      case TIMESTAMP -> timestamp(value, scene);
      case INTERVAL -> interval(value);
      case OTHER -> value;
    };
  }

  /** Returns the values of a list, or of PostgreSQL's text of one. */
  private List<@Nullable Object> list(Object value, Scene scene) {
    CastType element = new CastType(kind, length, scale, false);
    List<?> items =
        value instanceof String text && text.matches("\\{[^\"{}\\\\]*}")
            ? Arrays.asList(text.substring(1, text.length() - 1).split(","))
            : value instanceof List<?> list ? list : Arrays.asList(value);
    List<@Nullable Object> converted = new ArrayList<>();
    items.forEach(item -> converted.add(element.convert(item, scene)));
    return converted;
  }

  private String text(Object value) {
    String text = SqlValues.text(value);
    return length < 0 || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static Object integer(Object value, Habits habits) {
    Object number = SqlValues.number(value, habits);
    if (!(number instanceof BigDecimal decimal)) {
      return number;
    }
    RoundingMode mode = habits.looseTypes() ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    return decimal.setScale(0, mode).toBigInteger();
  }

  private Object decimal(Object value, Habits habits) {
    Object number = SqlValues.number(value, habits);
    if (habits.looseTypes() && number instanceof BigInteger) {
      return number;
    }
    if (number == UNCLEAR) {
      return UNCLEAR;
    }
    BigDecimal decimal = SqlValues.decimal(number);
    return scale < 0 ? decimal : decimal.setScale(scale, RoundingMode.HALF_UP);
  }

  private static Object date(Object value, Scene scene) {
    Object time = value instanceof String text ? Times.parse(text) : value;
    LocalDateTime local = time == null ? null : Times.local(time, scene.clock().getZone());
    return local == null ? UNCLEAR : local.toLocalDate();
  }

  private static Object time(Object value) {
    Object time = value instanceof String text ? Times.parse(text) : value;
    if (time instanceof LocalDateTime local) {
      return local.toLocalTime();
    }
    if (time instanceof OffsetDateTime zoned) {
      return zoned.toLocalTime();
    }
    return time instanceof LocalTime ? time : UNCLEAR;
  }

  private static Object timestamp(Object value, Scene scene) {
    Object time = value instanceof String text ? Times.parse(text) : value;
    if (time instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return time instanceof Temporal && Times.local(time, scene.clock().getZone()) != null
        ? time
        : UNCLEAR;
  }

  private static Object interval(Object value) {
    Object span = value instanceof String text ? Span.parse(text) : value;
    return span instanceof Span ? span : UNCLEAR;
  }
}
