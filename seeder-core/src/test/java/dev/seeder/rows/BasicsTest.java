package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.stream;
import static dev.seeder.rows.Drawn.values;
import static dev.seeder.rows.Values.cardNumber;
import static dev.seeder.rows.Values.company;
import static dev.seeder.rows.Values.firstName;
import static dev.seeder.rows.Values.iban;
import static dev.seeder.rows.Values.isbn10;
import static dev.seeder.rows.Values.pattern;
import static dev.seeder.rows.Values.phone;
import static dev.seeder.rows.Values.text;
import static dev.seeder.rows.Values.unique;
import static dev.seeder.rows.Values.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.using;

import dev.seeder.words.Letters;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicsTest {

  private static final String[] REGEXES = {
    "username", "[a-z]+\\.[a-z]+[0-9]*|user[0-9]+",
    "email", "([a-z]+\\.[a-z]+[0-9]*|user[0-9]+)@example\\.(com|org|net)",
    "countryCode", "[A-Z]{2}",
    "countryCode3", "[A-Z]{3}",
    "currencyCode", "[A-Z]{3}",
    "isbn13", "978[0-9]{10}",
    "url", "https://example\\.(com|org|net)/[a-z]+-[a-z]+-[a-z]+",
    "ip", "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]{1,3}",
    "fileName", "[a-z]+-[a-z]+-[a-z]+\\.[a-z]+",
    "json", "\\{\"active\":(true|false),\"score\":[0-9]+,\"source\":\"[a-z]+\"}",
    "pattern", "[A-Z]{2}-[0-9]{4}",
    "text", "(?s).{20,60}",
    "paragraph", "(?s).{120,400}"
  };

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-US", "en-GB", "de", "fr", "ja", "zh-CN", "ru", "pt-BR", "tr"})
  void haveTheirForm(String tag) {
    RowScope scope = scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));
    Map<String, FittedText> all = Basics.all();

    all.forEach(
        (name, generator) ->
            assertThat(stream(generator, scope, 0, 300))
                .as(name)
                .doesNotContainNull()
                .doesNotContain(""));
    for (int i = 0; i < REGEXES.length; i += 2) {
      String regex = REGEXES[i + 1];
      assertThat(stream(all.get(REGEXES[i]), scope, 0, 1_000))
          .as(REGEXES[i])
          .allMatch(text -> text.matches(regex));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ja", "ru"})
  void areUniqueWhenAskedFor(String tag) {
    RowScope scope = scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));

    Basics.all()
        .forEach(
            (name, generator) -> {
              long rows = Math.min(3_000, generator.prepare(scope).size());
              assertThat(stream(unique(generator), scope, 0, rows).map(Letters::canonical))
                  .as(name)
                  .hasSize((int) rows)
                  .doesNotHaveDuplicates();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ja", "ru"})
  void countDifferentTexts(String tag) {
    RowScope scope = scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));

    Basics.all()
        .forEach(
            (name, generator) -> {
              FittedText prepared = generator.prepare(scope);
              assertThat(
                      LongStream.range(0, Math.min(3_000, prepared.size())).mapToObj(prepared::at))
                  .as(name)
                  .doesNotHaveDuplicates();
              assertThat(prepared.at(prepared.size() - 1)).as(name).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ja", "ru"})
  void keepToALength(String tag) {
    RowScope scope = scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));

    Basics.all()
        .forEach(
            (name, generator) -> {
              FittedText prepared = generator.prepare(scope);
              for (int length : new int[] {1, 2, 3, 5, 8, 12, 16, 20, 30, 50, 100, 400}) {
                keepsTo(length, name, prepared, scope);
              }
            });
  }

  private static void keepsTo(int length, String name, FittedText prepared, RowScope scope) {
    FittedText fitting;
    try {
      fitting = prepared.fitting(length);
    } catch (IllegalArgumentException e) {
      assertThat(e)
          .as(name)
          .hasMessageMatching("No .* has " + length + " characters or fewer, expected [0-9]+\\.");
      return;
    }
    assertThat(stream(fitting, scope, 0, 200))
        .as(name + " of " + length)
        .allMatch(text -> !text.isEmpty() && text.length() <= length);
    long counted = Math.min(200, fitting.size());
    assertThat(LongStream.range(0, counted).mapToObj(fitting::at))
        .as(name + " of " + length)
        .doesNotHaveDuplicates()
        .allMatch(text -> !text.isEmpty() && text.length() <= length);
    assertThat(stream(unique(fitting), scope, 0, counted))
        .as(name + " of " + length)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.length() <= length);
  }

  @Test
  void keepToALengthAlsoWhenItIsSaidBeforeTheLanguageIsKnown() {
    RowScope scope = scope(42);

    Basics.all()
        .forEach(
            (name, generator) -> {
              FittedText fitting;
              try {
                fitting = generator.prepare(scope).fitting(20);
              } catch (IllegalArgumentException e) {
                assertThatThrownBy(() -> generator.fitting(20).prepare(scope))
                    .hasMessage(e.getMessage());
                return;
              }
              assertThat(stream(generator.fitting(20), scope, 0, 100))
                  .as(name)
                  .isEqualTo(stream(fitting, scope, 0, 100).toList());
            });
  }

  @Test
  void sayHowShortTheyCanBe() {
    FittedText names = ((FittedText) firstName()).prepare(scope(42));

    assertThatThrownBy(() -> names.fitting(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No first name has 1 characters or fewer, expected 2.");
    assertThatThrownBy(() -> ((FittedText) iban()).fitting(20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No IBAN has 20 characters or fewer, expected 22.");
  }

  @Test
  void checkDigitsAreRight() {
    assertThat(values(iban(), 1_000)).allMatch(BasicsTest::isIban);
    assertThat(values(isbn10(), 1_000))
        .allMatch(BasicsTest::isIsbn10)
        .anyMatch(i -> i.endsWith("X"));
    assertThat(values(cardNumber(), 1_000)).allMatch(BasicsTest::isCardNumber);
  }

  @Test
  void patternsTakeMarksAndWhatIsEscaped() {
    assertThat(values(pattern("\\#?#*-x\\\\"), 500))
        .allMatch(text -> text.matches("#[A-Z][0-9][A-Z0-9]-x\\\\"));
    assertThat(values(unique(pattern("##")), 100)).doesNotHaveDuplicates();
    assertThat(values(pattern("?".repeat(40)), 500)).doesNotHaveDuplicates();
    assertThat(values(pattern(""), 2)).containsOnly("");
  }

  @Test
  void uuidsAreOfVersion4() {
    assertThat(values(uuid(), 10_000))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.version() == 4 && id.variant() == 2);
    assertThat(values(unique(uuid()), 10_000))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.version() == 4 && id.variant() == 2);
  }

  @Test
  void phonesAreNobodys() {
    assertThat(values(phone(), 1_000))
        .allMatch(text -> text.matches("\\([2-9]\\d\\d\\) 555-01\\d\\d"));
  }

  @Test
  void textsEndAfterAWord() {
    List<String> texts = values(text(30, 90), 1_000);

    assertThat(texts).allMatch(text -> text.length() >= 30 && text.length() <= 90);
    assertThat(texts.stream().filter(text -> text.endsWith(".")).count()).isGreaterThan(900);
    assertThat(values(text(7, 7), 100)).allMatch(text -> text.length() == 7);
  }

  @Test
  void wordsWorkInsideALambdaWhereTheyCan() {
    ValueGenerator<String> inside = company();
    ValueGenerator<String> name = firstName();

    assertThat(values(draw -> inside.value(draw), 50)).isEqualTo(values(company(), 50));
    assertThatThrownBy(() -> values(draw -> name.value(draw), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            What there is of "first name" depends on the run's language, which is not known before \
            prepare(...).
              To fix: pass the generator to generate(...), orNull(...) or unique(...) itself, not \
            from inside a lambda.""");
  }

  private static boolean isIban(String iban) {
    String moved = iban.substring(4) + "1314" + iban.substring(2, 4);
    return iban.matches("DE[0-9]{20}")
        && new BigInteger(moved).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  private static boolean isIsbn10(String isbn) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += (isbn.charAt(i) == 'X' ? 10 : Character.digit(isbn.charAt(i), 10)) * (10 - i);
    }
    return isbn.length() == 10 && sum % 11 == 0;
  }

  private static boolean isCardNumber(String number) {
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int digit = Character.digit(number.charAt(15 - i), 10) * (i % 2 == 0 ? 1 : 2);
      sum += digit / 10 + digit % 10;
    }
    return number.matches("400000[0-9]{10}") && sum % 10 == 0;
  }
}
