package dev.seeder.cli;

/** How a command ended, for scripts. */
final class Exit {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REFUSED = 3;
  static final int UNREACHABLE = 4;

  private Exit() {}
}
