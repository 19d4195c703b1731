package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.stream;
import static dev.seeder.rows.Drawn.values;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.expression;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.oneOf;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.sequence;
import static dev.seeder.rows.Values.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.seeder.random.ChiSquare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private static final int MANY = 100_000;

  @Test
  void oneOfPicksEachEquallyOften() {
    assertUniform(values(oneOf("a", "b", "c", "d", "e"), MANY), 5);
    assertUniform(values(oneOf(List.of(1, 2, 3)), MANY), 3);
    assertThat(values(oneOf("only"), 10)).containsOnly("only");
  }

  @Test
  void oneOfNeedsAValue() {
    assertThatThrownBy(() -> oneOf(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("oneOf() has no values to pick from.");
  }

  @Test
  void weightedPicksAsOftenAsTheWeightsSay() {
    Map<String, Integer> weights = Map.of("a", 500, "b", 300, "c", 149, "d", 50, "e", 1, "f", 0);

    Map<String, Long> counts = counts(values(weighted(weights), 1_000_000));

    assertThat(counts).containsOnlyKeys("a", "b", "c", "d", "e");
    long[] counted = List.of("a", "b", "c", "d", "e").stream().mapToLong(counts::get).toArray();
    assertThat(ChiSquare.of(counted, i -> new int[] {500, 300, 149, 50, 1}[i] * 1_000.0))
        .isLessThan(ChiSquare.limit(4));
  }

  @Test
  void weightedTakesManyValuesAndFractions() {
    Map<Integer, Double> weights =
        IntStream.rangeClosed(1, 1_000)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), i -> i / 7.0));

    Map<Integer, Long> counts = counts(values(weighted(weights), 1_000_000));

    long[] counted =
        IntStream.rangeClosed(1, 1_000).mapToLong(i -> counts.getOrDefault(i, 0L)).toArray();
    assertThat(ChiSquare.of(counted, i -> (i + 1) * 1_000_000.0 / 500_500))
        .isBetween(800.0, ChiSquare.limit(999));
  }

  @Test
  void weightedDoesNotDependOnTheOrderOfTheMap() {
    var rising = new LinkedHashMap<Integer, Integer>();
    var falling = new LinkedHashMap<Integer, Integer>();
    for (int i = 0; i < 50; i++) {
      rising.put(i, i + 1);
      falling.put(49 - i, 50 - i);
    }

    assertThat(values(weighted(falling), 1_000)).isEqualTo(values(weighted(rising), 1_000));
    assertThat(values(weighted(new HashMap<>(rising)), 1_000))
        .isEqualTo(values(weighted(rising), 1_000));
  }

  @Test
  void weightedCountsRelativelyOnly() {
    assertThat(values(weighted(Map.of("a", 7, "b", 3)), 1_000))
        .isEqualTo(values(weighted(Map.of("a", 0.7, "b", 0.3)), 1_000));
    assertThat(values(weighted(Map.of("a", 1, "b", 0)), 1_000)).containsOnly("a");
  }

  @Test
  void weightedRefusesWeightsThatAreNone() {
    assertThatThrownBy(() -> weighted(Map.of("a", -1, "b", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The weight of \"a\" is -1.0, expected 0 or more.");
    assertThatThrownBy(() -> weighted(Map.of("a", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The weight of \"a\" is NaN, expected 0 or more.");
    assertThatThrownBy(() -> weighted(Map.of("a", Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The weight of \"a\" is Infinity, expected 0 or more.");
    assertThatThrownBy(() -> weighted(Map.of("a", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weighted() needs at least one weight above 0.");
    assertThatThrownBy(() -> weighted(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weighted() needs at least one weight above 0.");
  }

  @Test
  void sequenceCountsRows() {
    assertThat(values(sequence(100), 4)).containsExactly(100L, 101L, 102L, 103L);
    assertThat(stream(sequence(1), scope(42), 7, 9)).containsExactly(8L, 9L);
  }

  @Test
  void betweenIncludesBothEndsOfWholeNumbers() {
    assertUniform(values(between(-2, 3), MANY), 6);
    assertThat(values(between(-2, 3), MANY)).contains(-2, 3).allMatch(i -> i >= -2 && i <= 3);
    assertUniform(values(between(-2L, 3L), MANY), 6);
    assertThat(values(between(-2L, 3L), MANY)).contains(-2L, 3L).allMatch(i -> i >= -2 && i <= 3);
    assertThat(values(between(5, 5), 10)).containsOnly(5);
  }

  @Test
  void betweenReachesTheEndsOfTheType() {
    assertThat(values(between(Integer.MAX_VALUE - 1, Integer.MAX_VALUE), 100))
        .containsOnly(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    assertThat(values(between(Integer.MIN_VALUE, Integer.MIN_VALUE + 1), 100))
        .containsOnly(Integer.MIN_VALUE, Integer.MIN_VALUE + 1);
    assertThat(values(between(Long.MAX_VALUE - 1, Long.MAX_VALUE), 100))
        .containsOnly(Long.MAX_VALUE - 1, Long.MAX_VALUE);
    assertThat(values(between(Long.MIN_VALUE, Long.MAX_VALUE), 100)).doesNotHaveDuplicates();
    assertThat(values(between(Integer.MIN_VALUE, Integer.MAX_VALUE), 1_000).stream())
        .anyMatch(i -> i < -1_000_000_000)
        .anyMatch(i -> i > 1_000_000_000);
  }

  @Test
  void betweenIncludesBothEndsOfDecimals() {
    List<BigDecimal> drawn = values(between("-0.2", "0.30"), MANY);

    assertUniform(drawn, 51);
    assertThat(drawn)
        .contains(new BigDecimal("-0.20"), new BigDecimal("0.30"))
        .allMatch(number -> number.scale() == 2);
    assertThat(values(between("1", "9223372036854775807"), 10))
        .allMatch(number -> number.scale() == 0);
  }

  @Test
  void betweenIncludesBothEndsOfDays() {
    LocalDate first = LocalDate.of(2024, 2, 27);
    LocalDate last = LocalDate.of(2024, 3, 2);

    List<LocalDate> drawn = values(between(first, last), MANY);

    assertUniform(drawn, 5);
    assertThat(drawn).contains(first, LocalDate.of(2024, 2, 29), last);
    assertThat(values(between(first, first), 10)).containsOnly(first);
  }

  @Test
  void betweenPicksSecondsBeforeTheEnd() {
    LocalDateTime from = LocalDateTime.of(2024, 12, 31, 23, 59, 58);

    List<LocalDateTime> drawn = values(between(from, from.plusSeconds(4)), MANY);

    assertUniform(drawn, 4);
    assertThat(drawn).contains(from, from.plusSeconds(3)).doesNotContain(from.plusSeconds(4));
  }

  @Test
  void betweenRefusesRangesWithoutValues() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    LocalDateTime noon = day.atTime(12, 0);

    assertThatThrownBy(() -> between(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 3 to 2 holds no value.");
    assertThatThrownBy(() -> between(3L, 2L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 3 to 2 holds no value.");
    assertThatThrownBy(() -> between("3.5", "3.49"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 3.5 to 3.49 holds no value.");
    assertThatThrownBy(() -> between(day, day.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 2026-01-01 to 2025-12-31 holds no value.");
    assertThatThrownBy(() -> between(noon, noon))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 2026-01-01T12:00 to 2026-01-01T12:00 holds no value.");
  }

  @Test
  void decimalsAreReadWithCare() {
    assertThatThrownBy(() -> between("4,99", "5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"4,99\" is not a decimal number, expected one such as \"4.99\".");
    assertThatThrownBy(() -> between("0.00", "123456789012345678"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The number 123456789012345678 with 2 decimals does not fit:"
                + " expected at most 2 decimals, and 18 digits in all.");
    assertThatThrownBy(() -> price("4.999", "5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The number 4.999 with 2 decimals does not fit:"
                + " expected at most 2 decimals, and 18 digits in all.");
  }

  @Test
  void pricesLookLikePrices() {
    List<BigDecimal> drawn = values(price("4.99", "59.99"), MANY);

    assertThat(drawn)
        .contains(new BigDecimal("4.99"), new BigDecimal("59.99"))
        .allMatch(number -> number.scale() == 2)
        .allMatch(number -> number.compareTo(new BigDecimal("4.99")) >= 0)
        .allMatch(number -> number.compareTo(new BigDecimal("59.99")) <= 0);
    Map<Integer, Long> endings =
        counts(
            drawn.stream().map(number -> number.movePointRight(2).intValueExact() % 100).toList());
    assertThat(endings.get(99)).isBetween(MANY * 50L / 100, MANY * 60L / 100);
    for (int ending : new int[] {99, 95, 50, 49, 0}) {
      assertThat(endings.get(ending)).isGreaterThan(MANY * 7L / 100);
    }
    long low = drawn.stream().filter(number -> number.intValue() < 17).count();
    assertThat(low).as("below the geometric mean").isBetween(MANY * 46L / 100, MANY * 54L / 100);
  }

  @Test
  void pricesKeepToTightRanges() {
    assertThat(values(price("1.20", "1.20"), 100)).containsOnly(new BigDecimal("1.20"));
    assertThat(values(price("1.00", "1.01"), 1_000))
        .containsOnly(new BigDecimal("1.00"), new BigDecimal("1.01"));
    assertThat(values(price("1.20", "1.23"), 1_000))
        .containsOnly(
            new BigDecimal("1.20"),
            new BigDecimal("1.21"),
            new BigDecimal("1.22"),
            new BigDecimal("1.23"));
    assertThat(values(price("0.01", "0.02"), 1_000))
        .containsOnly(new BigDecimal("0.01"), new BigDecimal("0.02"));
    assertThat(values(price("5", "5"), 10)).containsOnly(new BigDecimal("5.00"));
  }

  @Test
  void pricesArePositive() {
    assertThatThrownBy(() -> price("0", "5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The lowest price is 0, expected 0.01 or more.");
    assertThatThrownBy(() -> price("5.00", "4.99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 5.00 to 4.99 holds no value.");
  }

  @Test
  void orNullMakesNullAtTheRate() {
    List<@Nullable String> drawn = values(orNull(0.3, oneOf("a", "b")), MANY);

    long nulls = drawn.stream().filter(value -> value == null).count();
    assertThat((double) nulls / MANY).isCloseTo(0.3, within(0.006));
    assertThat(values(orNull(0, oneOf("a")), 1_000)).containsOnly("a");
    assertThat(values(orNull(1, oneOf("a")), 1_000)).containsOnlyNulls();
  }

  @Test
  void otherRateOfNullsLeavesTheOtherValues() {
    List<@Nullable Integer> few = values(orNull(0.1, between(1, 1_000_000)), 1_000);
    List<@Nullable Integer> many = values(orNull(0.5, between(1, 1_000_000)), 1_000);

    for (int i = 0; i < 1_000; i++) {
      if (many.get(i) != null) {
        assertThat(many.get(i)).isEqualTo(few.get(i));
      }
    }
  }

  @Test
  void orNullNeedsARate() {
    assertThatThrownBy(() -> orNull(1.1, oneOf("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The rate of NULLs is 1.1, expected 0 to 1.");
    assertThatThrownBy(() -> orNull(-0.1, oneOf("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The rate of NULLs is -0.1, expected 0 to 1.");
    assertThatThrownBy(() -> orNull(Double.NaN, oneOf("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The rate of NULLs is NaN, expected 0 to 1.");
  }

  @Test
  void isbnsAreDistinctAndValid() {
    int count = 1_000_000;
    long[] drawn = stream(isbn13(), scope(42), 0, count).mapToLong(ValuesTest::validIsbn).toArray();

    assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(count);
    assertThat(Arrays.stream(drawn)).allMatch(isbn -> isbn / 10_000_000_000L == 978);
  }

  @Test
  void isbnsDifferFromSeedToSeed() {
    assertThat(values(isbn13(), 42, 1_000))
        .doesNotContainAnyElementsOf(values(isbn13(), 43, 1_000));
  }

  @Test
  void expressionsAreDatafakers() {
    assertThat(values(expression("#{book.genre}"), 1_000)).contains("Fable", "Mythology");
    assertThat(values(expression("#{book.title} (#{number.randomDigit})"), 20))
        .allMatch(text -> text.matches(".+ \\(\\d\\)"));
    assertThat(values(Values.unique(expression("#{book.genre}")), 20)).doesNotHaveDuplicates();
    assertThatThrownBy(() -> values(expression("#{book.titel}"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Datafaker does not know the expression "#{book.titel}".
              To fix: name a provider and a method of it, as in "#{book.title}".""");
  }

  @Test
  void isbnsEnd() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(stream(isbn13(), scope(42), 999_999_999, 1_000_000_000)).hasSize(1);
      assertThatThrownBy(() -> stream(isbn13(), scope(42), 1_000_000_000, 1_000_000_001).toList())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              1,000,000,001 rows need 1,000,000,001 values of column "thing.value", one each, but \
              there are only 1,000,000,000.
                To fix: make fewer rows, or use a generator of more values.""");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static long validIsbn(String isbn) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += Character.digit(isbn.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
    }
    if (isbn.length() != 13 || sum % 10 != 0) {
      throw new AssertionError(isbn);
    }
    return Long.parseLong(isbn);
  }

  private static <T> void assertUniform(List<T> values, int choices) {
    long[] counts = counts(values).values().stream().mapToLong(Long::longValue).toArray();
    assertThat(counts).hasSize(choices);
    assertThat(ChiSquare.of(counts, i -> (double) values.size() / choices))
        .isLessThan(ChiSquare.limit(choices - 1));
  }

  private static <T> Map<T, Long> counts(List<T> values) {
    return values.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
