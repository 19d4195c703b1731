package dev.seeder.pattern;

import org.jspecify.annotations.Nullable;

/**
 * The classes of characters that have names in regular expressions.
 *
 * <p>They hold ASCII only: whether é is a letter, too, is a matter of the database and its locale.
 */
final class CharacterClasses {

  private static final CharacterSet LOWER = CharacterSet.range('a', 'z');
  private static final CharacterSet UPPER = CharacterSet.range('A', 'Z');
  private static final CharacterSet DIGITS = CharacterSet.range('0', '9');
  private static final CharacterSet LETTERS = LOWER.or(UPPER);
  private static final CharacterSet WORD = LETTERS.or(DIGITS).or(CharacterSet.of("_"));
  private static final CharacterSet SPACES =
      CharacterSet.range('\t', '\r').or(CharacterSet.of(" "));
  private static final CharacterSet PRINTED = CharacterSet.range('!', '~');

  private CharacterClasses() {}

  /** Returns what a character stands for behind a backslash; null if that is something else. */
  static @Nullable CharacterSet escaped(int character) {
    return switch (character) {
      case 'd' -> DIGITS;
      case 'D' -> DIGITS.opposite();
      case 'w' -> WORD;
      case 'W' -> WORD.opposite();
      case 's' -> SPACES;
      case 'S' -> SPACES.opposite();
      case 'n' -> CharacterSet.of("\n");
      case 't' -> CharacterSet.of("\t");
      case 'r' -> CharacterSet.of("\r");
      case 'f' -> CharacterSet.of("\f");
      default ->
          Character.isLetterOrDigit(character) ? null : CharacterSet.range(character, character);
    };
  }

  /** Returns one of POSIX's classes, such as {@code alpha}; null if there is none of this name. */
  static @Nullable CharacterSet named(String name) {
    return switch (name) {
      case "alpha" -> LETTERS;
      case "digit" -> DIGITS;
      case "alnum" -> LETTERS.or(DIGITS);
      case "lower" -> LOWER;
      case "upper" -> UPPER;
      case "space" -> SPACES;
      case "blank" -> CharacterSet.of(" \t");
      case "punct" -> PRINTED.and(LETTERS.or(DIGITS).opposite());
      case "xdigit" -> DIGITS.or(CharacterSet.of("abcdefABCDEF"));
      case "word" -> WORD;
      case "graph" -> PRINTED;
      case "print" -> PRINTED.or(CharacterSet.of(" "));
      default -> null;
    };
  }
}
