package dev.seeder.rows;

import dev.seeder.random.Normal;
import dev.seeder.random.Zipf;
import dev.seeder.rows.PersonText.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * Ready generators for the columns of a {@link Factory}.
 *
 * <pre>{@code
 * Factory.of(CUSTOMER)
 *     .generate(CUSTOMER.FIRST_NAME, firstName())
 *     .generate(CUSTOMER.LAST_NAME, lastName())
 *     .generate(CUSTOMER.EMAIL, email())
 *     .generate(CUSTOMER.CODE, unique(pattern("??-####")))
 *     .generate(CUSTOMER.TIER, weighted(Map.of("basic", 90, "gold", 10)))
 *     .generate(CUSTOMER.JOINED, growing(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31)))
 *     .generate(CUSTOMER.PHONE, orNull(0.2, phone()));
 * }</pre>
 *
 * <p>All of them are immutable and may be used for several columns, each of which draws its own
 * values. Words are Datafaker's, in the locale of the run; {@link Draw#faker()} has many more.
 *
 * <p>A value that is made from other columns needs none of these: {@code draw ->
 * draw.value(SALE.PRICE).multiply(draw.value(SALE.QUANTITY))}.
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
    if (values.isEmpty()) {
      throw new IllegalArgumentException("oneOf() has no values to pick from.");
    }
    return ListValues.of(values);
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
    return new SequenceValues(first);
  }

  /**
   * Gives each row a value of its own, of those that the generator makes.
   *
   * <pre>{@code
   * unique(between(1, 1_000_000))
   * unique(pattern("??-####"))
   * unique(company())
   * }</pre>
   *
   * <p>The rows are permuted (Black, Rogaway: "Ciphers with arbitrary finite domains", CT-RSA
   * 2002), which takes no memory: a million rows cost what one costs. Texts differ in more than
   * case, accents and punctuation, as unique indexes may ignore these. With more rows than values
   * the seed fails; of texts that are put together from many words, such as those of {@link
   * #company}, up to 65,536 are counted.
   *
   * <p>What is unique for itself stays as it is: {@link #email}, {@link #username}, {@link #isbn13}
   * and {@link #sequence}. A name by {@code unique(lastName())} does not go with the other columns
   * of the row's person.
   *
   * @throws IllegalArgumentException if what the generator makes cannot be counted: it is a lambda
   */
  public static <T> ValueGenerator<T> unique(ValueGenerator<T> generator) {
    return UniqueValues.of(Objects.requireNonNull(generator, "generator"));
  }

  /** Makes NULL for this share of the rows (0 to 1), and the generator's values for the others. */
  public static <T> ValueGenerator<T> orNull(double rate, ValueGenerator<T> generator) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("The rate of NULLs is " + rate + ", expected 0 to 1.");
    }
    return new NullableValues<>(rate, Objects.requireNonNull(generator, "generator"));
  }

  /** Picks a whole number, both ends included: for columns of type {@code Short}. */
  public static ValueGenerator<Short> between(short low, short high) {
    return range(low, high, low, high, number -> (short) number);
  }

  /** Picks a whole number, both ends included. */
  public static ValueGenerator<Integer> between(int low, int high) {
    return range(low, high, low, high, number -> (int) number);
  }

  /** Picks a whole number, both ends included: for columns of type {@code Long}. */
  public static ValueGenerator<Long> between(long low, long high) {
    return range(low, high, low, high, number -> number);
  }

  /** Picks a floating point number from {@code low} to before {@code high}. */
  public static ValueGenerator<Double> between(double low, double high) {
    requireRange(low < high && Double.isFinite(high - low), low, high);
    return draw -> draw.random().nextDouble(low, high);
  }

  /**
   * Picks a decimal number, both ends included, with as many decimals as the ends have: {@code
   * between("0.50", "9.99")}.
   */
  public static ValueGenerator<BigDecimal> between(String low, String high) {
    BigDecimal first = decimal(low);
    BigDecimal last = decimal(high);
    int scale = Math.max(first.scale(), last.scale());
    return range(
        low,
        high,
        unscaled(first, scale),
        unscaled(last, scale),
        number -> BigDecimal.valueOf(number, scale));
  }

  /** Picks a day, both ends included. */
  public static ValueGenerator<LocalDate> between(LocalDate first, LocalDate last) {
    return range(first, last, first.toEpochDay(), last.toEpochDay(), LocalDate::ofEpochDay);
  }

  /** Picks a second from {@code from} to before {@code to}. */
  public static ValueGenerator<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
    return range(from, to, 0, ChronoUnit.SECONDS.between(from, to) - 1, from::plusSeconds);
  }

  /** Picks a second from {@code from} to before {@code to}, with the offset of {@code from}. */
  public static ValueGenerator<OffsetDateTime> between(OffsetDateTime from, OffsetDateTime to) {
    return range(from, to, 0, ChronoUnit.SECONDS.between(from, to) - 1, from::plusSeconds);
  }

  /** Picks a second from {@code from} to before {@code to}. */
  public static ValueGenerator<Instant> between(Instant from, Instant to) {
    return range(from, to, 0, ChronoUnit.SECONDS.between(from, to) - 1, from::plusSeconds);
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

  /**
   * Picks a whole number around the mean, both ends included: ages, sizes, scores. Two of three are
   * nearer to the mean than the deviation.
   *
   * <p>One draw, by the inverse of the cumulative function (Wichura: "The percentage points of the
   * normal distribution", Applied Statistics 37, 1988); nothing heaps up at the ends.
   */
  public static ValueGenerator<Integer> normal(double mean, double deviation, int low, int high) {
    requireRange(low <= high, low, high);
    // half a step more at either end, as numbers are rounded
    Normal normal = normal(mean, deviation, low - 0.5, high + 0.5);
    return draw -> (int) round(normal.draw(draw.random()), low, high);
  }

  /**
   * Picks a decimal number around the mean, both ends included, with as many decimals as the ends
   * have: {@code normal(36.6, 0.4, "35.0", "41.0")}.
   */
  public static ValueGenerator<BigDecimal> normal(
      double mean, double deviation, String low, String high) {
    int scale = Math.max(decimal(low).scale(), decimal(high).scale());
    long from = unscaled(decimal(low), scale);
    long to = unscaled(decimal(high), scale);
    requireRange(from <= to, low, high);
    double one = StrictMath.pow(10, scale);
    Normal normal = normal(mean * one, deviation * one, from - 0.5, to + 0.5);
    return draw -> BigDecimal.valueOf(round(normal.draw(draw.random()), from, to), scale);
  }

  /**
   * Picks a whole number of which half are below the median and few are many times as high: sizes
   * of files, durations, numbers of visits.
   *
   * @param spread two of three numbers are between median / spread and median * spread; above 1
   */
  public static ValueGenerator<Long> logNormal(double median, double spread, long low, long high) {
    requireRange(low >= 0 && low <= high, low, high);
    Normal normal = normalOfLogs(median, spread, low, high);
    return draw -> round(StrictMath.exp(normal.draw(draw.random())), low, high);
  }

  /**
   * Picks a decimal number of which half are below the median and few are many times as high, with
   * as many decimals as the ends have: {@code logNormal(40_000, 1.5, "12000.00", "500000.00")}.
   *
   * @param spread two of three numbers are between median / spread and median * spread; above 1
   */
  public static ValueGenerator<BigDecimal> logNormal(
      double median, double spread, String low, String high) {
    int scale = Math.max(decimal(low).scale(), decimal(high).scale());
    long from = unscaled(decimal(low), scale);
    long to = unscaled(decimal(high), scale);
    requireRange(from >= 0 && from <= to, low, high);
    Normal normal = normalOfLogs(median * StrictMath.pow(10, scale), spread, from, to);
    return draw ->
        BigDecimal.valueOf(round(StrictMath.exp(normal.draw(draw.random())), from, to), scale);
  }

  /**
   * Picks a rank from 1 to {@code ranks}: rank 1 most often, rank k in proportion to 1 /
   * k<sup>exponent</sup>.
   *
   * <p>By rejection-inversion (Hörmann, Derflinger: "Rejection-inversion to generate variates from
   * monotone discrete distributions", ACM TOMACS 6, 1996).
   */
  public static ValueGenerator<Integer> zipf(int ranks, double exponent) {
    var zipf = new Zipf(ranks, exponent);
    return draw -> (int) zipf.draw(draw.random());
  }

  /**
   * Picks a day, both ends included, of which months have as many as shops have customers: November
   * and December most, February least.
   */
  public static ValueGenerator<LocalDate> seasonal(LocalDate first, LocalDate last) {
    return seasonal(
        first,
        last,
        Map.of(Month.JANUARY, 0.9, Month.FEBRUARY, 0.8, Month.NOVEMBER, 1.4, Month.DECEMBER, 1.8));
  }

  /**
   * Picks a day, both ends included, of which months have as many as their weights say.
   *
   * @param weights how likely a day of the month is, relative to the others; 1 for a month that is
   *     not named
   */
  public static ValueGenerator<LocalDate> seasonal(
      LocalDate first, LocalDate last, Map<Month, ? extends Number> weights) {
    requireRange(!first.isAfter(last), first, last);
    return SeasonalDates.of(first, last, weights);
  }

  /**
   * Picks a day, both ends included, the later the likelier, as a business grows: half of them are
   * in the last three tenths of the time.
   */
  public static ValueGenerator<LocalDate> growing(LocalDate first, LocalDate last) {
    long from = first.toEpochDay();
    long days = last.toEpochDay() - from + 1;
    requireRange(days > 0, first, last);
    return draw -> LocalDate.ofEpochDay(from + grown(draw, days));
  }

  /** Picks a second from {@code from} to before {@code to}, the later the likelier. */
  public static ValueGenerator<LocalDateTime> growing(LocalDateTime from, LocalDateTime to) {
    long seconds = ChronoUnit.SECONDS.between(from, to);
    requireRange(seconds > 0, from, to);
    return draw -> from.plusSeconds(grown(draw, seconds));
  }

  /**
   * Adds a lag to the time in another column of the row, both ends included: most lags are short,
   * as those between order and delivery are. NULL if the other column is.
   *
   * <pre>{@code
   * .generate(ORDER.SHIPPED_AT, after(ORDER.ORDERED_AT, Duration.ofHours(2), Duration.ofDays(14)))
   * }</pre>
   *
   * @param earlier a column of type LocalDate (whole days are added), LocalDateTime, OffsetDateTime
   *     or Instant
   */
  public static <T extends Temporal> ValueGenerator<T> after(
      Field<T> earlier, Duration min, Duration max) {
    return LaterTimes.of(earlier, min, max);
  }

  /**
   * Picks a value that the column holds when the rows are made, each distinct one equally often:
   * the keys of existing parents.
   *
   * <p>The values are read once per insert and kept in memory, whole numbers in eight bytes each.
   * Without any, the seed fails. With {@link #unique} each is used once.
   *
   * @param column a column that knows its table: of a generated class, or {@code
   *     field(name("author", "id"), BIGINT)}
   */
  public static <T> ValueGenerator<T> existing(Field<T> column) {
    return ExistingValues.of(column, false);
  }

  /**
   * Picks a value that the column holds when the rows are made, few of them most of the time: the
   * best-selling books, the busiest customers.
   *
   * <p>The second most popular comes half as often as the first, the third a third as often (Zipf's
   * law, exponent 1): of 1,000 values, 10 make two fifths of the rows. Which they are depends on
   * the random seed. Otherwise as {@link #existing}.
   */
  public static <T> ValueGenerator<T> popular(Field<T> column) {
    return ExistingValues.of(column, true);
  }

  /**
   * Takes over a value of the row that another column of this row refers to; NULL if that is NULL.
   *
   * <pre>{@code
   * Factory.of(SALE)
   *     .generate(SALE.BOOK_ID, popular(BOOK.ID))
   *     .generate(SALE.UNIT_PRICE, lookup(SALE.BOOK_ID, BOOK.ID, BOOK.PRICE));
   * }</pre>
   *
   * <p>The other table's two columns are read once per insert and kept in memory.
   *
   * @param reference the column of this row that refers to the other table
   * @param key the column of the other table that it refers to
   * @param wanted the column of the other table whose value is taken
   */
  public static <K, T> ValueGenerator<T> lookup(Field<K> reference, Field<K> key, Field<T> wanted) {
    return LookedUp.of(reference, key, wanted);
  }

  /**
   * Makes texts of a pattern: {@code #} is a digit, {@code ?} a capital letter, {@code *} either of
   * them, and any other character itself, as is one after {@code \\}.
   *
   * <pre>{@code
   * pattern("INV-######")
   * pattern("??-****")
   * }</pre>
   */
  public static ValueGenerator<String> pattern(String pattern) {
    return PatternText.of("text of the pattern \"" + pattern + "\"", pattern);
  }

  /**
   * Makes texts of one of Datafaker's expressions, in the language of the run: the same kind of
   * text as {@code draw.faker().expression(...)}, several times as fast where it is made of
   * Datafaker's word lists only, and unique if {@link #unique asked for}.
   *
   * <pre>{@code
   * expression("#{book.title}")
   * expression("#{dog.name} of #{address.city}")
   * }</pre>
   *
   * <p>Fails before the first row if Datafaker does not know the expression.
   */
  public static ValueGenerator<String> expression(String expression) {
    return Texts.of("text of the expression \"" + expression + "\"", expression);
  }

  /** Makes one sentence of words that mean nothing. */
  public static ValueGenerator<String> sentence() {
    return new Prose("sentence", true, 1, 200);
  }

  /** Makes a paragraph of a few sentences, of words that mean nothing. */
  public static ValueGenerator<String> paragraph() {
    return new Prose("paragraph", false, 120, 400);
  }

  /**
   * Makes sentences, of words that mean nothing, of at least and at most so many characters; they
   * end after a word if the lengths allow it.
   */
  public static ValueGenerator<String> text(int minLength, int maxLength) {
    requireRange(minLength >= 1 && minLength <= maxLength, minLength, maxLength);
    return new Prose("text", false, minLength, maxLength);
  }

  /**
   * Makes the first name of the row's person.
   *
   * <p>Each row of a table has one person: {@link #firstName}, {@link #lastName}, {@link
   * #fullName}, {@link #username} and {@link #email} of the row go with each other, whichever of
   * them there are. No two rows have the same first and last name as long as there are more.
   */
  public static ValueGenerator<String> firstName() {
    return firstName("");
  }

  /** The same of another person in the row, such as {@code firstName("recipient")}. */
  public static ValueGenerator<String> firstName(String person) {
    return PersonText.of(Part.FIRST_NAME, Objects.requireNonNull(person, "person"));
  }

  /** Makes the last name of the row's person, see {@link #firstName()}. */
  public static ValueGenerator<String> lastName() {
    return lastName("");
  }

  /** The same of another person in the row, such as {@code lastName("recipient")}. */
  public static ValueGenerator<String> lastName(String person) {
    return PersonText.of(Part.LAST_NAME, Objects.requireNonNull(person, "person"));
  }

  /**
   * Makes the name of the row's person as it is written in the language, see {@link #firstName()}.
   */
  public static ValueGenerator<String> fullName() {
    return fullName("");
  }

  /** The same of another person in the row, such as {@code fullName("recipient")}. */
  public static ValueGenerator<String> fullName(String person) {
    return PersonText.of(Part.FULL_NAME, Objects.requireNonNull(person, "person"));
  }

  /**
   * Makes usernames, all different, of the row's person: {@code ada.lovelace}, and {@code
   * ada.lovelace1} once all people had a row; {@code user} and a number for names that are not
   * written in Latin letters. See {@link #firstName()}.
   */
  public static ValueGenerator<String> username() {
    return username("");
  }

  /** The same of another person in the row, such as {@code username("recipient")}. */
  public static ValueGenerator<String> username(String person) {
    return PersonText.of(Part.USERNAME, Objects.requireNonNull(person, "person"));
  }

  /**
   * Makes e-mail addresses, all different, of the row's person: {@code ada.lovelace@example.org},
   * as {@link #username()} has it.
   *
   * <p>The domains are reserved (RFC 2606): mail sent there reaches nobody.
   */
  public static ValueGenerator<String> email() {
    return email("");
  }

  /** The same of another person in the row, such as {@code email("recipient")}. */
  public static ValueGenerator<String> email(String person) {
    return PersonText.of(Part.EMAIL, Objects.requireNonNull(person, "person"));
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

  /** Makes the name of a company. */
  public static ValueGenerator<String> company() {
    return Texts.of("company", "#{company.name}");
  }

  /** Makes a street with a house number. */
  public static ValueGenerator<String> street() {
    return Texts.of("street", "#{address.street_address}");
  }

  /** Makes the name of a town. */
  public static ValueGenerator<String> city() {
    return Texts.of("city", "#{address.city}");
  }

  /** Makes a postcode of the form that the country of the locale has. */
  public static ValueGenerator<String> postcode() {
    return Texts.of("postcode", "#{Address.postcode}");
  }

  /** Picks the name of a country. */
  public static ValueGenerator<String> country() {
    return Texts.of("country", "#{address.country}");
  }

  /** Picks a country by two letters (ISO 3166-1 alpha-2). */
  public static ValueGenerator<String> countryCode() {
    return IsoCodes.twoLetters();
  }

  /** Picks a country by three letters (ISO 3166-1 alpha-3). */
  public static ValueGenerator<String> countryCode3() {
    return IsoCodes.threeLetters();
  }

  /** Picks one of the better known currencies (ISO 4217). */
  public static ValueGenerator<String> currencyCode() {
    return IsoCodes.currencies();
  }

  /**
   * Makes phone numbers that nobody has: of the ranges kept free for films where there are such
   * (555-01xx in the United States), otherwise of the country code 999, which is not given out.
   */
  public static ValueGenerator<String> phone() {
    return new PhoneNumbers(Integer.MAX_VALUE);
  }

  /** Makes the name of a product. */
  public static ValueGenerator<String> product() {
    return Texts.of(
        "product name",
        "#{commerce.product_name.adjective} #{commerce.product_name.material}"
            + " #{commerce.product_name.product}");
  }

  /** Picks the name of a colour. */
  public static ValueGenerator<String> color() {
    return Texts.of("color", "#{color.name}");
  }

  /**
   * Makes ISBN-13s with valid check digits, all different: 978, nine digits, check digit, without
   * hyphens. Enough for 1,000,000,000 rows.
   */
  public static ValueGenerator<String> isbn13() {
    return new UniqueText(CheckedCodes.isbn13());
  }

  /** Makes ISBN-10s with valid check digits, all different, without hyphens. */
  public static ValueGenerator<String> isbn10() {
    return new UniqueText(CheckedCodes.isbn10());
  }

  /** Makes German IBANs with valid check digits, of a bank that does not exist: 00000000. */
  public static ValueGenerator<String> iban() {
    return CheckedCodes.iban();
  }

  /**
   * Makes card numbers with a valid check digit, of the range for tests that begins with 400000.
   */
  public static ValueGenerator<String> cardNumber() {
    return CheckedCodes.cardNumber();
  }

  /** Makes random UUIDs (version 4). */
  public static ValueGenerator<UUID> uuid() {
    return new RandomUuids();
  }

  /**
   * Makes web addresses of reserved domains (RFC 2606): {@code
   * https://example.com/paper-order-guide}.
   */
  public static ValueGenerator<String> url() {
    return JoinedWords.of(
        "URL",
        List.of("https://example.com/", "https://example.org/", "https://example.net/"),
        "-",
        List.of(""));
  }

  /** Makes IPv4 addresses of the ranges for documentation (RFC 5737). */
  public static ValueGenerator<String> ip() {
    List<String> addresses =
        Stream.of("192.0.2.", "198.51.100.", "203.0.113.")
            .flatMap(range -> IntStream.rangeClosed(1, 254).mapToObj(host -> range + host))
            .toList();
    return CountedText.of("IP address", addresses);
  }

  /** Makes names of files: {@code spring-budget-notes.pdf}. */
  public static ValueGenerator<String> fileName() {
    return JoinedWords.of(
        "file name",
        List.of(""),
        "-",
        List.of(".pdf", ".jpg", ".png", ".txt", ".csv", ".docx", ".xlsx", ".zip"));
  }

  /** Makes small JSON objects, as text: {@code {"active":true,"score":42,"source":"web"}}. */
  public static ValueGenerator<String> json() {
    String[] sources = {"app", "mail", "phone", "shop", "web"};
    return new CountedText(
        "JSON object",
        2_000L * sources.length,
        45,
        index -> {
          int number = (int) index;
          return "{\"active\":"
              + (number % 2 == 0)
              + ",\"score\":"
              + number / 2 % 1_000
              + ",\"source\":\""
              + sources[number / 2_000]
              + "\"}";
        });
  }

  private static <T> RangeValues<T> range(
      Object low, Object high, long first, long last, LongFunction<T> made) {
    requireRange(first <= last, low, high);
    return new RangeValues<>(first, last, made);
  }

  private static Normal normal(double mean, double deviation, double low, double high) {
    if (!(deviation > 0) || !Double.isFinite(mean) || Double.isInfinite(deviation)) {
      throw new IllegalArgumentException(
          "The mean is "
              + mean
              + " and the deviation "
              + deviation
              + ", expected finite numbers, and a deviation above 0.");
    }
    return new Normal(mean, deviation, low, high);
  }

  private static Normal normalOfLogs(double median, double spread, long low, long high) {
    if (!(median > 0) || !(spread > 1) || !Double.isFinite(median * spread)) {
      throw new IllegalArgumentException(
          "The median is "
              + median
              + " and the spread "
              + spread
              + ", expected a median above 0 and a spread above 1.");
    }
    return new Normal(
        StrictMath.log(median),
        StrictMath.log(spread),
        StrictMath.log(Math.max(0.5, low - 0.5)),
        StrictMath.log(high + 0.5));
  }

  private static long round(double number, long low, long high) {
    return Math.max(low, Math.min(high, Math.round(number)));
  }

  /** Returns a place below the length, the probability of which rises from 0. */
  private static long grown(Draw draw, long length) {
    return (long) (StrictMath.sqrt(draw.random().nextDouble()) * length);
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
