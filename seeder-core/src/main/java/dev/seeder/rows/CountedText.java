package dev.seeder.rows;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Texts that are made of their index.
 *
 * @param kind what they are, for messages
 * @param longest how many characters they have at most
 */
record CountedText(String kind, long size, int longest, LongFunction<String> made)
    implements FittedText {

  static CountedText of(String kind, List<String> texts) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return new CountedText(kind, texts.size(), longest, index -> texts.get((int) index));
  }

  @Override
  public String at(long index) {
    return made.apply(index);
  }

  @Override
  public FittedText fitting(int maxLength) {
    if (maxLength < longest) {
      throw tooShort(kind, longest, maxLength);
    }
    return this;
  }

  static IllegalArgumentException tooShort(String kind, int needed, int maxLength) {
    return new IllegalArgumentException(
        "No " + kind + " has " + maxLength + " characters or fewer, expected " + needed + ".");
  }
}
