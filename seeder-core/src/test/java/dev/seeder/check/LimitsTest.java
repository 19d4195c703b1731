package dev.seeder.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final List<String> COLUMNS = List.of("x", "y", "z", "Kind", "order");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x > 0 | > 0",
        "x >= 0.5 and 10 > x | >= 0.5 < 10",
        "x > 0 and x > 5 and x >= 5 | > 5",
        "x between 1 and 5 | >= 1 <= 5",
        "not (x < 1 or x > 5) | >= 1 <= 5",
        "x between 1 and 5 and y > 0 | >= 1 <= 5",
        "x between 1 and 5 or y > 0 | ",
        "x < 0 or x > 10 | ",
        "x between 1 and 5 or x between 3 and 9 | >= 1 <= 9",
        "x = 5 | in [5]",
        "x <> 5 and x <> 6 | not in [5, 6]",
        "x in (1, 2, null) | in [1, 2]",
        "x in (1, 2) or x = 7 | in [1, 2, 7]",
        "x in (1, 2, 3) and x in (2, 3, 4) | in [2, 3]",
        "x not in (1, 2) | not in [1, 2]",
        "x is null or x > 3 | > 3",
        "x is null or x in (1, 2) | in [1, 2]",
        "x > 3 or x is null or y = 1 | ",
        "x is not null | not null",
        "x is not null and x > 3 | > 3 not null",
        "(x is not null and x > 3) or (x is not null and y > 3) | not null",
        "x is null | only null",
        "x is null and x is not null | not null only null",
        "coalesce(x, 0) > 0 | > 0 not null",
        "coalesce(x, 1) > 0 | > 0",
        "-x < 3 | > -3",
        "x + 1 > 3 | > 2",
        "10 - x > 3 | < 7",
        "x * 2 <= 10 | <= 5",
        "x * -2 <= 10 | >= -5",
        "x / 2 >= 3 | >= 6",
        "substr(x, 2) = 'e' | matches ~ '^.{1}e$'",
        "right(x, 2) = '.x' | matches ~ '\\.x$'",
        "starts_with(x, 'a') | matches ~ '^a'",
        "abs(x) < 4 | > -4 < 4",
        "x < 2 + 3 | < 5",
        "x > y | ",
        "x | in [true]",
        "not x | in [false]",
        "x is true | in [true] not null",
        "x = true or y > 0 | ",
        "length(x) = 2 | length 2..2",
        "length(x) between 2 and 5 | length 2..5",
        "length(x) < 5 and x <> '' | length 0..4 not in []",
        "length(trim(x)) > 0 | length 1..max matches ~ '[^ ]'",
        "trim(x) <> '' | matches ~ '[^ ]' not in []",
        "char_length(x) in (3, 5) | length 3..5",
        "x like 'a%' | matches like 'a%'",
        "x like 'a%' and x like '%b' | matches like 'a%' matches like '%b'",
        "x like 'a%' or x like 'b%' | matches like 'a%' or like 'b%'",
        "x not like '% %' | matches not like '% %'",
        "lower(x) in ('a', 'B') | in [a]",
        "lower(x) like 'a%' | matches like 'a%'",
        "upper(x) = x | matches ~ '^[^a-z]*$'",
        "x = lower(x) | matches ~ '^[^A-Z]*$'",
        "trim(x) = x | matches ~ '^([^ ](.*[^ ])?)?$'",
        "substr(x, 1, 2) = 'DE' | matches ~ '^.{0}DE'",
        "position('@' in x) > 1 | matches ~ '\\@'",
        "x >= date '2020-01-31' | >= 2020-01-31",
        "x > '2020-01-31 10:00' | > 2020-01-31T10:00",
        "x <= current_date | <= 2026-01-01",
        "x > now() - interval '1' day | > 2025-12-31T00:00",
        "extract(year from x) > 1900 | >= 1901-01-01",
        "extract(year from x) between 2000 and 2010 | >= 2000-01-01 < 2011-01-01",
        "cast(x as date) <= date '2020-01-31' | < 2020-02-01",
        "case when x > 5 then true else false end | > 5 not null",
        "case when y > 5 then x > 0 else x > 10 end | > 0",
        "case when y > 5 then x in (1, 2) when y > 3 then x = 3 else false end | in [1, 2, 3]",
        "case y when 5 then x > 0 end | ",
        "(Kind = 'a' and x > 0) or (Kind = 'b' and x > 10) | > 0",
        "strange(x) and x > 5 | > 5",
        "strange(x) or x > 5 | ",
        "x > 5 and y > strange(z) | > 5",
        "x @> 5 and x > 6 | > 6",
        "x > 5 and (y ?? z or z > 3) | > 5",
      })
  void limitsAreWhatTheConditionAloneSaysOfAColumn(String condition, String expected) {
    Check check = Check.of(SQLDialect.POSTGRES, "c", condition, COLUMNS);

    assertThat(described(check.limits("x", CLOCK))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "POSTGRES | ((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | in [a, b]",
        "POSTGRES | (x = ANY (ARRAY[1, 2, 3])) | in [1, 2, 3]",
        "POSTGRES | ((x > (0)::numeric) AND (x < (100)::numeric)) | > 0 < 100",
        "POSTGRES | ((x)::text ~ '^[A-Z]{3}$'::text) | matches ~ '^[A-Z]{3}$'",
        "POSTGRES | (x ~* '^.+@.+$'::text) | matches ~* '^.+@.+$'",
        "POSTGRES | ((x)::text ~~ 'a%'::text) | matches like 'a%'",
        "POSTGRES | (char_length((x)::text) = 3) | length 3..3",
        "POSTGRES | (date_part('year'::text, x) > (1900)::double precision) | >= 1901-01-01",
        "POSTGRES | (EXTRACT(year FROM x) >= (1900)::numeric) | >= 1900-01-01",
        "POSTGRES | ((x)::text ~ similar_to_escape('[0-9]{5}'::text)) | matches similar to '[0-9]{5}'",
        "POSTGRES | ((x)::text ~ 'b') OR ((x)::text = 'N/A'::text) | matches ~ 'b' or = 'N/A'",
        "POSTGRES | (x > '-5'::integer) | > -5",
        "POSTGRES | ((x >= '1900-01-01'::date) AND (x <= CURRENT_DATE)) | >= 1900-01-01 <= 2026-01-01",
        "H2 | \"Kind\" = 'k' AND \"x\" IN('A', 'B') | in [A, B]",
        "H2 | CHAR_LENGTH(\"x\") = 2 | length 2..2",
        "H2 | \"x\" BETWEEN 1 AND 5 | >= 1 <= 5",
        "H2 | (\"x\" IS NULL) OR (\"x\" > CAST(0 AS NUMERIC(1))) | > 0",
        "H2 | \"x\" >= DATE '1900-01-01' | >= 1900-01-01",
        "H2 | REGEXP_LIKE(\"x\", '^[A-Z]{3}$') | matches ~ '^[A-Z]{3}$'",
        "H2 | \"x\" = U&'\\00e9' | in [é]",
        "MARIADB | `x` in ('a','b') | in [a, b]",
        "MARIADB | `x` regexp '^\\\\d{2}$' | matches ~ '^\\d{2}$'",
        "MARIADB | octet_length(`x`) <= 16 | length 0..16",
        "MARIADB | year(`x`) > 1900 | >= 1901-01-01",
        "MARIADB | json_valid(`x`) | ",
        "MARIADB | `x` > 0 and `x` < 10 | > 0 < 10",
        "MYSQL | (`x` in (_utf8mb4'a',_utf8mb4'b')) | in [a, b]",
        "MYSQL | (`x` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\')) | in [a, b]",
        "MYSQL | regexp_like(`x`,_utf8mb4'^[A-Z]{2}$') | matches ~ '^[A-Z]{2}$'",
        "MYSQL | (`x` between 1 and 5) | >= 1 <= 5",
        "SQLITE | [x] IN (\"a\", 'b') | in [a, b]",
        "SQLITE | x GLOB '[A-Z]*' | matches glob '[A-Z]*'",
        "SQLITE | typeof(x) = 'integer' AND x BETWEEN 0 AND 150 | >= 0 <= 150 not null",
        "SQLITE | instr(x, ' ') = 0 | matches not ~ ' '",
      })
  void limitsAreReadFromWhatTheCatalogsPrint(
      SQLDialect dialect, String condition, String expected) {
    Check check = Check.of(dialect, "c", condition, COLUMNS);

    assertThat(check.understood()).isTrue();
    assertThat(described(check.limits("x", CLOCK))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void limitsOfSeveralConditionsAreMerged() {
    Limits one = limits("x > 0 and x not in (3, 4) and length(x) < 10");
    Limits other = limits("x is not null and x <= 9 and length(x) > 2 and x <> 7 and x like 'a%'");

    assertThat(described(one.merge(other)))
        .isEqualTo("> 0 <= 9 length 3..9 matches like 'a%' not in [3, 4, 7] not null");
    assertThat(one.merge(Limits.NONE)).isEqualTo(one);
    assertThat(one.texts(255)).isEmpty();
    assertThat(other.texts(5).orElseThrow().at(0)).startsWith("a").hasSizeBetween(3, 5);
  }

  private static Limits limits(String condition) {
    return Check.of(SQLDialect.DEFAULT, "c", condition, COLUMNS).limits("x", CLOCK);
  }

  private static String described(Limits limits) {
    List<String> words = new ArrayList<>();
    if (limits.low() != null) {
      words.add((limits.low().included() ? ">= " : "> ") + limits.low().value());
    }
    if (limits.high() != null) {
      words.add((limits.high().included() ? "<= " : "< ") + limits.high().value());
    }
    if (limits.allowed() != null) {
      words.add("in " + limits.allowed());
    }
    if (limits.minLength() > 0 || limits.maxLength() < Integer.MAX_VALUE) {
      words.add(
          "length "
              + limits.minLength()
              + ".."
              + (limits.maxLength() == Integer.MAX_VALUE ? "max" : limits.maxLength()));
    }
    limits.patterns().forEach(pattern -> words.add("matches " + pattern));
    if (!limits.excluded().isEmpty()) {
      words.add("not in " + limits.excluded());
    }
    if (limits.notNull()) {
      words.add("not null");
    }
    if (limits.onlyNull()) {
      words.add("only null");
    }
    return String.join(" ", words);
  }
}
