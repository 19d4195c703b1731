package dev.seeder.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The texts that a pattern makes: distinct, the shorter ones first.
 *
 * <p>Where a pattern takes almost any character, they have letters and digits. Once there are very
 * many, longer ones are left out.
 */
public final class MatchingTexts {

  /** More texts than this are counted as this many. */
  private static final long MANY = 1L << 62;

  /** With so many texts, no longer ones are needed. */
  private static final long PLENTY = 1L << 40;

  /** Texts that grow without getting many are taken up to so many characters more. */
  private static final int LONGEST_GROWTH = 512;

  private static final CharacterSet DIGITS = CharacterSet.range('0', '9');
  private static final List<CharacterSet> PLAIN =
      List.of(
          CharacterSet.range('a', 'z'),
          CharacterSet.range('A', 'Z'),
          DIGITS,
          CharacterSet.range(' ', '~'),
          CharacterSet.range(0xa1, 0xd7ff),
          CharacterSet.range(1, 0xd7ff));

  private final List<List<Step>> steps;

  /** How many texts of a length lead from a state to an end: by length, then by state. */
  private final List<long[]> counts;

  private final int shortest;
  private final long size;

  @SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
  private record Step(int state, int[] characters) {}

  private MatchingTexts(List<List<Step>> steps, List<long[]> counts, int shortest, long size) {
    this.steps = steps;
    this.counts = counts;
    this.shortest = shortest;
    this.size = size;
  }

  static MatchingTexts of(Automaton automaton, int minLength, int maxLength) {
    List<List<Step>> steps = new ArrayList<>();
    for (int state = 0; state < automaton.states(); state++) {
      List<Step> each = new ArrayList<>();
      for (Map.Entry<Integer, CharacterSet> step : automaton.steps(state).entrySet()) {
        each.add(new Step(step.getKey(), plain(step.getValue())));
      }
      steps.add(each);
    }
    long[] ends = new long[automaton.states()];
    for (int state = 0; state < ends.length; state++) {
      ends[state] = automaton.accepts(state) ? 1 : 0;
    }
    List<long[]> counts = new ArrayList<>(List.of(ends));
    int shortest = -1;
    long size = 0;
    int last = (int) Math.min(maxLength, (long) minLength + automaton.states());
    for (int length = 0; length <= last && size < PLENTY; length++) {
      if (length > 0) {
        counts.add(longer(counts.get(length - 1), steps));
      }
      long count = length < minLength ? 0 : counts.get(length)[0];
      if (count > 0 && shortest < 0) {
        shortest = length;
        last = (int) Math.min(maxLength, (long) length + LONGEST_GROWTH);
      }
      size = Math.min(MANY, size + count);
    }
    return new MatchingTexts(steps, counts, Math.max(shortest, 0), size);
  }

  private static long[] longer(long[] counts, List<List<Step>> steps) {
    long[] longer = new long[counts.length];
    for (int state = 0; state < counts.length; state++) {
      long sum = 0;
      for (Step step : steps.get(state)) {
        sum = Math.min(MANY, sum + product(counts[step.state], step.characters.length));
      }
      longer[state] = sum;
    }
    return longer;
  }

  private static long product(long count, int characters) {
    return characters > 0 && count > MANY / characters ? MANY : count * characters;
  }

  /** Returns characters to write for a set: all of a small one, the plain ones of a large one. */
  private static int[] plain(CharacterSet set) {
    if (set.size() <= 128) {
      CharacterSet printable = set.and(PLAIN.get(3));
      if (printable.size() > 0) {
        return printable.characters().toArray();
      }
    }
    for (CharacterSet plain : PLAIN) {
      CharacterSet some = set.and(plain);
      if (some.size() > 0) {
        boolean letters = plain.contains('a') != plain.contains('A');
        CharacterSet all = letters ? some.or(set.and(DIGITS)) : some;
        return all.characters().limit(128).toArray();
      }
    }
    return new int[0];
  }

  /** Returns how many texts there are, at most 2^62; 0 if no text matches. */
  public long size() {
    return size;
  }

  /** Returns one of the texts: another for each index from 0 up to the size. */
  public String at(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "Text " + index + " of a pattern that makes " + size + ", expected 0 or more, and less.");
    }
    int length = shortest;
    long rest = index;
    while (rest >= counts.get(length)[0]) {
      rest -= counts.get(length++)[0];
    }
    var text = new StringBuilder();
    int state = 0;
    for (int left = length - 1; left >= 0; left--) {
      long[] behind = counts.get(left);
      for (Step step : steps.get(state)) {
        long count = product(behind[step.state], step.characters.length);
        if (rest < count) {
          text.appendCodePoint(step.characters[(int) (rest / behind[step.state])]);
          rest %= behind[step.state];
          state = step.state;
          break;
        }
        rest -= count;
      }
    }
    return text.toString();
  }
}
