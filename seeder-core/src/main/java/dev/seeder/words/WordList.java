package dev.seeder.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Texts that differ in more than case, accents and punctuation, in a fixed order. Immutable. */
public final class WordList {

  private final String[] words;

  private WordList(List<String> words) {
    this.words = words.toArray(String[]::new);
  }

  /** Makes a list of those texts that differ from all before them, and have a letter or digit. */
  public static WordList distinct(Iterable<String> texts) {
    Set<String> seen = new HashSet<>();
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      String canonical = Letters.canonical(text);
      if (!canonical.isEmpty() && seen.add(canonical)) {
        words.add(text);
      }
    }
    return new WordList(words);
  }

  /** Returns how many there are, perhaps none. */
  public int size() {
    return words.length;
  }

  /** Returns the text of the index. */
  public String at(int index) {
    return words[index];
  }

  /** Returns those texts that pass the test. */
  public WordList filter(Predicate<String> test) {
    return new WordList(List.of(words).stream().filter(test).toList());
  }

  /** Returns those texts that are not longer than this many characters. */
  public WordList fitting(int maxLength) {
    return longest() <= maxLength ? this : filter(word -> word.length() <= maxLength);
  }

  /** Returns the length of the shortest text, 0 if there is none. */
  public int shortest() {
    return List.of(words).stream().mapToInt(String::length).min().orElse(0);
  }

  /** Returns the length of the longest text, 0 if there is none. */
  public int longest() {
    return List.of(words).stream().mapToInt(String::length).max().orElse(0);
  }
}
