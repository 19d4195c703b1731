package dev.seeder.rows;

import java.util.List;
import java.util.Locale;

/** Everyday words with something before, between and after them: addresses and file names. */
record JoinedWords(
    String kind,
    List<String> starts,
    List<String> words,
    int count,
    String joint,
    List<String> ends)
    implements FittedText {

  private static final List<String> EVERYDAY =
      List.of(
          "annual",
          "autumn",
          "board",
          "budget",
          "camera",
          "city",
          "client",
          "coast",
          "contract",
          "copy",
          "customer",
          "daily",
          "delivery",
          "design",
          "draft",
          "early",
          "event",
          "final",
          "forest",
          "garden",
          "green",
          "guide",
          "harbour",
          "holiday",
          "house",
          "index",
          "invoice",
          "island",
          "journal",
          "kitchen",
          "letter",
          "list",
          "map",
          "market",
          "meeting",
          "menu",
          "minutes",
          "monthly",
          "morning",
          "music",
          "north",
          "notes",
          "office",
          "order",
          "paper",
          "photo",
          "plan",
          "price",
          "project",
          "quarter",
          "recipe",
          "report",
          "river",
          "sales",
          "school",
          "season",
          "sketch",
          "spring",
          "station",
          "summary",
          "team",
          "travel",
          "winter",
          "yearly");

  private static final List<String> CAPITALS =
      EVERYDAY.stream()
          .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
          .toList();

  /** Makes single words. */
  static JoinedWords single() {
    return new JoinedWords("word", List.of(""), EVERYDAY, 1, "", List.of(""));
  }

  /** Makes titles of so many words. */
  static JoinedWords titles(int count) {
    return new JoinedWords("title", List.of(""), CAPITALS, count, " ", List.of(""));
  }

  static JoinedWords of(String kind, List<String> starts, String joint, List<String> ends) {
    return new JoinedWords(kind, starts, EVERYDAY, 3, joint, ends);
  }

  @Override
  public long size() {
    long size = (long) starts.size() * ends.size();
    for (int i = 0; i < count; i++) {
      size *= words.size();
    }
    return size;
  }

  @Override
  public String at(long index) {
    var text = new StringBuilder(48);
    // of three words at most, and few ends: small enough for the quicker division
    int rest = Math.toIntExact(index);
    text.append(starts.get(rest % starts.size()));
    rest /= starts.size();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(joint);
      }
      text.append(words.get(rest % words.size()));
      rest /= words.size();
    }
    return text.append(ends.get(rest)).toString();
  }

  @Override
  public FittedText fitting(int maxLength) {
    int around = longest(starts) + longest(ends);
    if (maxLength >= around + count * longest(words) + (count - 1) * joint.length()) {
      return this;
    }
    for (int fewer = count; fewer >= 1; fewer--) {
      int each = (maxLength - around - (fewer - 1) * joint.length()) / fewer;
      List<String> fitting = words.stream().filter(word -> word.length() <= each).toList();
      if (fitting.size() >= words.size() / 4 || (fewer == 1 && !fitting.isEmpty())) {
        return new JoinedWords(kind, starts, fitting, fewer, joint, ends);
      }
    }
    int shortest = words.stream().mapToInt(String::length).min().orElse(0);
    throw CountedText.tooShort(kind, around + shortest, maxLength);
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
