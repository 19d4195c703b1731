package dev.seeder.rows;

import static dev.seeder.rows.Drawn.THING;
import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.values;
import static dev.seeder.rows.Values.after;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.growing;
import static dev.seeder.rows.Values.logNormal;
import static dev.seeder.rows.Values.normal;
import static dev.seeder.rows.Values.seasonal;
import static dev.seeder.rows.Values.zipf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.OFFSETDATETIME;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.jooq.DataType;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

class UnevenValuesTest {

  private static final int MANY = 100_000;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  @Test
  void normalNumbersAreAroundTheMean() {
    List<Integer> ages = values(normal(40, 10, 18, 90), MANY);
    List<BigDecimal> degrees = values(normal(36.6, 0.4, "35.0", "41.00"), MANY);

    assertThat(ages).allMatch(age -> age >= 18 && age <= 90).contains(18);
    assertThat(ages.stream().mapToInt(age -> age).average().orElseThrow())
        .isCloseTo(40.4, within(0.4));
    assertThat(share(ages.stream().filter(age -> age > 30 && age < 50).count()))
        .isBetween(0.63, 0.70);
    assertThat(degrees).allMatch(degree -> degree.scale() == 2);
    assertThat(degrees.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow())
        .isCloseTo(36.6, within(0.01));
  }

  @Test
  void logNormalNumbersHaveTheirMedian() {
    List<Long> sizes = values(logNormal(20_000, 3, 0, 100_000_000), MANY);
    List<BigDecimal> salaries = values(logNormal(40_000, 1.5, "12000.00", "500000"), MANY);

    assertThat(share(sizes.stream().filter(size -> size < 20_000).count()))
        .isCloseTo(0.5, within(0.01));
    assertThat(share(sizes.stream().filter(size -> size > 6_667 && size < 60_000).count()))
        .isCloseTo(0.683, within(0.01));
    assertThat(salaries).allMatch(salary -> salary.scale() == 2 && salary.precision() <= 8);
    assertThat(values(logNormal(5, 2, 5, 5), 10)).containsOnly(5L);
  }

  @Test
  void zipfRanksFallByTheirNumber() {
    List<Integer> ranks = values(zipf(100, 1), MANY);

    double first = share(ranks.stream().filter(rank -> rank == 1).count());
    assertThat(share(ranks.stream().filter(rank -> rank == 2).count()))
        .isCloseTo(first / 2, within(0.01));
    assertThat(ranks).allMatch(rank -> rank >= 1 && rank <= 100).contains(100);
  }

