package dev.seeder.rows;

/**
 * Something about the person of a row, in the language of the run.
 *
 * @param who tells the people of one row from each other
 */
record PersonText(Part part, String who, int maxLength) implements FittedText {

  enum Part {
    FIRST_NAME("first name"),
    LAST_NAME("last name"),
    FULL_NAME("full name"),
    USERNAME("username"),
    EMAIL("e-mail address");

    final String words;

    Part(String words) {
      this.words = words;
    }
  }

  static PersonText of(Part part, String who) {
    return new PersonText(part, who, Integer.MAX_VALUE);
  }

  @Override
  public String value(Draw draw) {
    throw Texts.notReady(part.words);
  }

  @Override
  public FittedText prepare(RowScope scope) {
    People people = People.of(scope);
    String key = "(person) " + who;
    return switch (part) {
      case FIRST_NAME, LAST_NAME, FULL_NAME -> PersonName.of(part, key, people, maxLength);
      case USERNAME -> PersonLogin.of(part, key, people, "", maxLength);
      case EMAIL -> PersonLogin.of(part, key, people, "@example.com", maxLength);
    };
  }

  @Override
  public FittedText fitting(int length) {
    return new PersonText(part, who, Math.min(maxLength, length));
  }

  @Override
  public boolean distinct() {
    return part == Part.USERNAME || part == Part.EMAIL;
  }

  @Override
  public long size() {
    throw Texts.notReady(part.words);
  }

  @Override
  public String at(long index) {
    throw Texts.notReady(part.words);
  }
}
