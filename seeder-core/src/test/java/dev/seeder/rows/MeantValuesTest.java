package dev.seeder.rows;

import static dev.seeder.rows.LiveTypes.INT;
import static dev.seeder.rows.LiveTypes.SMALLINT;
import static dev.seeder.rows.LiveTypes.column;
import static dev.seeder.rows.LiveTypes.decimal;
import static dev.seeder.rows.LiveTypes.nullable;
import static dev.seeder.rows.LiveTypes.plain;
import static dev.seeder.rows.LiveTypes.table;
import static dev.seeder.rows.LiveTypes.varchar;
import static dev.seeder.rows.MeantRows.meant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantValuesTest {

  @ParameterizedTest
  @CsvSource({
    "country, 2, [A-Z]{2}",
    "country, 3, [A-Z]{3}",
    "country, 100, '\\p{Lu}.{3,}'",
    "gender, 1, [FMX]",
    "gender, 20, female|male|other",
    "marital_status, 1, [SMDW]",
    "state_code, 2, [A-Z]{2}",
    "currency, 3, [A-Z]{3}",
    "isbn, 13, 978\\d{10}",
    "isbn, 10, \\d{9}[\\dX]",
    "ean, 13, 2\\d{12}",
    "sha256, 64, [0-9a-f]{64}",
    "api_key, 32, [0-9a-f]{32}",
    "invoice_number, 20, INV-\\d{6}",
    "invoice_number, 8, \\d{8}",
    "phone, 20, \\(\\d{3}\\) 555-01\\d\\d",
    "phone, 10, \\d{3}55501\\d\\d",
    "address_line_2, 20, (Apt\\.|Suite|Unit) \\d+",
    "is_active, 1, [YN]",
    "id, 36, [0-9a-f]{8}-[0-9a-f]{4}-4.*",
    "email, 100, [a-z.]+\\d*@example\\.(com|org|net)",
    "website, 50, 'https://example\\.(com|org|net)/[a-z-]+'",
    "photo, 60, 'https://example\\.(com|org|net)/[a-z-]+\\.(jpg|png)'",
    "ip_address, 45, (192|198|203)\\.\\d+\\.\\d+\\.\\d+",
    "mac_address, 17, 02(:[0-9a-f]{2}){5}",
    "background_color, 7, \\p{L}+",
    "color_code, 7, #[0-9a-f]{6}",
    "priority, 10, low|medium|high|urgent",
    "release_year, 4, (19|20)\\d\\d",
  })
  void textsAreWhatFitsTheLength(String column, int length, String pattern) {
    assertThat(MeantRows.values(column, varchar(length), String.class))
        .allSatisfy(text -> assertThat(text).matches(pattern).hasSizeLessThanOrEqualTo(length));
  }

  @Test
  void passwordsHaveTheFormOfAHashAndNobodyKnowsOneThatItVerifies() {
    assertThat(MeantRows.values("password", varchar(60), String.class))
        .containsOnly("$2a$10$NoPasswordVerifiesHereseederMadeThisUpItIsNoHashOfAny");
    assertThat(MeantRows.values("password", varchar(40), String.class))
        .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{40}"));
  }

  @Test
  void textsThatIdentifyAreNoProse() {
    assertThat(MeantRows.values("message_id", varchar(40), String.class))
        .allSatisfy(id -> assertThat(id).matches("[A-Z0-9]{10}"));
    assertThat(MeantRows.values("entity_id", varchar(32), String.class))
        .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{32}"));
    assertThat(MeantRows.values("uuid", varchar(32), String.class))
        .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{32}"));
    assertThat(MeantRows.values("id", varchar(36), String.class))
        .allSatisfy(id -> assertThat(id).hasSize(36).contains("-"));
  }

  @Test
  void noneIsBetterThanWhatWouldBeCut() {
    assertThat(meant("thing", "email", varchar(10))).isNull();
    assertThat(meant("thing", "iban", varchar(20))).isNull();
    assertThat(meant("thing", "city", varchar(3))).isNull();
    assertThat(meant("thing", "url", varchar(12))).isNull();
    assertThat(meant("thing", "description", varchar(5))).isNull();
    assertThat(meant("thing", "postcode", SMALLINT)).isNull();
    assertThat(meant("thing", "latitude", decimal(3, 2))).isNull();
    assertThat(meant("thing", "created_at", SMALLINT)).isNull();
  }

  @Test
  void namesThatSayNothingGiveNone() {
    assertThat(meant("thing", "nominal", varchar(20))).isNull();
    assertThat(meant("thing", "status_id", INT)).isNull();
    assertThat(meant("thing", "email", plain(Kind.BOOLEAN))).isNull();
    assertThat(meant("thing", "email", plain(Kind.ENUM))).isNull();
  }

  @Test
  void nextSenseIsTakenWhereTheFirstDoesNotFit() {
    assertThat(meant("people", "title", varchar(30)))
        .extracting(MeantValues::meaning)
        .isEqualTo(Meaning.JOB);
    assertThat(meant("people", "title", varchar(8)))
        .extracting(MeantValues::meaning)
        .isEqualTo(Meaning.HONORIFIC);
  }

  @Test
  void numbersAreWhatTheirNamesSay() {
    assertDecimals("price", decimal(8, 2), "1.00", "500.00");
    assertDecimals("price", decimal(3, 2), "0.10", "9.99");
    assertDecimals("rating", decimal(2, 1), "1.0", "5.0");
    assertDecimals("discount", decimal(3, 2), "0.00", "0.30");
    assertDecimals("discount", decimal(5, 2), "0.00", "30.00");
    assertDecimals("percentage", decimal(4, 1), "0.0", "100.0");
    assertWhole("salary", INT, 18_000, 200_000);
    assertWhole("salary", SMALLINT, 1_800, 20_000);
    assertWhole("age", LiveTypes.TINYINT, 18, 90);
    assertWhole("month", LiveTypes.TINYINT, 1, 12);
    assertWhole("exp_year", INT, 2026, 2031);
    assertWhole("version", INT, 0, 0);
    assertThat(MeantRows.values("lat", plain(Kind.FLOAT), Double.class))
        .allSatisfy(degrees -> assertThat(degrees).isBetween(-90.0, 90.0));
    assertThat(MeantRows.values("sort_order", INT, Long.class)).startsWith(1L, 2L, 3L);
  }

  private static void assertDecimals(String column, LiveType type, String low, String high) {
    assertThat(MeantRows.values(column, type, BigDecimal.class))
        .allSatisfy(
            number -> assertThat(number).isBetween(new BigDecimal(low), new BigDecimal(high)))
        .anySatisfy(
            number -> assertThat(number).isGreaterThan(new BigDecimal(high).movePointLeft(1)));
  }

  private static void assertWhole(String column, LiveType type, long low, long high) {
    assertThat(MeantRows.values(column, type, Long.class))
        .allSatisfy(number -> assertThat(number).isBetween(low, high));
  }

  @Test
  void flagsAreTrueAsOftenAsTheirNamesSay() {
    assertThat(trueOf1000("is_active")).isBetween(870, 930);
    assertThat(trueOf1000("is_deleted")).isBetween(15, 45);
    assertThat(trueOf1000("subscribed")).isBetween(260, 340);
    assertThat(trueOf1000("has_pets")).isBetween(450, 550);
  }

  private static int trueOf1000(String column) {
    LiveTable table = table("thing", column(column, plain(Kind.BOOLEAN)));
    return (int)
        MeantRows.of(table, 1_000).stream()
            .filter(row -> Boolean.TRUE.equals(row.get(column)))
            .count();
  }

  @Test
  void valuesAreOfTheJavaTypeOfTheirKind() {
    assertThat(MeantRows.values("is_active", decimal(1, 0), BigDecimal.class)).isNotEmpty();
    assertThat(MeantRows.values("uuid", plain(Kind.UUID), UUID.class)).doesNotHaveDuplicates();
    assertThat(MeantRows.values("metadata", plain(Kind.JSON), String.class))
        .allSatisfy(json -> assertThat(json).startsWith("{\""));
    assertThat(MeantRows.values("last_ip", plain(Kind.ADDRESS), String.class)).isNotEmpty();
    assertThat(MeantRows.values("md5", LiveTypes.binary(16), byte[].class))
        .allSatisfy(hash -> assertThat(hash).hasSize(16));
    assertThat(MeantRows.values("photo", LiveTypes.binary(1_000), byte[].class))
        .allSatisfy(picture -> assertThat(picture).startsWith('G', 'I', 'F'));
  }

  @Test
  void coordinatesOfOneRowAreOfOneCity() {
    LiveTable shop = table("shop", column("lat", decimal(9, 6)), column("lng", decimal(9, 6)));

    assertThat(MeantRows.of(shop, 500))
        .filteredOn(row -> number(row.get("lat")) > 50)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(number(row.get("lng"))).isBetween(-7.0, 26.0));
  }

  private static double number(@Nullable Object value) {
    return ((BigDecimal) Objects.requireNonNull(value)).doubleValue();
  }

  @Test
  void peopleOfOneRowAgree() {
    LiveTable messages =
        table(
            "message",
            column("sender_name", varchar(100)),
            column("sender_email", varchar(100)),
            column("recipient_first_name", varchar(100)),
            column("recipient_last_name", varchar(100)),
            column("recipient_email", varchar(100)));

    for (Map<String, @Nullable Object> row : MeantRows.of(messages, 50)) {
      assertThat(row.get("sender_email").toString())
          .startsWith(login(row.get("sender_name").toString()));
      assertThat(row.get("recipient_email").toString())
          .startsWith(
              login(row.get("recipient_first_name") + " " + row.get("recipient_last_name")));
    }
  }

  private static String login(String fullName) {
    return fullName.toLowerCase(Locale.ROOT).replace("'", "").replace(' ', '.');
  }

  @ParameterizedTest
  @CsvSource({
    "min_salary, max_salary",
    "price_from, price_to",
    "lowest_rate, highest_rate",
    "min_percentage, max_percentage",
    "min_quantity, max_quantity",
    "temp_low, temp_high"
  })
  void upperEndsAreNotBelowLowerEnds(String lower, String upper) {
    for (LiveType type :
        List.of(INT, decimal(3, 2), decimal(5, 4), decimal(8, 2), decimal(12, 0))) {
      int most = type.kind() == Kind.INTEGER ? 10 : type.precision();
      LiveTable limits = table("limit", column(upper, type), column(lower, type));
      if (MeantValues.of(limits, limits.columns().get(0), MeantRows.CLOCK) == null) {
        continue; // no temperature is that small
      }
      assertThat(MeantRows.of(limits, 500))
          .allSatisfy(
              row -> {
                var high = new BigDecimal(String.valueOf(row.get(upper)));
                assertThat(high)
                    .isGreaterThanOrEqualTo(new BigDecimal(String.valueOf(row.get(lower))));
                assertThat(high.precision()).isLessThanOrEqualTo(most);
              });
    }
  }

  @Test
  void nullsComeWhereTheyAreUsualAndAllowed() {
    LiveTable people =
        table(
            "people",
            nullable("deleted_at", LiveTypes.TIMESTAMP),
            nullable("middle_name", varchar(50)),
            column("suffix", varchar(50)),
            nullable("email", varchar(50)));

    List<Map<String, @Nullable Object>> rows = MeantRows.of(people, 1_000);

    assertThat(rows).filteredOn(row -> row.get("deleted_at") == null).hasSizeBetween(850, 950);
    assertThat(rows).filteredOn(row -> row.get("middle_name") == null).hasSizeBetween(450, 550);
    assertThat(rows).noneMatch(row -> row.get("suffix") == null || row.get("email") == null);
  }

  @Test
  void valuesCanBeMadeUnique() {
    for (String column : List.of("email", "name", "code", "phone", "title", "sku", "slug")) {
      MeantValues meant = meant("thing", column, varchar(60));
      assertThat(meant).isNotNull();
      assertThat(Drawn.values(UniqueValues.of(meant.alone()), 2_000)).doesNotHaveDuplicates();
    }
  }
}
