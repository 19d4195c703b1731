package dev.seeder.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final List<String> COLUMNS = List.of("x", "y", "z", "Kind", "order");

  @Test
  void columnsAreNamedAsTheTableDoes() {
    Check check =
        check("KIND = 'a' and \"order\" > shop.t.X and \"public\".\"t\".\"y\" = 1 and w > 2");

    assertThat(check.name()).isEqualTo("c");
    assertThat(check.columns()).containsExactly("Kind", "order", "x", "y");
    assertThat(check).hasToString("c: " + check.condition());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "strange(x)",
        "strange(x, y) > 3",
        "x > 5 and strange(x)",
        "x @> y",
        "x ? y",
        "(x, y) < (1, 2)",
        "exists (select 1 from t where t.x = y)",
        "x in (select 1)",
        "x > (select max(y) from t)",
        "x[1] = 3",
        "x -> 'a' = 'b'",
        "x ->> 'a' between 'b' and y",
        "x like y",
        "x ~ 'a(b'",
        "x similar to 'a(b'",
        "x = unknown_name",
        "x = :parameter",
        "x between 1",
        "x > ",
        "and x",
        "(x",
        "x)",
        "case when x then",
        "x in (1, 2",
        "'open",
        "cast(x as",
        "interval x",
        "x::",
        "",
        "not",
        "x is strange",
      })
  void whatIsNotUnderstoodSaysSo(String condition) {
    Check check = check(condition);

    assertThat(check.understood()).isFalse();
    assertThat(check.columns()).isSubsetOf("x", "y");
    assertThat(check.test(row("x", 7, "y", 7), CLOCK)).isNull();
    assertThat(check.limits("y", CLOCK)).isEqualTo(Limits.NONE);
    assertThat(check.orders()).isEmpty();
    assertThat(check.derived()).isEmpty();
  }

  @Test
  void whatIsUnderstoodDecidesBesideWhatIsNot() {
    Check both = check("x > 5 and strange(y)");
    Check one = check("x > 5 or strange(y)");

    assertThat(both.test(row("x", 1), CLOCK)).isFalse();
    assertThat(both.test(row("x", 9), CLOCK)).isNull();
    assertThat(one.test(row("x", 9), CLOCK)).isTrue();
    assertThat(one.test(row("x", 1), CLOCK)).isNull();
    assertThat(both.columns()).containsExactly("x", "y");
  }

  @Test
  void valuesThatAreNotComparableAreNotUnderstood() {
    assertThat(check("x > 5").test(row("x", "many"), CLOCK)).isNull();
    assertThat(check("x / 0 > 5").test(row("x", 1), CLOCK)).isNull();
    assertThat(check("x::int > 5").test(row("x", "many"), CLOCK)).isNull();
    assertThat(check("x > 5").test(row("x", Double.NaN), CLOCK)).isNull();
    assertThat(check("strange(x) is null").test(row("x", 1), CLOCK)).isNull();
    assertThat(check("coalesce(strange(x), 1) = 1").test(row("x", 1), CLOCK)).isNull();
  }

  @Test
  void takesValuesOfAllJavaTypes() {
    assertThat(check("x = 5").test(row("x", (short) 5), CLOCK)).isTrue();
    assertThat(check("x = 5").test(row("x", 5.0f), CLOCK)).isTrue();
    assertThat(check("x = 0.1").test(row("x", 0.1), CLOCK)).isTrue();
    assertThat(check("x = 5").test(row("x", new BigDecimal("5.00")), CLOCK)).isTrue();
    UUID uuid = new UUID(1, 2);
    assertThat(check("x = '" + uuid + "'").test(row("x", uuid), CLOCK)).isTrue();
    assertThat(check("octet_length(x) = 3").test(row("x", new byte[3]), CLOCK)).isTrue();
    assertThat(check("cardinality(x) = 2").test(row("x", new Object[] {1, 2}), CLOCK)).isTrue();
    assertThat(check("x < '2020-01-02'").test(row("x", LocalDate.of(2020, 1, 1)), CLOCK)).isTrue();
    assertThat(
            check("x = '2020-01-01 10:00:00+02'::timestamp with time zone")
                .test(row("x", OffsetDateTime.parse("2020-01-01T08:00:00Z")), CLOCK))
        .isTrue();
    assertThat(check("x <= now()").test(row("x", CLOCK.instant()), CLOCK)).isTrue();
    assertThat(check("x < now()").test(row("x", CLOCK.instant()), CLOCK)).isFalse();
    assertThat(check("x > interval '1' hour").test(row("x", Duration.ofDays(1)), CLOCK)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x < y | x < y",
        "x > y | y < x",
        "x <= y and y < z | x <= y, y < z",
        "z between x and y | x <= z, z <= y",
        "x is null or x < y | x < y",
        "x is null or y is null or x < y | x < y",
        "z is null or x < y | ",
        "x < y or y < z | ",
        "not (x >= y) | x < y",
        "y >= x + 5 | x + 5 <= y",
        "y - 5 >= x | x + 5 <= y",
        "y - x > 5 | x + 5 < y",
        "y - x <= 5 | y + -5 <= x",
        "y > x + interval '1' day | x + PT24H < y",
        "y - x > interval '2' hour | x + PT2H < y",
        "x + 1 < y + 3 | x + -2 < y",
        "y > x + interval '1' month | x + PT744H < y",
        "y <= x + interval '1' year | y + PT-8760H <= x",
        "x < y + interval '1' day + 3 | ",
        "(y)::timestamp > x | x < y",
        "date(x) <= date(y) | x <= y",
        "x * 2 < y | ",
        "x < x + 1 | ",
        "x = y | ",
      })
  void ordersAreBetweenTwoColumns(String condition, String expected) {
    List<String> orders =
        check(condition).orders().stream()
            .map(
                order ->
                    order.low()
                        + (order.gap() == null ? "" : " + " + order.gap())
                        + (order.strict() ? " < " : " <= ")
                        + order.high())
            .toList();

    assertThat(String.join(", ", orders)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void ordersAreFoundInSqlitesAndMariadbsFunctions() {
    assertThat(
            Check.of(SQLDialect.SQLITE, "c", "julianday(y) - julianday(x) >= 1", COLUMNS).orders())
        .containsExactly(new ColumnOrder("x", "y", false, BigDecimal.ONE));
    assertThat(Check.of(SQLDialect.MARIADB, "c", "datediff(`y`,`x`) > 3", COLUMNS).orders())
        .containsExactly(new ColumnOrder("x", "y", true, new BigDecimal(3)));
    assertThat(Check.of(SQLDialect.MARIADB, "c", "`y` > `x` + interval 1 day", COLUMNS).orders())
        .containsExactly(new ColumnOrder("x", "y", true, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x = y * z | x from [y, z]: 12",
        "y * z = x | x from [y, z]: 12",
        "x is null or x = y + z | x from [y, z]: 7, y from [x, z]: 6, z from [x, y]: 7",
        "z - y = x | z from [x, y]: 13, y from [z, x]: -6, x from [z, y]: 1",
        "x + y = 100 | x from [y]: 97, y from [x]: 90",
        "x = y | x from [y]: 3, y from [x]: 10",
        "x = upper(x) | x from [x]: 10",
        "round(x, 2) = x | x from [x]: 10",
        "x % 4 = 1 | x from [x]: 9",
        "Kind = 'n' || y || 'm' | Kind from [y]: n3m",
        "(x)::numeric = round((y * 1.5), 1) | x from [y]: 4.5",
        "x = 5 | ",
        "x = y or x = z | ",
        "x = strange(y) | ",
        "x = x | ",
      })
  void derivedColumnsFollowFromOthers(String condition, String expected) {
    Map<String, @Nullable Object> row = Map.of("x", 10, "y", 3, "z", 4, "Kind", "a");

    List<String> derived =
        check(condition).derived().stream()
            .map(
                each -> each.column() + " from " + each.from() + ": " + each.value(row::get, CLOCK))
            .toList();

    assertThat(String.join(", ", derived)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void derivedValuesThatCannotBeToldAreNull() {
    Derived derived = check("x = y / z").derived().get(0);

    assertThat(derived.value(row("y", 1, "z", 0), CLOCK)).isNull();
    assertThat(derived.value(row("y", 1), CLOCK)).isNull();
    assertThat(derived.value(row("y", 6, "z", 2), CLOCK)).isEqualTo(new BigDecimal(3));
  }

  @Test
  void mentionedValuesAreThoseComparedAnywhere() {
    Check check =
        check(
            "case when Kind = 'card' then x > 10 else lower(y) in ('a', 'b') end"
                + " or not (z < date '2020-01-31') or Kind like 'c_' and x + y > 77");

    assertThat(check.mentioned("Kind", CLOCK)).containsExactly("card", "c0", "ci", "cz");
    assertThat(check.mentioned("x", CLOCK))
        .containsExactly(new BigDecimal(10), new BigDecimal(9), new BigDecimal(11));
    assertThat(check.mentioned("y", CLOCK)).containsExactly("a", "b");
    assertThat(check.mentioned("z", CLOCK))
        .containsExactly(
            LocalDate.of(2020, 1, 31), LocalDate.of(2020, 1, 30), LocalDate.of(2020, 2, 1));
    assertThat(check("x < now()").mentioned("x", CLOCK))
        .contains(LocalDateTime.parse("2026-01-01T00:00:00"));
  }

  @Test
  void mysqlsTextsAreHeldEqualAsNoCollationWouldDeny() {
    assertThat(mysql("`x` = 'a'").test(row("x", "A"), CLOCK)).isFalse();
    assertThat(mysql("`x` <> 'a'").test(row("x", "A"), CLOCK)).isFalse();
    assertThat(mysql("`x` like 'a%'").test(row("x", "A"), CLOCK)).isFalse();
    assertThat(mysql("`x` not like 'a%'").test(row("x", "A"), CLOCK)).isFalse();
    assertThat(mysql("`x` not regexp 'a'").test(row("x", "A"), CLOCK)).isFalse();
    assertThat(mysql("`x` <> 'a'").test(row("x", "b"), CLOCK)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "`x` > 5 xor `y` is null | true",
        "`x` > 500 xor `y` is null | false",
        "`x` <=> null | false",
        "length(`Kind`) = 3 | true",
        "char_length(`Kind`) = 2 | true",
        "`x` / 4 = 2.5 | true",
        "`x` div 4 = 2 | true",
        "`x` mod 4 = 2 | true",
        "ifnull(`z`,0) + ifnull(`x`,0) > 0 | true",
        "if(`x` > 5,`y` = 3,`y` = 4) | true",
        "concat(`Kind`,`y`) = 'né3' | true",
        "cast(`x` as char charset utf8mb4) = '10' | true",
        "`x` rlike '^[0-9]+$' | true",
        "`x` in (10,11) and `y` is not null | true",
        "json_valid(`Kind`) | true",
        "`Kind` = 'n\\'' or `y` = 3 | true",
        "`x` = 10 && !(`y` = 4) | true",
        "locate('é',`Kind`) = 2 | true",
        "substr(`Kind`,-1) = 'é' | true",
        "isnull(`z`) | true",
        "`x` = '10' | true",
        "`x` + 0 = 10.0 | true",
        "date_add('2020-01-31', interval 1 day) = '2020-02-01' | true",
        "'2020-01-31' + interval 1 month > '2020-02-28' | true",
      })
  void mariadbsConditionsAreTested(String condition, boolean expected) {
    Check check = Check.of(SQLDialect.MARIADB, "c", condition, COLUMNS);

    assertThat(check.understood()).isTrue();
    assertThat(check.test(row("x", 10, "y", 3, "Kind", "né"), CLOCK)).isEqualTo(expected);
  }

  @Test
  void noTextIsTooStrangeToBeRead() {
    var random = new Random(1);
    String[] words = {
      "x",
      "y",
      "and",
      "or",
      "not",
      "(",
      ")",
      "case",
      "when",
      "then",
      "end",
      "between",
      "in",
      "like",
      "'a'",
      "5",
      ",",
      "=",
      "<",
      "is",
      "null",
      "::",
      "text",
      "[",
      "]",
      "array",
      "any",
      "interval",
      "cast",
      "as",
      "extract",
      "from",
      "||",
      "+",
      "-",
      "'",
      "\"",
      "`",
      "/*",
      "--",
      "{",
      "$",
      ".",
      "~",
      "similar",
      "to",
      "escape",
      "date",
      "substring",
      "trim",
      "position",
      "coalesce",
      "e'",
      "x'"
    };
    for (int i = 0; i < 20_000; i++) {
      var condition = new StringBuilder();
      for (int j = random.nextInt(14); j >= 0; j--) {
        condition.append(words[random.nextInt(words.length)]).append(' ');
      }
      SQLDialect dialect = random.nextBoolean() ? SQLDialect.POSTGRES : SQLDialect.MARIADB;
      assertThatCode(
              () -> {
                Check check = Check.of(dialect, "c", condition.toString(), COLUMNS);
                check.test(row("x", "a", "y", 5), CLOCK);
                check.test(row("x", 5, "y", LocalDate.EPOCH), CLOCK);
                check.limits("x", CLOCK);
                check.mentioned("x", CLOCK);
                check.orders();
                check.derived();
              })
          .as(condition.toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void columnsMayDifferInCaseOnly() {
    List<String> columns = List.of("name", "Name", "NAME");
    Check check = Check.of(SQLDialect.POSTGRES, "c", "name > \"Name\" and \"NAME\" > 5", columns);

    assertThat(check.columns()).containsExactly("name", "Name", "NAME");
  }

  @Test
  void parenthesesMayBeDeep() {
    assertThat(check("(".repeat(150) + "x > 5" + ")".repeat(150)).understood()).isTrue();
    assertThat(check("(".repeat(9_999) + "x > 5" + ")".repeat(9_999)).understood()).isFalse();
    assertThat(check("y > 3 and " + "(".repeat(9_999) + "x > 5").columns())
        .containsExactly("y", "x");
  }

  private static Check check(String condition) {
    return Check.of(SQLDialect.POSTGRES, "c", condition, COLUMNS);
  }

  private static Check mysql(String condition) {
    return Check.of(SQLDialect.MYSQL, "c", condition, COLUMNS);
  }

  private static java.util.function.Function<String, @Nullable Object> row(
      @Nullable Object... namesAndValues) {
    Map<@Nullable Object, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return row::get;
  }
}
