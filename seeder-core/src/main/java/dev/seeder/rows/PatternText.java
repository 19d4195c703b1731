package dev.seeder.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts of one length, with a choice of characters at each place. */
@SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
record PatternText(String kind, String[] choices, long size) implements FittedText {

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** More texts than this are counted as this many. */
  private static final long MANY = 1L << 62;

  static PatternText of(String kind, String pattern) {
    List<String> choices = new ArrayList<>();
    for (int i = 0; i < pattern.length(); i++) {
      char mark = pattern.charAt(i);
      if (mark == '\\' && i + 1 < pattern.length()) {
        i++;
        choices.add(pattern.substring(i, i + 1));
      } else {
        choices.add(
            switch (mark) {
              case '#' -> DIGITS;
              case '?' -> LETTERS;
              case '*' -> LETTERS + DIGITS;
              default -> String.valueOf(mark);
            });
      }
    }
    long size = 1;
    for (String choice : choices) {
      size = size > MANY / choice.length() ? MANY : size * choice.length();
    }
    return new PatternText(kind, choices.toArray(String[]::new), size);
  }

  @Override
  public String value(Draw draw) {
    RandomGenerator random = draw.random();
    char[] text = new char[choices.length];
    for (int i = 0; i < text.length; i++) {
      String choice = choices[i];
      text[i] = choice.charAt(choice.length() == 1 ? 0 : random.nextInt(choice.length()));
    }
    return new String(text);
  }

  @Override
  public String at(long index) {
    char[] text = new char[choices.length];
    long rest = index;
    for (int i = text.length - 1; i >= 0; i--) {
      String choice = choices[i];
      text[i] = choice.charAt((int) (rest % choice.length()));
      rest /= choice.length();
    }
    return new String(text);
  }

  @Override
  public FittedText fitting(int maxLength) {
    if (maxLength < choices.length) {
      throw CountedText.tooShort(kind, choices.length, maxLength);
    }
    return this;
  }
}
