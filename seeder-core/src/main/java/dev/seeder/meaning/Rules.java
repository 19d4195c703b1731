package dev.seeder.meaning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of {@link RuleText}, ready to be looked up. */
final class Rules {

  private static final Set<Shape> ANY = EnumSet.allOf(Shape.class);
  private static final Set<Shape> DATED = EnumSet.of(Shape.DAY, Shape.MOMENT, Shape.CLOCK);
  private static final Set<Shape> FLAGS = EnumSet.of(Shape.FLAG);

  /** Between kind and words of what is found as a whole name, and also at the end of one. */
  private static final char WHOLE = '=';

  private static final char END = ':';

  private static final List<String> TIME_ENDINGS =
      List.of(" at", " on", " date", " time", " timestamp", " date time", " " + NameForms.WHEN);

  private static final Map<String, String> KINDS = kinds();
  private static final Map<String, List<Rule>> RULES = rules();
  private static final Set<String> AROUND = set(RuleText.AROUND);
  private static final Set<String> NOISE = set(RuleText.NOISE);

  /** A meaning, for these types only. */
  private record Rule(Meaning meaning, Set<Shape> shapes) {}

  private Rules() {}

  /** Returns what the words mean as the whole name of a column in a table of this kind. */
  static List<Meaning> whole(String kind, String words, Shape shape) {
    List<Meaning> found = new ArrayList<>(look(kind + WHOLE + words, shape));
    found.addAll(end(kind, words, shape));
    return found;
  }

  /** Returns what the words mean as the end of the name of a column, about this kind of thing. */
  static List<Meaning> end(String kind, String words, Shape shape) {
    return look(kind + END + words, shape);
  }

  /** Returns what kind of thing the words are; null if that is not known. */
  static @Nullable String kind(List<String> words) {
    for (int i = words.size() - 1; i >= 0; i--) {
      String kind = KINDS.get(words.get(i));
      if (kind != null || !NOISE.contains(words.get(i))) {
        return kind;
      }
    }
    return null;
  }

  /** Returns whether the word may stand beside a name without changing it. */
  static boolean around(String word) {
    return AROUND.contains(word);
  }

  private static List<Meaning> look(String key, Shape shape) {
    return RULES.getOrDefault(key, List.of()).stream()
        .filter(rule -> rule.shapes.contains(shape) && rule.meaning.takes(shape))
        .map(Rule::meaning)
        .toList();
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new HashMap<>();
    for (String line : lines(RuleText.KINDS)) {
      String[] sides = line.split(": ", 2);
      list(sides[1]).forEach(word -> kinds.putIfAbsent(words(word), sides[0]));
    }
    return Map.copyOf(kinds);
  }

  private static Map<String, List<Rule>> rules() {
    Map<String, List<Rule>> rules = new HashMap<>();
    for (String line : lines(RuleText.RULES)) {
      String[] sides = line.split(": ", 2);
      String[] head = sides[0].split(" ", -1);
      for (String name : list(sides[1])) {
        add(rules, Meaning.valueOf(head[0]), head.length > 1 ? head[1] : "", name);
      }
    }
    return Map.copyOf(rules);
  }

  private static void add(
      Map<String, List<Rule>> rules, Meaning meaning, String kind, String name) {
    String words = words(name.replaceFirst("^[=~?@]", ""));
    var rule = new Rule(meaning, ANY);
    switch (name.charAt(0)) {
      case '=' -> put(rules, kind + WHOLE + words, rule);
      case '?' -> {
        put(rules, kind + WHOLE + words, rule);
        put(rules, kind + END + words, new Rule(meaning, FLAGS));
      }
      case '~' -> {
        put(rules, kind + END + words, new Rule(meaning, DATED));
        TIME_ENDINGS.forEach(ending -> put(rules, kind + END + words + ending, rule));
      }
      case '@' -> put(rules, kind + END + words, new Rule(meaning, DATED));
      default -> put(rules, kind + END + words, rule);
    }
  }

  private static void put(Map<String, List<Rule>> rules, String key, Rule rule) {
    rules.computeIfAbsent(key, absent -> new ArrayList<>()).add(rule);
  }

  /** Normalises the words of a rule as those of a column are. */
  private static String words(String name) {
    return String.join(" ", Vocabulary.words(Vocabulary.split(name)));
  }

  private static List<String> lines(String text) {
    return List.of(text.strip().replaceAll("\\n +", " ").split("\\n+", -1));
  }

  private static List<String> list(String text) {
    return List.of(text.strip().split(",\\s*", -1));
  }

  private static Set<String> set(String text) {
    Set<String> set = new HashSet<>();
    list(text).forEach(word -> set.add(words(word)));
    return set;
  }
}
