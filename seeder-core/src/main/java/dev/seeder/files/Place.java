package dev.seeder.files;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param character within the line, counted from 1; 0 where it is not known
 */
record Place(long line, long character) {

  @Override
  public String toString() {
    return "line " + line + (character == 0 ? "" : ", character " + character);
  }
}
