package dev.seeder.pattern;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of Unicode characters, and of the two marks around a text. */
final class CharacterSet {

  /** Stands before the first character of a text. */
  static final int BEGIN = Character.MAX_CODE_POINT + 1;

  /** Stands behind the last character of a text. */
  static final int END = Character.MAX_CODE_POINT + 2;

  static final CharacterSet NONE = new CharacterSet(new int[0]);
  static final CharacterSet ANY = range(0, Character.MAX_CODE_POINT);

  /** Characters at which it begins and ends, by turns. */
  private final int[] borders;

  private CharacterSet(int[] borders) {
    this.borders = borders;
  }

  static CharacterSet range(int first, int last) {
    return new CharacterSet(new int[] {first, last + 1});
  }

  static CharacterSet of(String characters) {
    return characters
        .codePoints()
        .mapToObj(each -> range(each, each))
        .reduce(NONE, CharacterSet::or);
  }

  CharacterSet or(CharacterSet other) {
    return merged(other, true);
  }

  CharacterSet and(CharacterSet other) {
    return merged(other, false);
  }

  private CharacterSet merged(CharacterSet other, boolean either) {
    int[] both =
        IntStream.concat(Arrays.stream(borders), Arrays.stream(other.borders))
            .sorted()
            .distinct()
            .toArray();
    int[] kept = new int[both.length];
    int size = 0;
    for (int border : both) {
      boolean one = contains(border);
      boolean two = other.contains(border);
      boolean inside = either ? one || two : one && two;
      if (inside == (size % 2 == 0)) {
        kept[size++] = border;
      }
    }
    return new CharacterSet(Arrays.copyOf(kept, size));
  }

  /** Returns the characters that are not in it. */
  CharacterSet opposite() {
    int[] turned = new int[borders.length + 2];
    System.arraycopy(borders, 0, turned, 1, borders.length);
    turned[turned.length - 1] = Character.MAX_CODE_POINT + 1;
    // an empty range at either end falls away
    int from = borders.length > 0 && borders[0] == 0 ? 2 : 0;
    boolean full =
        borders.length > 0 && borders[borders.length - 1] == Character.MAX_CODE_POINT + 1;
    return new CharacterSet(Arrays.copyOfRange(turned, from, turned.length - (full ? 2 : 0)));
  }

  /** Adds the other case of each letter. */
  CharacterSet ignoringCase() {
    CharacterSet all = this;
    for (int i = 0; i < borders.length; i += 2) {
      // beyond this, scripts have no case or nobody writes such a range
      for (int c = borders[i]; c < Math.min(borders[i + 1], 0x530); c++) {
        int upper = Character.toUpperCase(c);
        int lower = Character.toLowerCase(c);
        if (upper != c || lower != c) {
          all = all.or(range(upper, upper)).or(range(lower, lower));
        }
      }
    }
    return all;
  }

  boolean contains(int character) {
    int index = Arrays.binarySearch(borders, character);
    return (index >= 0 ? index : -index - 2) % 2 == 0;
  }

  int size() {
    int size = 0;
    for (int i = 0; i < borders.length; i += 2) {
      size += borders[i + 1] - borders[i];
    }
    return size;
  }

  IntStream borders() {
    return Arrays.stream(borders);
  }

  /** Returns its characters in their order. */
  IntStream characters() {
    return IntStream.range(0, borders.length / 2)
        .flatMap(i -> IntStream.range(borders[2 * i], borders[2 * i + 1]));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterSet set && Arrays.equals(borders, set.borders);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(borders);
  }

  @Override
  public String toString() {
    return Arrays.toString(borders);
  }
}
