package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.random.CellRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailsTest {

  private static final Field<String> FIRST = field(name("person", "first_name"), VARCHAR);
  private static final Field<String> LAST = field(name("person", "last_name"), VARCHAR);
  private static final Field<String> EMAIL = field(name("person", "email"), VARCHAR);

  private static final Factory<Record> PEOPLE =
      Factory.of(table(name("person"))).generate(EMAIL, email(FIRST, LAST));

  @Test
  void fitTheNamesOfTheRow() {
    Factory<Record> people = PEOPLE.set(FIRST, "Ada").set(LAST, "Lovelace");

    assertThat(emails(people, 0, 3).map(EmailsTest::local))
        .containsExactly("ada.lovelace", "ada.lovelace1", "ada.lovelace2");
    assertThat(emails(people, 1_000_000, 1_000_001).map(EmailsTest::local))
        .containsExactly("ada.lovelace1000000");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "José, Müller, jose.muller",
        "Zoë, Strauß, zoe.strauss",
        "Søren, Ærø, soren.aero",
        "Łukasz, Żółć, lukasz.zolc",
        "Đặng, Nguyễn, dang.nguyen",
        "Þór, Guðmundsson, thor.gudmundsson",
        "IŞIK, ılgaz, isik.ilgaz",
        "İpek, Çelik, ipek.celik",
        "Bjørn, Håkon, bjorn.hakon",
        "Cœur, Léa, coeur.lea",
        "Sinéad, O'Connor, sinead.oconnor",
        "Seán, O’Neill, sean.oneill",
        "Jean-Luc, de la Tour, jean.luc.de.la.tour",
        "Dr. Mary, Shelley III, mary.shelley",
        "Éd. Anne, Smith Jr., anne.smith",
        "Mrs. Ella, Ivanova, ella.ivanova",
        "ADA, LOVELACE, ada.lovelace",
        "R2, D2, r.d",
        "' Ada ', --Lovelace--, ada.lovelace",
        "Мария, Иванова, user",
        "花子, Yamada, yamada",
        "'', '', user",
        ", Lovelace, lovelace",
        ", , user",
      })
  void areMadeOfPlainLetters(@Nullable String first, @Nullable String last, String expected) {
    Factory<Record> people = PEOPLE.set(FIRST, first).set(LAST, last);

    assertThat(emails(people, 0, 2).map(EmailsTest::local))
        .containsExactly(expected, expected + "1");
  }

  @Test
  void areNeverLongerThanMailAllows() {
    Factory<Record> people = PEOPLE.set(FIRST, "a".repeat(44)).set(LAST, "Longname".repeat(20));

    assertThat(emails(people, 0, 1).map(EmailsTest::local)).containsExactly("a".repeat(44));
    assertThat(emails(people.set(FIRST, "Ada"), Long.MAX_VALUE - 1, Long.MAX_VALUE))
        .allSatisfy(email -> assertThat(local(email)).hasSize(64).startsWith("ada.longname"));
  }

  @Test
  void goToReservedDomainsOnly() {
    var domains =
        emails(PEOPLE.set(FIRST, "Ada").set(LAST, "Lovelace"), 0, 3_000)
            .collect(
                Collectors.groupingBy(
                    email -> email.substring(email.indexOf('@') + 1), Collectors.counting()));

    assertThat(domains).containsOnlyKeys("example.com", "example.org", "example.net");
    assertThat(domains.values()).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void areDistinctInAMillionRows() {
    Factory<Record> people =
        PEOPLE
            .generate(FIRST, oneOf("Ada", "Ada1", "Åda", "Jo", "花子", "", "J."))
            .generate(LAST, oneOf("Lovelace", "O'Love", "Li 11", "1"));

    // different hashes are of different texts
    long[] hashes = emails(people, 0, 1_000_000).mapToLong(EmailsTest::hash).toArray();

    assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(1_000_000);
  }

  @Test
  void areValidForNamesOfTheFaker() {
    Factory<Record> people =
        PEOPLE
            .generate(FIRST, draw -> draw.faker().name().firstName())
            .generate(LAST, draw -> draw.faker().name().fullName());

    assertThat(emails(people, 0, 5_000).toList())
        .doesNotHaveDuplicates()
        .allMatch(email -> email.matches("[a-z]+(\\.[a-z]+)*[0-9]*@example\\.(com|org|net)"));
  }

  private static Stream<String> emails(Factory<Record> people, long from, long to) {
    RowSource.OpenRows opened = people.rows(from, to).open(scope(42));
    int column = List.copyOf(opened.columns()).indexOf(EMAIL);
    return opened.values().map(row -> (String) row[column]);
  }

  private static String local(String email) {
    return email.substring(0, email.indexOf('@'));
  }

  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = CellRandom.mix(hash + text.charAt(i));
    }
    return hash;
  }
}
