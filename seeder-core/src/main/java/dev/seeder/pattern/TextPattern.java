package dev.seeder.pattern;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of texts: of LIKE, GLOB or SIMILAR TO, or a regular expression.
 *
 * <p>It tests texts and makes them. Of regular expressions that look around or back it only tests.
 */
public final class TextPattern {

  private final String name;

  /** The texts, with END behind them; null if only the test is known. */
  private final @Nullable Language language;

  private final @Nullable Automaton automaton;
  private final Predicate<String> test;

  private TextPattern(String name, Language language) {
    this.name = name;
    this.language = language;
    this.automaton = Automaton.of(language);
    this.test = automaton == null ? text -> takes(language, text) : automaton::matches;
  }

  private TextPattern(String name, Predicate<String> test) {
    this.name = name;
    this.language = null;
    this.automaton = null;
    this.test = test;
  }

  /**
   * Makes the pattern of a LIKE.
   *
   * @param escape what makes the next character an ordinary one; null if nothing does
   */
  public static TextPattern like(String pattern, @Nullable Character escape, boolean ignoreCase) {
    List<Language> parts = new ArrayList<>();
    int[] characters = pattern.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int character = characters[i];
      if (escape != null && character == escape && i + 1 < characters.length) {
        parts.add(Language.text(Character.toString(characters[++i]), ignoreCase));
      } else if (character == '%') {
        parts.add(Language.ALL);
      } else if (character == '_') {
        parts.add(Language.of(CharacterSet.ANY));
      } else {
        parts.add(Language.text(Character.toString(character), ignoreCase));
      }
    }
    return whole("like '" + pattern + "'", Language.sequence(parts));
  }

  /** Makes the pattern of SQLite's GLOB. */
  public static TextPattern glob(String pattern) {
    return whole("glob '" + pattern + "'", GlobParser.parse(pattern));
  }

  /**
   * Makes the pattern of a SIMILAR TO.
   *
   * @throws PatternSyntaxException if it is none
   */
  public static TextPattern similar(String pattern) {
    try {
      return whole("similar to '" + pattern + "'", RegexParser.similar(pattern));
    } catch (ParseException e) {
      throw new PatternSyntaxException("Not understood", pattern, e.getErrorOffset());
    }
  }

  /**
   * Makes the pattern of the texts in which a regular expression is found.
   *
   * @throws PatternSyntaxException if it is none
   */
  public static TextPattern regex(String pattern, boolean ignoreCase) {
    String name = (ignoreCase ? "~* '" : "~ '") + pattern + "'";
    try {
      return new TextPattern(name, RegexParser.regex(pattern, ignoreCase));
    } catch (ParseException e) {
      int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
      return new TextPattern(name, Pattern.compile(pattern, flags).asPredicate());
    }
  }

  /** Makes the pattern of one text. */
  public static TextPattern exactly(String text) {
    return whole("= '" + text + "'", Language.text(text, false));
  }

  private static TextPattern whole(String name, Language language) {
    return new TextPattern(name, Language.sequence(language, end()));
  }

  private static Language end() {
    return Language.of(CharacterSet.range(CharacterSet.END, CharacterSet.END));
  }

  /** Makes the pattern of the texts that match all of these. */
  public static TextPattern all(List<TextPattern> patterns) {
    return joined(
        patterns, " and ", text -> patterns.stream().allMatch(each -> each.matches(text)), true);
  }

  /** Makes the pattern of the texts that match one of these. */
  public static TextPattern either(List<TextPattern> patterns) {
    return joined(
        patterns, " or ", text -> patterns.stream().anyMatch(each -> each.matches(text)), false);
  }

  private static TextPattern joined(
      List<TextPattern> patterns, String word, Predicate<String> test, boolean all) {
    if (patterns.size() == 1) {
      return patterns.get(0);
    }
    String name = patterns.stream().map(TextPattern::toString).collect(Collectors.joining(word));
    List<Language> languages = new ArrayList<>();
    for (TextPattern pattern : patterns) {
      if (pattern.language == null) {
        return new TextPattern(name, test);
      }
      languages.add(pattern.language);
    }
    return new TextPattern(name, all ? Language.all(languages) : Language.either(languages));
  }

  /** Returns the pattern of the texts that do not match this one. */
  public TextPattern opposite() {
    return language == null
        ? new TextPattern("not " + name, test.negate())
        : new TextPattern("not " + name, Language.opposite(language));
  }

  private static boolean takes(Language language, String text) {
    Language rest = language;
    for (int character : text.codePoints().toArray()) {
      rest = rest.after(character);
    }
    return rest.after(CharacterSet.END).takesEmpty();
  }

  /** Returns whether a text matches. */
  public boolean matches(String text) {
    return test.test(text);
  }

  /**
   * Returns texts that match, of so many characters; empty if the pattern can only test texts.
   *
   * <p>Their number may be 0.
   */
  public Optional<MatchingTexts> texts(int minLength, int maxLength) {
    return Optional.ofNullable(automaton)
        .map(states -> MatchingTexts.of(states, minLength, maxLength));
  }

  /** Returns the pattern as it was written, for example {@code like 'A%'}. */
  @Override
  public String toString() {
    return name;
  }
}
