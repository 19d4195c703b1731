package dev.seeder.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "O'Brian & Sons Inc., obriansonsinc",
        "Émile ZOLA, emilezola",
        "Straße 7, strasse7",
        "İzmir, izmir",
        "ılgaz, ilgaz",
        "東京都 1, 東京都1",
        "Ёлкин-Палкин, елкинпалкин",
        "--, ''",
      })
  void canonicalTextsAreWhatAnIndexTellsApart(String text, String expected) {
    assertThat(Letters.canonical(text.replace("''", ""))).isEqualTo(expected.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Jean-Luc de la Tour, jean.luc.de.la.tour",
        "O'Connor, oconnor",
        "Łukasz Żółć, lukasz.zolc",
        "Ærø, aero",
        "R2 D2, r.d",
        "Мария, ''",
        " --Ada-- , ada",
      })
  void slugsAreLatinLettersAndDots(String text, String expected) {
    assertThat(Letters.slug(text)).isEqualTo(expected.replace("''", ""));
  }
}
