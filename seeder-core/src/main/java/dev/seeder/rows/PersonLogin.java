package dev.seeder.rows;

import dev.seeder.random.CellRandom;

/**
 * Distinct names to log in by, and addresses, of the person of a row.
 *
 * <p>The person's names in Latin letters are distinct; a number comes after them once each person
 * had a row. A name in other letters is "user" and a number, and so is one that does not fit, cut.
 *
 * @param room how many characters there are before the ending
 * @param tight whether they are too few for the longest names
 */
record PersonLogin(
    PersonText.Part part, String key, People people, String ending, int room, boolean tight)
    implements FittedText {

  private static final String[] DOMAINS = {"@example.com", "@example.org", "@example.net"};

  /** The local part of an address may have 64 characters (RFC 5321). */
  private static final int LONGEST = 64;

  /** So many digits are always left for the number. */
  private static final int DIGITS = 8;

  /** Less is no name. */
  private static final int SHORTEST = 4;

  static PersonLogin of(
      PersonText.Part part, String key, People people, String ending, int maxLength) {
    int room = Math.min(LONGEST, maxLength - ending.length());
    if (room < SHORTEST) {
      throw CountedText.tooShort(part.words, SHORTEST + ending.length(), maxLength);
    }
    boolean tight = room < people.longestLogin() + DIGITS;
    return new PersonLogin(part, key, people, ending, room, tight);
  }

  @Override
  public String value(Draw draw) {
    String name =
        login(PersonName.person(draw, key, people), draw.row() / people.size(), draw.row());
    if (ending.isEmpty()) {
      return name;
    }
    long domain = CellRandom.mix(draw.sharedKey(key) + draw.row()) >>> 1;
    return name + DOMAINS[(int) (domain % DOMAINS.length)];
  }

  @Override
  public long size() {
    if (tight) {
      return power(room - 1);
    }
    // without numbers, where there are people enough
    return people.size() >= 100_000 ? people.size() : people.size() * 1_000;
  }

  @Override
  public String at(long index) {
    return login(index % people.size(), index / people.size(), index) + ending;
  }

  @Override
  public boolean distinct() {
    return true;
  }

  @Override
  public FittedText fitting(int maxLength) {
    return maxLength >= room + ending.length() ? this : of(part, key, people, ending, maxLength);
  }

  private String login(long person, long round, long row) {
    String letters = people.login(person);
    if (!tight && !letters.isEmpty()) {
      return round == 0 ? letters : letters + round;
    }
    String number = Long.toString(tight ? row : person + round * people.size());
    int left = room - number.length();
    if (left < 1) {
      throw new IllegalStateException(
          "Row "
              + (row + 1)
              + " needs a "
              + part.words
              + " of its own, but with "
              + (room + ending.length())
              + " characters there are only "
              + size()
              + ".");
    }
    String start = letters.isEmpty() ? "user" : letters;
    if (start.length() > left) {
      start = start.substring(0, left);
    }
    return (start.endsWith(".") ? start.substring(0, start.length() - 1) : start) + number;
  }

  private static long power(int digits) {
    long result = 1;
    for (int i = 0; i < Math.min(digits, 17); i++) {
      result *= 10;
    }
    return result;
  }
}
