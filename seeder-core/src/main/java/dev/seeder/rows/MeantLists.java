package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of {@link MeantWords}, ready to be used. */
final class MeantLists {

  /**
   * Texts that a column may have.
   *
   * @param shortest the length of columns that hold enough of them
   */
  private record Choice(FittedText texts, int shortest) {}

  private static final Map<Meaning, List<Choice>> ALL = parse();

  private MeantLists() {}

  /** Returns texts of the meaning that are short enough; null if there are none. */
  static @Nullable FittedText of(Meaning meaning, int length) {
    for (Choice choice : ALL.getOrDefault(meaning, List.of())) {
      if (length >= choice.shortest) {
        return choice.texts.fitting(length);
      }
    }
    return null;
  }

  private static Map<Meaning, List<Choice>> parse() {
    Map<Meaning, List<Choice>> all = new EnumMap<>(Meaning.class);
    for (String line : lines(MeantWords.TEMPLATES)) {
      String[] cells = line.split(" +", 3);
      FittedText texts = new InEnglish(Texts.of(kind(cells[0]), cells[2]));
      add(all, cells[0], new Choice(texts, Integer.parseInt(cells[1])));
    }
    for (String line : lines(MeantWords.LISTS)) {
      String[] sides = line.split(": ", 2);
      for (String list : sides[1].split(" \\| ", -1)) {
        add(all, sides[0], list(kind(sides[0]), list));
      }
    }
    for (String line : lines(MeantWords.PATTERNS)) {
      String[] cells = line.split(" ", -1);
      for (String pattern : List.of(cells).subList(1, cells.length)) {
        FittedText texts = PatternText.of(kind(cells[0]), pattern);
        add(all, cells[0], new Choice(texts, pattern.length()));
      }
    }
    return all;
  }

  private static Choice list(String kind, String list) {
    Map<String, Integer> shares = new LinkedHashMap<>();
    for (String entry : list.split(", +", -1)) {
      int space = entry.lastIndexOf(' ');
      shares.put(entry.substring(0, space), Integer.parseInt(entry.substring(space + 1)));
    }
    CountedText counted = CountedText.of(kind, List.copyOf(shares.keySet()));
    return new Choice(new DrawnText(WeightedValues.of(shares), counted), counted.longest());
  }

  private static void add(Map<Meaning, List<Choice>> all, String meaning, Choice choice) {
    all.computeIfAbsent(Meaning.valueOf(meaning), absent -> new ArrayList<>()).add(choice);
  }

  private static String kind(String meaning) {
    return meaning.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> lines(String text) {
    return List.of(text.strip().replaceAll("\\n +", " ").split("\\n", -1));
  }
}
