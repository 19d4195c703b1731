package dev.seeder.faults;

import java.util.Random;

/** How much is tried, and from which random seed on. */
final class Trials {

  private static final long FIRST = first();

  private Trials() {}

  /** Returns how many kills there are on each database. */
  static int kills() {
    return Integer.getInteger("faults.kills", 2);
  }

  /** Returns which of the trials at the calls to the driver are done: every one of so many. */
  static int step() {
    return Integer.getInteger("faults.step", 100);
  }

  /** Returns the random seed of a trial, to be printed with it. */
  static long randomSeed(int trial) {
    return FIRST + trial;
  }

  static void print(String line) {
    System.out.println("[faults] " + line);
  }

  private static long first() {
    String given = System.getProperty("faults.randomSeed", "");
    return given.isBlank() ? new Random().nextInt(1_000_000_000) : Long.parseLong(given);
  }
}
