package dev.seeder.files;

/** A cell is not what its column takes; the message says what it takes. */
final class Misread extends Exception {

  private static final long serialVersionUID = 1L;

  Misread(String expected) {
    super(expected, null, false, false);
  }
}