  @Test
  void seasonalDaysAreMostAtTheEndOfTheYear() {
    List<LocalDate> days = values(seasonal(FIRST, LAST), MANY);

    assertThat(days)
        .contains(FIRST, LAST)
        .allMatch(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
    double december = share(days.stream().filter(day -> day.getMonth() == Month.DECEMBER).count());
    double june = share(days.stream().filter(day -> day.getMonth() == Month.JUNE).count());
    assertThat(december / june).isCloseTo(1.8 * 31 / 30, within(0.1));
    assertThat(values(seasonal(FIRST.plusDays(40), FIRST.plusDays(41)), 100))
        .containsOnly(FIRST.plusDays(40), FIRST.plusDays(41));
  }

  @Test
  void seasonalDaysTakeWeights() {
    var weights = Map.of(Month.JULY, 3, Month.AUGUST, 0);

    List<LocalDate> days = values(seasonal(FIRST, LAST, weights), MANY);

    assertThat(days).noneMatch(day -> day.getMonth() == Month.AUGUST);
    double july = share(days.stream().filter(day -> day.getMonth() == Month.JULY).count());
    double may = share(days.stream().filter(day -> day.getMonth() == Month.MAY).count());
    assertThat(july / may).isCloseTo(3, within(0.2));
  }

  @Test
  void growingDaysAreMostlyLate() {
    List<LocalDate> days = values(growing(FIRST, LAST), MANY);
    List<LocalDateTime> times = values(growing(FIRST.atStartOfDay(), LAST.atStartOfDay()), MANY);

    assertThat(days).contains(LAST).allMatch(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
    assertThat(share(days.stream().filter(day -> day.getYear() == 2024).count()))
        .isCloseTo(0.25, within(0.01));
    assertThat(times)
        .allMatch(
            time -> !time.isBefore(FIRST.atStartOfDay()) && time.isBefore(LAST.atStartOfDay()));
  }

  @Test
  void laterTimesAreMostlySoon() {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    LocalDateTime time = LocalDateTime.ofInstant(start, ZoneOffset.UTC);

    assertLater(LOCALDATE, FIRST, FIRST.plusDays(1), FIRST.plusDays(14));
    assertLater(LOCALDATETIME, time, time.plusHours(2), time.plusDays(14));
    assertLater(INSTANT, start, start.plus(Duration.ofHours(2)), start.plus(Duration.ofDays(14)));
    OffsetDateTime offset = start.atOffset(ZoneOffset.ofHours(2));
    assertLater(OFFSETDATETIME, offset, offset.plusHours(2), offset.plusDays(14));
  }

  @Test
  void laterThanNothingIsNothing() {
    Field<LocalDate> ordered = field(name("ordered"), LOCALDATE);
    Field<LocalDate> shipped = field(name("shipped"), LOCALDATE);
    Factory<?> things =
        Factory.of(THING)
            .set(ordered, null)
            .generate(shipped, after(ordered, Duration.ofDays(1), Duration.ofDays(2)));

    assertThat(rows(things.rows(1), scope(42)).get(0)).containsOnlyNulls();
  }

  @Test
  void refuseWhatIsNoDistribution() {
    assertThatThrownBy(() -> normal(1, 0, 1, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The mean is 1.0 and the deviation 0.0, expected finite numbers, and a deviation above 0.");
    assertThatThrownBy(() -> logNormal(5, 1, 1, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The median is 5.0 and the spread 1.0, expected a median above 0 and a spread above 1.");
    assertThatThrownBy(
            () -> after(field(name("day"), LOCALDATE), Duration.ofHours(2), Duration.ofHours(20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The lag from PT2H to PT20H holds no whole day,"
                + " expected 0 or more, and a longer one after it.");
    assertThatThrownBy(() -> between(1.5, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 1.5 to 1.5 holds no value.");
  }

  @Test
  void betweenServesColumnsOfOtherTypes() {
    OffsetDateTime from = OffsetDateTime.parse("2025-01-01T00:00:00+02:00");

    assertThat(values(between((short) 1, (short) 3), 100))
        .containsOnly((short) 1, (short) 2, (short) 3);
    assertThat(values(between(0.5, 0.75), 100)).allMatch(number -> number >= 0.5 && number < 0.75);
    assertThat(values(between(from, from.plusSeconds(2)), 100))
        .containsOnly(from, from.plusSeconds(1));
    assertThat(values(between(from.toInstant(), from.toInstant().plusSeconds(1)), 9))
        .containsOnly(from.toInstant());
  }

  private static <T extends Temporal & Comparable<? super T>> void assertLater(
      DataType<T> type, T start, T soonest, T latest) {
    Field<T> ordered = field(name("ordered"), type);
    Field<T> shipped = field(name("shipped"), type);
    Factory<?> things =
        Factory.of(THING)
            .set(ordered, start)
            .generate(shipped, after(ordered, Duration.ofHours(2), Duration.ofDays(14)));

    List<T> later =
        rows(things.rows(MANY), scope(42)).stream()
            .map(row -> type.getType().cast(row.get(1)))
            .toList();

    assertThat(later).allMatch(time -> time.compareTo(soonest) >= 0 && time.compareTo(latest) <= 0);
    Temporal fifth = start.plus(3, java.time.temporal.ChronoUnit.DAYS);
    long soon =
        later.stream().filter(time -> time.compareTo(type.getType().cast(fifth)) <= 0).count();
    assertThat(share(soon)).as(type.getName()).isBetween(0.5, 0.65);
  }

  private static double share(long count) {
    return (double) count / MANY;
  }
}
