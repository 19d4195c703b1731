package dev.seeder.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Language} of texts with {@link CharacterSet#END} behind them, as a table of states.
 *
 * <p>Characters that no set tells apart are one class.
 */
final class Automaton {

  /** A pattern that needs more is tested otherwise, and makes no texts. */
  private static final int MOST_STATES = 2_000;

  private final int[] starts;
  private final int[] classes;
  private final CharacterSet[] characters;
  private final int[][] next;
  private final boolean[] accepts;

  private Automaton(
      int[] starts,
      int[] classes,
      CharacterSet[] characters,
      List<int[]> next,
      List<Language> states) {
    this.starts = starts;
    this.classes = classes;
    this.characters = characters;
    this.next = next.toArray(int[][]::new);
    this.accepts = new boolean[states.size()];
    for (int i = 0; i < accepts.length; i++) {
      accepts[i] = states.get(i).after(CharacterSet.END).takesEmpty();
    }
  }

  /** Makes the table; null if it would be too big. */
  static @Nullable Automaton of(Language language) {
    Set<CharacterSet> sets = new LinkedHashSet<>();
    language.visit(sets::add);
    int[] starts =
        IntStream.concat(IntStream.of(0), sets.stream().flatMapToInt(CharacterSet::borders))
            .filter(border -> border <= Character.MAX_CODE_POINT)
            .sorted()
            .distinct()
            .toArray();
    Map<List<Boolean>, Integer> known = new HashMap<>();
    List<CharacterSet> characters = new ArrayList<>();
    int[] classes = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int first = starts[i];
      int last = i + 1 < starts.length ? starts[i + 1] - 1 : Character.MAX_CODE_POINT;
      List<Boolean> memberships = sets.stream().map(set -> set.contains(first)).toList();
      classes[i] = known.computeIfAbsent(memberships, each -> known.size());
      CharacterSet range = CharacterSet.range(first, last);
      if (classes[i] == characters.size()) {
        characters.add(range);
      } else {
        characters.set(classes[i], characters.get(classes[i]).or(range));
      }
    }

    Map<Language, Integer> numbers = new HashMap<>(Map.of(language, 0));
    List<Language> states = new ArrayList<>(List.of(language));
    List<int[]> next = new ArrayList<>();
    for (int state = 0; state < states.size(); state++) {
      int[] row = new int[characters.size()];
      for (int i = 0; i < row.length; i++) {
        int example = characters.get(i).borders().findFirst().orElseThrow();
        Language after = states.get(state).after(example);
        Integer number = numbers.putIfAbsent(after, states.size());
        row[i] = number == null ? states.size() : number;
        if (number == null) {
          states.add(after);
        }
      }
      next.add(row);
      if (states.size() > MOST_STATES) {
        return null;
      }
    }
    return new Automaton(starts, classes, characters.toArray(CharacterSet[]::new), next, states);
  }

  int states() {
    return next.length;
  }

  boolean accepts(int state) {
    return accepts[state];
  }

  boolean matches(String text) {
    int state = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int index = Arrays.binarySearch(starts, character);
      state = next[state][classes[index >= 0 ? index : -index - 2]];
      i += Character.charCount(character);
    }
    return accepts[state];
  }

  /** Returns the states that may follow one, each with the characters that lead to it. */
  Map<Integer, CharacterSet> steps(int state) {
    Map<Integer, CharacterSet> steps = new TreeMap<>();
    for (int i = 0; i < characters.length; i++) {
      steps.merge(next[state][i], characters[i], CharacterSet::or);
    }
    return steps;
  }
}
