package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.meaning.Meaning;
import dev.seeder.meaning.Sense;
import dev.seeder.meaning.Shape;
import dev.seeder.schema.LiveType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is true of the values of all meanings, in columns of all types. */
class MeantPropertiesTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 1, 0, 0);

  @Property(seed = "1", tries = 1_000)
  void textsKeepToTheLengthOfTheColumn(
      @ForAll("texts") Meaning meaning,
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll boolean fixed,
      @ForAll @IntRange(max = 1_000_000) int row) {
    LiveType type = fixed ? LiveTypes.character(length) : LiveTypes.varchar(length);
    IndexedValues<?> texts = MeantTexts.of(new Sense(meaning, "invoice"), type, NOW);
    if (texts == null) {
      return;
    }

    List<?> drawn = Drawn.stream(texts, scope(42), row, row + 5L).toList();
    List<Object> counted = counted(texts, row);

    assertThat(drawn)
        .allSatisfy(
            text -> assertThat((String) text).isNotBlank().hasSizeLessThanOrEqualTo(length));
    assertThat(counted)
        .doesNotHaveDuplicates()
        .allSatisfy(
            text -> assertThat((String) text).isNotBlank().hasSizeLessThanOrEqualTo(length));
  }

  @Property(seed = "2", tries = 2_000)
  void wholeNumbersAreWithinTheType(
      @ForAll("numbers") Meaning meaning, @ForAll("integers") LiveType type) {
    IndexedValues<?> numbers = MeantNumbers.of(meaning, type, NOW);
    if (numbers == null || !meaning.takes(Shape.WHOLE)) {
      return;
    }

    assertThat(drawnAndCounted(numbers))
        .allSatisfy(number -> assertThat((Long) number).isBetween(type.low(), type.high()));
    assertThat(counted(numbers, 0)).doesNotHaveDuplicates();
  }

  @Property(seed = "3", tries = 1_000)
  void decimalsHaveTheScaleAndPrecisionOfTheType(
      @ForAll("numbers") Meaning meaning, @ForAll("decimals") LiveType type) {
    IndexedValues<?> numbers = MeantNumbers.of(meaning, type, NOW);
    if (numbers == null) {
      return;
    }

    assertThat(drawnAndCounted(numbers))
        .allSatisfy(
            number -> {
              BigDecimal decimal = (BigDecimal) number;
              assertThat(decimal.scale()).isEqualTo(type.scale());
              assertThat(decimal.precision()).isLessThanOrEqualTo(Math.max(1, type.precision()));
            });
    assertThat(counted(numbers, 0)).doesNotHaveDuplicates();
  }

  @Property(seed = "4", tries = 300)
  void bytesKeepToTheLengthOfTheColumn(
      @ForAll("bytes") Meaning meaning, @ForAll @IntRange(min = 1, max = 300) int length) {
    IndexedValues<byte[]> bytes = MeantBytes.of(meaning, LiveTypes.binary(length));
    if (bytes == null) {
      return;
    }

    assertThat(values(bytes, 5)).allSatisfy(value -> assertThat(value.length).isBetween(1, length));
    assertThat(Arrays.equals(bytes.at(0), bytes.at(1))).isFalse();
  }

  private static Set<Object> drawnAndCounted(IndexedValues<?> values) {
    Set<Object> all = new HashSet<>(values(values, 20));
    all.add(values.at(0));
    all.add(values.at(values.size() - 1));
    return all;
  }

  /** Returns some values by their index: the first, the last, and some from another on. */
  private static List<Object> counted(IndexedValues<?> values, long from) {
    IndexedValues<?> ready = values.prepare(scope(42));
    Set<Long> indexes = new HashSet<>(List.of(0L, ready.size() - 1));
    for (long index = from; index < from + 5; index++) {
      indexes.add(index % ready.size());
    }
    return indexes.stream().<Object>map(ready::at).toList();
  }

  @Provide
  Arbitrary<Meaning> texts() {
    return meanings(Shape.TEXT);
  }

  @Provide
  Arbitrary<Meaning> bytes() {
    return meanings(Shape.BYTES);
  }

  @Provide
  Arbitrary<Meaning> numbers() {
    return meanings(Shape.WHOLE, Shape.NUMBER);
  }

  @Provide
  Arbitrary<LiveType> integers() {
    return Arbitraries.of(
        LiveTypes.TINYINT,
        LiveTypes.SMALLINT,
        LiveTypes.INT,
        LiveTypes.BIGINT,
        LiveTypes.integer(0, 255),
        LiveTypes.integer(0, 1),
        LiveTypes.integer(1901, 2155));
  }

  @Provide
  Arbitrary<LiveType> decimals() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 30), Arbitraries.integers().between(0, 10))
        .filter((precision, scale) -> scale <= precision)
        .as(LiveTypes::decimal);
  }

  private static Arbitrary<Meaning> meanings(Shape... shapes) {
    return Arbitraries.of(
        Arrays.stream(Meaning.values())
            .filter(meaning -> !meaning.isTime() && Arrays.stream(shapes).anyMatch(meaning::takes))
            .toList());
  }
}
