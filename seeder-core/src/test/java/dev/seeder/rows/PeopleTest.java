package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.firstName;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.lastName;
import static dev.seeder.rows.Values.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.words.Letters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

  private static final Field<String> FIRST = column("first_name");
  private static final Field<String> LAST = column("last_name");
  private static final Field<String> FULL = column("full_name");
  private static final Field<String> LOGIN = column("login");
  private static final Field<String> EMAIL = column("email");

  private static final Factory<Record> PEOPLE =
      Factory.of(table(name("person")))
          .generate(FIRST, firstName())
          .generate(LAST, lastName())
          .generate(FULL, fullName())
          .generate(LOGIN, username())
          .generate(EMAIL, email());

  @ParameterizedTest
  @CsvSource({"en, 0", "de, 0", "pl, 0", "zh-CN, 1", "ja, 1", "hu, 1", "ru, 0"})
  void columnsOfARowAreAboutOnePerson(String tag, int familyFirst) {
    for (List<@Nullable Object> row : rows(PEOPLE.rows(300), in(tag))) {
      String first = (String) row.get(0);
      String last = (String) row.get(1);
      String slug =
          Letters.slug(first).replace(".", "") + "." + Letters.slug(last).replace(".", "");
      assertThat((String) row.get(2))
          .startsWith(familyFirst == 1 ? last : first)
          .endsWith(familyFirst == 1 ? first : last);
      assertThat((String) row.get(3)).matches(slug.length() > 1 ? slug : "user[0-9]+");
      assertThat((String) row.get(4)).startsWith(row.get(3) + "@example.");
    }
  }

  @Test
  void anotherPersonOfTheRowIsAnother() {
    Factory<Record> parcels =
        Factory.of(table(name("person")))
            .generate(FIRST, firstName())
            .generate(LAST, firstName("recipient"))
            .generate(LOGIN, username("recipient"));

    List<List<@Nullable Object>> made = rows(parcels.rows(300), in("en"));

    assertThat(made.stream().filter(row -> row.get(0).equals(row.get(1))).count()).isLessThan(5);
    assertThat(made)
        .allSatisfy(
            row ->
                assertThat((String) row.get(2))
                    .startsWith(Letters.slug((String) row.get(1)).replace(".", "")));
  }

  @Test
  void aPersonDoesNotDependOnWhichColumnsThereAre() {
    var emails = Factory.of(table(name("person"))).generate(EMAIL, email());

    assertThat(rows(emails.rows(100), in("en")).stream().map(row -> row.get(0)))
        .isEqualTo(rows(PEOPLE.rows(100), in("en")).stream().map(row -> row.get(4)).toList());
  }

  @ParameterizedTest
  @CsvSource({"en, 2600000", "ja, 100000", "ru, 100000"})
  void emailsStayDistinctBeyondTheNames(String tag, int count) {
    var emails = Factory.of(table(name("person"))).generate(EMAIL, email());
    Set<Long> seen = new HashSet<>(count * 2);

    emails
        .rows(count)
        .open(in(tag))
        .values()
        .forEach(row -> assertThat(seen.add(hash((String) row[0]))).isTrue());

    assertThat(seen).hasSize(count);
  }

  @Test
  void lastNamesOfRussiansFitTheirFirstNames() {
    assertThat(rows(PEOPLE.rows(500), in("ru")))
        .anyMatch(row -> ((String) row.get(1)).endsWith("ова"))
        .allSatisfy(
            row -> {
              if (((String) row.get(1)).endsWith("ова")) {
                assertThat((String) row.get(0)).matches(".*[аяьвб]");
              }
            });
  }

  private static RowScope in(String tag) {
    return scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));
  }

  private static Field<String> column(String column) {
    return field(name("person", column), VARCHAR);
  }

  /** Different hashes are of different texts. */
  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = dev.seeder.random.CellRandom.mix(hash + text.charAt(i));
    }
    return hash;
  }
}
