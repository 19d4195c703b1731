package dev.seeder;

import dev.seeder.words.VersionFile;

/** The versions that the generated values depend on. */
final class Versions {

  private Versions() {}

  static String seeder() {
    return VersionFile.SEEDER;
  }

  static String datafaker() {
    return VersionFile.DATAFAKER;
  }

  static String generator() {
    return generator(seeder(), datafaker());
  }

  static String generator(String seeder, String datafaker) {
    return VersionFile.generator(seeder, datafaker);
  }
}
