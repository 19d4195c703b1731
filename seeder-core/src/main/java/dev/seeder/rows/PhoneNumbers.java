package dev.seeder.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Phone numbers that nobody has: of the ranges that regulators keep free for films, and otherwise
 * of the country code 999, which is not given out.
 */
record PhoneNumbers(int maxLength) implements FittedText {

  /** By country, and by language where the locale names no country. */
  private static final Map<String, List<String>> PATTERNS =
      Map.of(
          "US", northAmerica(),
          "GB", List.of("020 7946 0###", "0161 496 0###", "0131 496 0###", "07700 900###"),
          "DE", List.of("030 23125###", "0221 4710###", "040 66969###", "089 99998###"),
          "FR", List.of("01 99 00 ## ##", "02 61 91 ## ##", "04 65 71 ## ##", "06 39 98 ## ##"),
          "AU", List.of("(02) 5550 ####", "(03) 5550 ####", "(07) 5550 ####", "0491 570 ###"));

  private static final Map<String, String> COUNTRIES =
      Map.of("en", "US", "CA", "US", "de", "DE", "fr", "FR");

  private static final List<String> ELSEWHERE = List.of("+999 ## ### ####");

  @Override
  public String value(Draw draw) {
    throw Texts.notReady("phone number");
  }

  @Override
  public FittedText prepare(RowScope scope) {
    Locale locale = scope.locale();
    String place = locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getCountry();
    List<String> patterns = PATTERNS.getOrDefault(COUNTRIES.getOrDefault(place, place), ELSEWHERE);
    List<PatternText> texts =
        patterns.stream().map(pattern -> PatternText.of("phone number", pattern)).toList();
    int longest = patterns.stream().mapToInt(String::length).max().orElse(0);
    // by turns: all of them have about as many numbers
    long size = texts.stream().mapToLong(PatternText::size).min().orElse(0) * texts.size();
    return new CountedText(
            "phone number",
            size,
            longest,
            index -> texts.get((int) (index % texts.size())).at(index / texts.size()))
        .fitting(maxLength);
  }

  @Override
  public FittedText fitting(int length) {
    return new PhoneNumbers(Math.min(maxLength, length));
  }

  @Override
  public long size() {
    throw Texts.notReady("phone number");
  }

  @Override
  public String at(long index) {
    throw Texts.notReady("phone number");
  }

  private static List<String> northAmerica() {
    List<String> patterns = new ArrayList<>();
    for (int area = 2; area <= 9; area++) {
      patterns.add("(" + area + "##) 555-01##");
    }
    return List.copyOf(patterns);
  }
}
