package dev.seeder.pattern;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A set of texts, described like a regular expression.
 *
 * <p>What follows a character is again such a set (Brzozowski's derivative); that is all it takes
 * to test a text, and to have "and" and "not" beside "or". The factories keep equal sets equal as
 * far as needed for there to be finitely many of them.
 */
sealed interface Language {

  Language NONE = new Characters(CharacterSet.NONE);
  Language EMPTY = new Repeat(NONE, 0, 0);
  Language ALL = new Repeat(new Characters(CharacterSet.ANY), 0, Repeat.UNLIMITED);

  /** Returns whether the empty text is one of them. */
  boolean takesEmpty();

  /** Returns the rests of those texts that begin with a character. */
  Language after(int character);

  /** Shows the sets of characters that it is made of. */
  void visit(Consumer<CharacterSet> visitor);

  static Language of(CharacterSet characters) {
    return new Characters(characters);
  }

  static Language text(String text, boolean ignoreCase) {
    return sequence(
        text.codePoints()
            .mapToObj(each -> CharacterSet.range(each, each))
            .map(each -> of(ignoreCase ? each.ignoringCase() : each))
            .toList());
  }

  static Language sequence(List<Language> parts) {
    Language sequence = EMPTY;
    for (int i = parts.size() - 1; i >= 0; i--) {
      sequence = sequence(parts.get(i), sequence);
    }
    return sequence;
  }

  static Language sequence(Language first, Language second) {
    if (first.equals(NONE) || second.equals(NONE)) {
      return NONE;
    }
    if (first.equals(EMPTY)) {
      return second;
    }
    if (second.equals(EMPTY)) {
      return first;
    }
    return first instanceof Sequence sequence
        ? new Sequence(sequence.first, sequence(sequence.second, second))
        : new Sequence(first, second);
  }

  static Language either(List<Language> parts) {
    return join(parts, false);
  }

  static Language all(List<Language> parts) {
    return join(parts, true);
  }

  private static Language join(List<Language> parts, boolean all) {
    Set<Language> distinct = new LinkedHashSet<>();
    for (Language part : parts) {
      if (part instanceof Join join && join.all == all) {
        distinct.addAll(join.parts);
      } else {
        distinct.add(part);
      }
    }
    if (distinct.contains(all ? NONE : new Opposite(NONE))) {
      return all ? NONE : new Opposite(NONE);
    }
    distinct.remove(all ? new Opposite(NONE) : NONE);
    if (distinct.isEmpty()) {
      return all ? new Opposite(NONE) : NONE;
    }
    Iterator<Language> each = distinct.iterator();
    return distinct.size() == 1 ? each.next() : new Join(all, new HashSet<>(distinct));
  }

  static Language opposite(Language language) {
    return language instanceof Opposite opposite ? opposite.language : new Opposite(language);
  }

  /** Returns so many of its texts in a row; {@link Repeat#UNLIMITED} for no limit. */
  static Language repeat(Language language, int min, int max) {
    if (max == 0 || language.equals(EMPTY)) {
      return EMPTY;
    }
    return min == 1 && max == 1 ? language : new Repeat(language, min, max);
  }

  /** One character of a set. */
  record Characters(CharacterSet set) implements Language {
    @Override
    public boolean takesEmpty() {
      return false;
    }

    @Override
    public Language after(int character) {
      return set.contains(character) ? EMPTY : NONE;
    }

    @Override
    public void visit(Consumer<CharacterSet> visitor) {
      visitor.accept(set);
    }
  }

  /** One text behind the other. */
  record Sequence(Language first, Language second) implements Language {
    @Override
    public boolean takesEmpty() {
      return first.takesEmpty() && second.takesEmpty();
    }

    @Override
    public Language after(int character) {
      Language rest = sequence(first.after(character), second);
      return first.takesEmpty() ? either(List.of(rest, second.after(character))) : rest;
    }

    @Override
    public void visit(Consumer<CharacterSet> visitor) {
      first.visit(visitor);
      second.visit(visitor);
    }
  }

  /** What is in all, or in one of several. */
  record Join(boolean all, Set<Language> parts) implements Language {
    @Override
    public boolean takesEmpty() {
      return all
          ? parts.stream().allMatch(Language::takesEmpty)
          : parts.stream().anyMatch(Language::takesEmpty);
    }

    @Override
    public Language after(int character) {
      return parts.stream()
          .map(part -> part.after(character))
          .collect(Collectors.collectingAndThen(Collectors.toList(), each -> join(each, all)));
    }

    @Override
    public void visit(Consumer<CharacterSet> visitor) {
      parts.forEach(part -> part.visit(visitor));
    }
  }

  /** All other texts. */
  record Opposite(Language language) implements Language {
    @Override
    public boolean takesEmpty() {
      return !language.takesEmpty();
    }

    @Override
    public Language after(int character) {
      return opposite(language.after(character));
    }

    @Override
    public void visit(Consumer<CharacterSet> visitor) {
      language.visit(visitor);
    }
  }

  /** A number of texts in a row. */
  record Repeat(Language language, int min, int max) implements Language {

    static final int UNLIMITED = Integer.MAX_VALUE;

    @Override
    public boolean takesEmpty() {
      return min == 0 || language.takesEmpty();
    }

    @Override
    public Language after(int character) {
      int more = max == UNLIMITED ? max : max - 1;
      return sequence(language.after(character), repeat(language, Math.max(0, min - 1), more));
    }

    @Override
    public void visit(Consumer<CharacterSet> visitor) {
      language.visit(visitor);
    }
  }
}
