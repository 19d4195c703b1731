package dev.seeder.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;

/**
 * Ready generators for the columns of a {@link Factory}.
 *
 * <pre>{@code
 * Factory.of(BOOK)
 *     .generate(BOOK.FORMAT, oneOf("hardcover", "paperback"))
 *     .generate(BOOK.PAGES, between(80, 900))
 *     .generate(BOOK.ISBN, isbn13())
 *     .generate(BOOK.SUBTITLE, orNull(0.7, draw -> draw.faker().lorem().sentence()));
 * }</pre>
 *
 * <p>All of them are immutable and may be used for several columns, each of which draws its own
 * values.
 */
public final class Values {

  private Values() {}

  /** Picks one of the values, each equally often. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied, not passed on
  public static <T> ValueGenerator<T> oneOf(T... values) {
    return oneOf(List.of(values));
  }

  /** Picks one of the values, each equally often. */
  public static <T> ValueGenerator<T> oneOf(List<T> values) {
    List<T> choices = List.copyOf(values);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("oneOf() has no values to pick from.");
    }
    return draw -> choices.get(draw.random().nextInt(choices.size()));
  }

  /**
   * Picks a value as often as its weight says, relative to the others.
   *
   * <pre>{@code
   * weighted(Map.of("paperback", 70, "hardcover", 25, "audio", 5))
   * }</pre>
   *
   * <p>The order of the map does not matter: values are put in the order of their text.
   */
  public static <T> ValueGenerator<T> weighted(Map<T, ? extends Number> weights) {
    return WeightedValues.of(weights);
  }

  /** Counts the rows: {@code first}, {@code first + 1}, and so on. */
  public static ValueGenerator<Long> sequence(long first) {
    return draw -> first + draw.row();
  }

  /** Picks a whole number, both ends included. */
  public static ValueGenerator<Integer> between(int low, int high) {
    requireRange(low <= high, low, high);
    return draw -> (int) pick(draw, low, high);
  }

  /** Picks a whole number, both ends included. */
  public static ValueGenerator<Long> between(long low, long high) {
    requireRange(low <= high, low, high);
    return draw -> pick(draw, low, high);
  }

  /**
   * Picks a decimal number, both ends included, with as many decimals as the ends have: {@code
   * between("0.50", "9.99")}.
   */
  public static ValueGenerator<BigDecimal> between(String low, String high) {
    BigDecimal first = decimal(low);
    BigDecimal last = decimal(high);
    requireRange(first.compareTo(last) <= 0, low, high);
    int scale = Math.max(first.scale(), last.scale());
    long from = unscaled(first, scale);
    long to = unscaled(last, scale);
    return draw -> BigDecimal.valueOf(pick(draw, from, to), scale);
  }

  /** Picks a day, both ends included. */
  public static ValueGenerator<LocalDate> between(LocalDate first, LocalDate last) {
    requireRange(!first.isAfter(last), first, last);
    return draw -> LocalDate.ofEpochDay(pick(draw, first.toEpochDay(), last.toEpochDay()));
  }

  /** Picks a second from {@code from} to before {@code to}. */
  public static ValueGenerator<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
    long seconds = ChronoUnit.SECONDS.between(from, to);
    requireRange(seconds > 0, from, to);
    return draw -> from.plusSeconds(draw.random().nextLong(seconds));
  }

  /**
   * Picks a price of two decimals, both ends included: low ones more often than high ones, most of
   * them ending in .99, others in .95, .50, .49 or .00.
   */
  public static ValueGenerator<BigDecimal> price(String low, String high) {
    long first = unscaled(decimal(low), 2);
    long last = unscaled(decimal(high), 2);
    if (first < 1) {
      throw new IllegalArgumentException("The lowest price is " + low + ", expected 0.01 or more.");
    }
    requireRange(first <= last, low, high);
    return new Prices(first, last);
  }

  /** Makes NULL for this share of the rows (0 to 1), and the generator's values for the others. */
  public static <T> ValueGenerator<T> orNull(double rate, ValueGenerator<T> generator) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("The rate of NULLs is " + rate + ", expected 0 to 1.");
    }
    return new NullableValues<>(rate, Objects.requireNonNull(generator, "generator"));
  }

  /**
   * Picks a value that the column holds when the rows are made, each distinct one equally often:
   * the keys of existing parents.
   *
   * <p>The values are read once per insert and kept in memory. Without any, the seed fails.
   *
   * @param column a column that knows its table: of a generated class, or {@code
   *     field(name("author", "id"), BIGINT)}
   */
  public static <T> ValueGenerator<T> existing(Field<T> column) {
    return new ExistingValues<>(column);
  }

  /**
   * Makes ISBN-13s with valid check digits, all different: 978, nine digits, check digit, without
   * hyphens. Enough for 1,000,000,000 rows.
   */
  public static ValueGenerator<String> isbn13() {
    return new Isbns();
  }

  /**
   * Makes e-mail addresses, all different, that fit the names in other columns of the row: {@code
   * ada.lovelace17@example.org}.
   *
   * <p>The domains are reserved (RFC 2606): mail sent there reaches nobody.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied, not passed on
  public static ValueGenerator<String> email(Field<String>... names) {
    return new Emails(List.of(names));
  }

  /** Both ends included, also where they are the ends of {@code long}. */
  private static long pick(Draw draw, long low, long high) {
    if (high < Long.MAX_VALUE) {
      return draw.random().nextLong(low, high + 1);
    }
    return low > Long.MIN_VALUE
        ? draw.random().nextLong(low - 1, high) + 1
        : draw.random().nextLong();
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a decimal number, expected one such as \"4.99\".", e);
    }
  }

  private static long unscaled(BigDecimal number, int scale) {
    try {
      return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "The number "
              + number.toPlainString()
              + " with "
              + scale
              + " decimals does not fit: expected at most "
              + scale
              + " decimals, and 18 digits in all.",
          e);
    }
  }

  private static void requireRange(boolean ok, Object low, Object high) {
    if (!ok) {
      throw new IllegalArgumentException(
          "The range from " + low + " to " + high + " holds no value.");
    }
  }
}
