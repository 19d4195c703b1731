package dev.seeder.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.random.CellRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final List<String> TEMPLATES =
      List.of(
          "#{name.first_name}",
          "#{name.last_name}",
          "#{name.name}",
          "#{company.name}",
          "#{address.city}",
          "#{address.street_address}",
          "#{address.full_address}",
          "#{address.country}",
          "#{Address.postcode}",
          "#{color.name}",
          "#{book.title}",
          "#{book.author}",
          "#{commerce.product_name.adjective} #{commerce.product_name.material}"
              + " #{commerce.product_name.product}",
          "#{lorem.words}");

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "en-US", "de", "fr", "es", "pt-BR", "ja", "ru", "zh-CN", "tr", "ar"})
  void areTheSameAsDatafakers(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    var random = new CellRandom();
    var faker = faker(locale, random);

    for (String template : TEMPLATES) {
      Words words = Words.of(locale, template);
      for (int row = 0; row < 1_000 && words.compiled(); row++) {
        random.begin(7, row);
        String drawn = words.draw(random);
        random.begin(7, row);
        assertThat(drawn).as(template).isEqualTo(faker.expression(template));
      }
    }
  }

  @Test
  void almostAllAreCompiled() {
    List<String> called =
        Stream.of("en", "de", "fr", "ja", "ru", "zh-CN")
            .flatMap(
                tag ->
                    TEMPLATES.stream()
                        .filter(template -> !words(tag, template).compiled())
                        .map(template -> tag + " " + template))
            .toList();

    assertThat(called).isEmpty();
  }

  @Test
  void templatesThatAreNotUnderstoodAreLeftToDatafaker() {
    for (String template :
        List.of(
            "#{internet.uuid}", "#{regexify '[a-z]{3}'}", "#{lorem.sentence}", "#{finance.iban}")) {
      Words words = words("en", template);

      assertThat(words.compiled()).as(template).isFalse();
      assertThat(words.template()).isEqualTo(template);
      assertThatThrownBy(() -> words.draw(new CellRandom()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The template \"" + template + "\" is not compiled.");
    }
    assertThat(words("en", "#{internet.uuid}").distinct().size()).isEqualTo(65_536);
  }

  @Test
  void distinctTextsDifferInMoreThanCaseAccentsAndPunctuation() {
    for (String tag : List.of("en", "de", "ja")) {
      for (String template : List.of("#{name.first_name}", "#{company.name}", "#{color.name}")) {
        WordList distinct = words(tag, template).distinct();

        assertThat(IntStream.range(0, distinct.size()).mapToObj(distinct::at))
            .extracting(Letters::canonical)
            .isNotEmpty()
            .doesNotContain("")
            .doesNotHaveDuplicates();
      }
    }
    assertThat(words("en", "#{color.name}").distinct().size()).isBetween(25, 40);
    assertThat(words("en", "#{company.name}").distinct().size()).isGreaterThan(40_000);
  }

  @Test
  void distinctTextsKeepToALength() {
    WordList distinct = words("en", "#{company.name}").distinct();

    WordList fitting = distinct.fitting(12);

    assertThat(fitting.longest()).isEqualTo(12);
    assertThat(fitting.size()).isBetween(100, distinct.size() / 2);
    assertThat(distinct.fitting(distinct.longest())).isSameAs(distinct);
    assertThat(distinct.fitting(distinct.shortest()).size()).isPositive();
    assertThat(distinct.fitting(distinct.shortest() - 1).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void areTheSameFromManyThreads(String tag) {
    Words words = words(tag, "#{name.name}");

    List<String> drawn =
        IntStream.range(0, 5_000).parallel().mapToObj(row -> draw(words, row)).toList();

    assertThat(drawn)
        .isEqualTo(IntStream.range(0, 5_000).mapToObj(row -> draw(words, row)).toList());
  }

  private static String draw(Words words, int row) {
    var random = new CellRandom();
    random.begin(3, row);
    return words.draw(random);
  }

  private static Words words(String tag, String template) {
    return Words.of(Locale.forLanguageTag(tag), template);
  }

  private static Faker faker(Locale locale, CellRandom random) {
    return new Faker(new FakeValuesService(), new FakerContext(locale, new RandomService(random)));
  }
}
