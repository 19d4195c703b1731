package dev.seeder.pattern;

import java.util.ArrayList;
import java.util.List;

/** Reads SQLite's GLOB patterns. */
final class GlobParser {

  private GlobParser() {}

  static Language parse(String pattern) {
    List<Language> parts = new ArrayList<>();
    for (int i = 0; i < pattern.length(); ) {
      int character = pattern.codePointAt(i);
      i += Character.charCount(character);
      if (character == '*') {
        parts.add(Language.ALL);
      } else if (character == '?') {
        parts.add(Language.of(CharacterSet.ANY));
      } else if (character == '[') {
        boolean opposite = pattern.startsWith("^", i);
        int from = opposite ? i + 1 : i;
        // a bracket that comes first is one of the characters
        int end = pattern.indexOf(']', from + 1);
        if (end < 0) {
          return Language.NONE;
        }
        CharacterSet set = set(pattern.substring(from, end));
        parts.add(Language.of(opposite ? set.opposite() : set));
        i = end + 1;
      } else {
        parts.add(Language.text(Character.toString(character), false));
      }
    }
    return Language.sequence(parts);
  }

  private static CharacterSet set(String content) {
    int[] characters = content.codePoints().toArray();
    CharacterSet set = CharacterSet.NONE;
    for (int i = 0; i < characters.length; i++) {
      boolean range = i + 2 < characters.length && characters[i + 1] == '-';
      int first = characters[i];
      if (range) {
        i += 2;
      }
      if (first <= characters[i]) {
        set = set.or(CharacterSet.range(first, characters[i]));
      }
    }
    return set;
  }
}
