package dev.seeder.rows;

import dev.seeder.random.Permutation;
import dev.seeder.words.WordList;

/**
 * A name of the person of a row.
 *
 * @param firsts the first names that are short enough
 * @param lasts the last names that are short enough
 */
record PersonName(
    PersonText.Part part, String key, People people, int maxLength, WordList firsts, WordList lasts)
    implements FittedText {

  static PersonName of(PersonText.Part part, String key, People people, int maxLength) {
    WordList firsts = people.firsts();
    WordList lasts = people.lasts();
    if (maxLength < Integer.MAX_VALUE) {
      boolean full = part == PersonText.Part.FULL_NAME;
      int forFirst = full ? Math.max(firsts.shortest(), (maxLength - 1) / 2) : maxLength;
      int forLast = full ? maxLength - 1 - Math.min(forFirst, firsts.longest()) : maxLength;
      if (part != PersonText.Part.LAST_NAME) {
        firsts = fitting(part, firsts, forFirst, firsts.shortest(), maxLength);
      }
      if (part != PersonText.Part.FIRST_NAME) {
        int needed = lasts.shortest() + (full ? 1 + firsts.shortest() : 0);
        lasts = fitting(part, lasts, forLast, needed, maxLength);
      }
    }
    return new PersonName(part, key, people, maxLength, firsts, lasts);
  }

  @Override
  public String value(Draw draw) {
    long person = person(draw, key, people);
    String name =
        switch (part) {
          case FIRST_NAME -> people.first(person);
          case LAST_NAME -> people.last(person);
          default -> people.full(people.first(person), people.last(person));
        };
    return name.length() <= maxLength ? name : at(person % size());
  }

  /** Returns the person of a row: each row's own as long as there are enough. */
  static long person(Draw draw, String key, People people) {
    return new Permutation(draw.sharedKey(key), people.size()).at(draw.row() % people.size());
  }

  @Override
  public long size() {
    return switch (part) {
      case FIRST_NAME -> firsts.size();
      case LAST_NAME -> lasts.size();
      default -> (long) firsts.size() * lasts.size();
    };
  }

  @Override
  public String at(long index) {
    return switch (part) {
      case FIRST_NAME -> firsts.at((int) index);
      case LAST_NAME -> lasts.at((int) index);
      default ->
          people.full(
              firsts.at((int) (index % firsts.size())), lasts.at((int) (index / firsts.size())));
    };
  }

  @Override
  public FittedText fitting(int length) {
    return length >= maxLength ? this : of(part, key, people, length);
  }

  private static WordList fitting(
      PersonText.Part part, WordList names, int length, int needed, int maxLength) {
    WordList fitting = names.fitting(length);
    if (fitting.size() == 0) {
      throw CountedText.tooShort(part.words, needed, maxLength);
    }
    return fitting;
  }
}
