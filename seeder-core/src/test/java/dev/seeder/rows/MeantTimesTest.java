package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.LiveTypes.BIGINT;
import static dev.seeder.rows.LiveTypes.DATE;
import static dev.seeder.rows.LiveTypes.INT;
import static dev.seeder.rows.LiveTypes.TIMESTAMP;
import static dev.seeder.rows.LiveTypes.column;
import static dev.seeder.rows.LiveTypes.nullable;
import static dev.seeder.rows.LiveTypes.plain;
import static dev.seeder.rows.LiveTypes.table;
import static dev.seeder.rows.LiveTypes.varchar;
import static dev.seeder.rows.MeantRows.CLOCK;
import static dev.seeder.rows.MeantRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeantTimesTest {

  private static final long NOW_SECONDS = NOW.toEpochSecond(ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created_at",
        "updated_at",
        "order_date",
        "birth_date",
        "hired_on",
        "paid_at",
        "date"
      })
  void timesAreBeforeTheClock(String column) {
    assertThat(MeantRows.values(column, TIMESTAMP, LocalDateTime.class))
        .allSatisfy(time -> assertThat(time).isBefore(NOW));
    assertThat(MeantRows.values(column, DATE, LocalDate.class))
        .allSatisfy(date -> assertThat(date).isBefore(NOW.toLocalDate()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires_at", "valid_to", "due_date"})
  void timesToComeAreAfterTheClock(String column) {
    assertThat(MeantRows.values(column, TIMESTAMP, LocalDateTime.class))
        .allSatisfy(time -> assertThat(time).isAfter(NOW));
    assertThat(MeantRows.values(column, DATE, LocalDate.class))
        .allSatisfy(date -> assertThat(date).isAfter(NOW.toLocalDate()));
  }

  @Test
  void timesGoByTheClock() {
    Clock later = Clock.fixed(Instant.parse("2040-06-01T12:00:00Z"), ZoneOffset.UTC);
    LiveColumn created = column("created_at", TIMESTAMP);
    MeantValues meant = MeantValues.of(table("thing", created), created, later);

    assertThat(meant).isNotNull();
    assertThat(Drawn.values(meant.generator(false), 200))
        .allSatisfy(
            time ->
                assertThat((LocalDateTime) time)
                    .isBetween("2035-05-31T00:00:00", "2040-06-01T11:59:59"));
  }

  @Test
  void peopleAreBornEighteenToEightyYearsAgo() {
    assertThat(MeantRows.values("birth_date", DATE, LocalDate.class))
        .allSatisfy(date -> assertThat(date).isBetween("1946-01-01", "2008-01-01"));
  }

  @Test
  void timesOfDayAreThoseOfShops() {
    LiveTable shops =
        table("shop", column("closes_at", plain(Kind.TIME)), column("opens_at", plain(Kind.TIME)));

    assertThat(MeantRows.of(shops, 500))
        .allSatisfy(
            row -> {
              assertThat((LocalTime) row.get("opens_at")).isBetween("07:00", "10:00");
              assertThat((LocalTime) row.get("closes_at")).isAfter((LocalTime) row.get("opens_at"));
            });
  }

  @Test
  void timesInNumbersAreSecondsOrMilliseconds() {
    assertThat(MeantRows.values("created_at", INT, Long.class))
        .allSatisfy(time -> assertThat(time).isBetween(NOW_SECONDS - 200_000_000, NOW_SECONDS));
    assertThat(MeantRows.values("created_at", BIGINT, Long.class))
        .allSatisfy(
            time ->
                assertThat(time)
                    .isBetween(1_000 * (NOW_SECONDS - 200_000_000), 1_000 * NOW_SECONDS));
  }

  @Test
  void timesInTextsAreWrittenAsSqlHasThem() {
    assertThat(MeantRows.values("created_at", varchar(19), String.class))
        .allSatisfy(
            time -> assertThat(time).matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
    assertThat(MeantRows.values("created_at", varchar(10), String.class))
        .allSatisfy(time -> assertThat(time).matches("20\\d\\d-\\d\\d-\\d\\d"));
    assertThat(MeantRows.values("order_date", varchar(100), String.class))
        .allSatisfy(time -> assertThat(time).matches("20\\d\\d-\\d\\d-\\d\\d"));
  }

  @ParameterizedTest
  @CsvSource({
    "created_at, updated_at",
    "order_date, shipped_date",
    "start_time, end_time",
    "valid_from, valid_to",
    "check_in, check_out",
    "birth_date, hire_date",
    "birth_date, death_date",
    "rental_date, return_date",
    "invoice_date, due_date",
    "created, expires_at",
    "order_date, paid_at",
    "registered_at, last_login",
    "contract_start, contract_end"
  })
  void laterTimesAreNeverBeforeEarlierOnes(String earlier, String later) {
    for (LiveType first : List.of(DATE, TIMESTAMP)) {
      for (LiveType second : List.of(DATE, TIMESTAMP)) {
        assertFollows(column(earlier, first), column(later, second));
        assertFollows(nullable(earlier, first), nullable(later, second));
      }
    }
  }

  @Test
  void laterTimesInTextsAndNumbersAreNotBeforeEarlierOnesEither() {
    for (LiveType type : List.of(varchar(30), varchar(10), INT, BIGINT)) {
      assertFollows(column("created_at", type), column("updated_at", type));
      assertFollows(column("start_date", type), column("end_date", type));
    }
  }

  private static void assertFollows(LiveColumn earlier, LiveColumn later) {
    LiveTable table = table("thing", later, earlier);

    assertThat(MeantValues.of(table, later, CLOCK))
        .extracting(MeantValues::follows)
        .isEqualTo(earlier.name());
    assertThat(MeantRows.of(table, 300))
        .allSatisfy(
            row -> {
              Object before = row.get(earlier.name());
              Object after = row.get(later.name());
              if (before != null && after != null) {
                assertThat(TimeType.seconds(after))
                    .isGreaterThanOrEqualTo(TimeType.seconds(before));
              }
            });
  }

  @Test
  void nothingIsOverBeforeItBegan() {
    LiveTable orders =
        table(
            "orders",
            column("created_at", TIMESTAMP),
            column("order_date", TIMESTAMP),
            column("shipped_at", TIMESTAMP),
            nullable("delivered_at", TIMESTAMP));

    assertThat(MeantValues.of(orders, orders.columns().get(3), CLOCK))
        .extracting(MeantValues::follows)
        .isEqualTo("shipped_at");
    assertThat(MeantValues.of(orders, orders.columns().get(2), CLOCK))
        .extracting(MeantValues::follows)
        .isEqualTo("order_date");
    assertThat(MeantValues.of(orders, orders.columns().get(1), CLOCK))
        .extracting(MeantValues::follows)
        .isNull();
  }

  @Test
  void laterTimesAreOfThoseThatTheySay() {
    LiveTable plans =
        table(
            "plan",
            column("trial_start", DATE),
            column("contract_start", DATE),
            column("contract_end", DATE),
            column("trial_end", DATE));

    assertThat(plans.columns())
        .extracting(column -> MeantValues.of(plans, column, CLOCK).follows())
        .containsExactly(null, null, "contract_start", "trial_start");
  }

  @Test
  void nothingFollowsWhereTheEarlierTimeIsNull() {
    LiveColumn nullable = nullable("updated_at", TIMESTAMP);
    LiveColumn required = column("updated_at", TIMESTAMP);

    assertThat(updatedAfter(null, nullable)).containsOnlyNulls();
    assertThat(updatedAfter(null, required)).doesNotContainNull();
  }

  @Test
  void earlierTimesMayBeOfAnyType() {
    var created = OffsetDateTime.parse("2025-11-30T23:00:00-05:00");

    assertThat(updatedAfter(created, column("updated_at", TIMESTAMP)))
        .allSatisfy(
            time ->
                assertThat((LocalDateTime) time)
                    .isBetween("2025-12-01T04:00:00", "2025-12-31T23:59:59"));
  }

  @Test
  void timesAfterTheClockAreFollowedAtOnce() {
    var created = LocalDateTime.parse("2030-01-01T00:00:00");

    assertThat(updatedAfter(created, column("updated_at", TIMESTAMP))).containsOnly(created);
  }

  private static List<@Nullable Object> updatedAfter(@Nullable Object created, LiveColumn updated) {
    LiveTable table = table("thing", column("created_at", TIMESTAMP), updated);
    MeantValues meant = MeantValues.of(table, updated, CLOCK);
    assertThat(meant).isNotNull();
    return Drawn.rows(
            Factory.of(Drawn.THING)
                .set(field(name("created_at"), Object.class), created)
                .generate(field(name("updated_at"), Object.class), meant.generator(true))
                .rows(100),
            scope(42))
        .stream()
        .<@Nullable Object>map(row -> row.get(1))
        .toList();
  }
}
