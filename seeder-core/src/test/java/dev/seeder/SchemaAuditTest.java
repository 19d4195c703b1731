package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaAuditTest {

  static List<TestDatabase> databases() {
    return SchemaScript.DATABASES;
  }

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("databases")
  void findsWhatIsBroken(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    try {
      String dialect = database.dialect().getName().toLowerCase(Locale.ROOT);
      new SchemaScript("audit", database, "audit/" + dialect).run(dsl);

      assertThat(SchemaAudit.violations(dsl, List.of()))
          .containsExactlyInAnyOrderElementsOf(expected(database).lines().toList());
    } finally {
      database.drop(dsl);
    }
  }

  private static String expected(TestDatabase database) {
    return switch (database.dialect()) {
      case SQLITE ->
          """
          1 row of "city": "region_no" is not a smallint.
          1 row of "city": "name" is not a TEXT.
          1 row of "city": "capital" is not a boolean.
          1 row of "city": "elevation" is not a REAL.
          1 row of "city": "seal" is not a varbinary(4).
          1 row of "city": "seen" is not a timestamp.
          1 row of "city": "opens" is not a time.
          1 row of "city": ("region_no", "country") is not in "region" ("region_no", "country").
          1 row of "country": "code" is not a char(2).
          1 row of "country": "founded" is not a date.
          1 row of "country": "code" is null.
          1 row of "country": check ("check" > 0 and name <> 'check (') does not hold.
          1 row of "country": check (code = upper(code)) does not hold.
          1 row of "region": "region_no" is not a smallint.
          2 rows of "region": "area" is not a numeric(5, 2).
          3 rows of "region": ("country") is not in "country" ("code").
          1 row of "visitor": "nullable" is null.
          2 rows of "visitor": ("team", "place") is not unique where deleted_at is null \
          and (team, 'a') > ('', '').
          2 rows of "visitor": ("nickname" collate "nocase") is not unique.
          2 rows of "visitor": (lower(email), (1)) is not unique.""";
      case H2 ->
          """
          1 row of "COUNTRY": check ("NAME" <> 'Germany') does not hold.
          2 rows of "REGION": "LOAD" is not a VALUE with (VALUE < 1000) \
          OR (CAST(VALUE AS CHARACTER VARYING) = 'VALUE').
          1 row of "CITY": ("REGION_NO", "COUNTRY") is not in "REGION" ("REGION_NO", "COUNTRY").
          2 rows of "REGION": ("COUNTRY") is not in "COUNTRY" ("CODE").""";
      case POSTGRES ->
          """
          1 row of country: name is null.
          1 row of country: name is longer than 3.
          2 rows of region: mood is none of 'happy'.
          1 row of country: check (name::text <> 'Germany'::text) does not hold.
          2 rows of region: load is not a VALUE with VALUE < 1000.
          2 rows of visitor: (lower(email)) is not unique.
          2 rows of visitor: (team, place) is not unique where deleted_at IS NULL.
          6 rows of visitor: (place) is not unique, NULLs being equal.
          1 row of city: (region_no, country) is not in region (region_no, country).
          2 rows of region: (country) is not in country (code).""";
      case MARIADB ->
          """
          1 row of `region`: `mood` is none of ('happy','sa''d').
          1 row of `country`: check ("name" <> 'Germany') does not hold.
          1 row of `city`: (`country`, `region_no`) is not in `region` (`country`, `region_no`).
          2 rows of `region`: (`country`) is not in `country` (`code`).""";
      default -> throw new IllegalArgumentException(database + " has no script.");
    };
  }
}
