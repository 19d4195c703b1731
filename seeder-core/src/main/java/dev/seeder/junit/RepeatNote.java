package dev.seeder.junit;

/** Stands below the failure of a test, in every report of it, and is never thrown. */
final class RepeatNote extends Exception {

  private static final long serialVersionUID = 1;

  RepeatNote(long randomSeed) {
    super(
        "The test had random data. To repeat it: @RandomSeed(" + randomSeed + ")",
        null,
        false,
        false);
  }
}
