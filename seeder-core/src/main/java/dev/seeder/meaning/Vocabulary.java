package dev.seeder.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Splits names of tables and columns into the words that the rules know. */
final class Vocabulary {

  private static final Pattern PART =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&\\P{Lu}]+|\\p{Lu}|\\d+");

  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /** Shorter words are found in a longer one by chance, except at its end. */
  private static final int SHORTEST = 3;

  private static final Set<String> LAST = Set.of("id", "at", "on", "no", "by", "to");

  private static final Map<String, List<String>> SHORT =
      Arrays.stream(RuleText.SHORT.split(",\\s*", -1))
          .map(pair -> pair.strip().split("=", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  sides -> sides[0], sides -> List.of(sides[1].split(" ", -1))));

  private static final Set<String> WORDS =
      Stream.of(
              Stream.of(RuleText.KINDS, RuleText.RULES, RuleText.AROUND, RuleText.NOISE)
                  .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group)),
              SHORT.values().stream().flatMap(List::stream))
          .flatMap(words -> words)
          .collect(Collectors.toUnmodifiableSet());

  private Vocabulary() {}

  /** Returns the words of a name as they are written, in small letters. */
  static List<String> split(String name) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(name);
    while (part.find()) {
      parts.add(part.group().toLowerCase(Locale.ROOT));
    }
    return parts;
  }

  /** Returns the words of a name, written out and in the singular where the rules have that. */
  static List<String> words(List<String> parts) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean number =
          parts.get(i).equals("no")
              && (i + 1 == parts.size() ? i > 0 : parts.get(i + 1).equals("of"));
      words.addAll(number ? List.of("number") : known(parts.get(i)));
    }
    return words;
  }

  private static List<String> known(String part) {
    List<String> found = find(part);
    if (found == null) {
      found = joined(part, 3);
    }
    return found == null ? List.of(part) : found;
  }

  private static @Nullable List<String> find(String part) {
    List<String> written = SHORT.get(part);
    if (written != null) {
      return written;
    }
    for (String form : Arrays.asList(part, singular(part, "s", ""), singular(part, "es", ""))) {
      if (WORDS.contains(form)) {
        return List.of(form);
      }
    }
    String form = singular(part, "ies", "y");
    return WORDS.contains(form) ? List.of(form) : null;
  }

  private static String singular(String word, String ending, String instead) {
    return word.endsWith(ending) && word.length() > ending.length() + 2
        ? word.substring(0, word.length() - ending.length()) + instead
        : word;
  }

  /** Returns the words that are written together in one, if nothing is left over. */
  private static @Nullable List<String> joined(String part, int most) {
    for (int end = part.length() - 1; end >= SHORTEST && most > 1; end--) {
      List<String> first = find(part.substring(0, end));
      if (first == null) {
        continue;
      }
      String rest = part.substring(end);
      List<String> others = LAST.contains(rest) ? words(List.of("", rest)) : null;
      if (others == null && rest.length() >= SHORTEST) {
        others = find(rest);
        others = others == null ? joined(rest, most - 1) : others;
      }
      if (others != null) {
        List<String> words = new ArrayList<>(first);
        others.stream().filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
      }
    }
    return null;
  }
}
