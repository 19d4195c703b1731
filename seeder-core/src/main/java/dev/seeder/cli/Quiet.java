package dev.seeder.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences, until it ends, what would be said twice. Not safe for use by several threads. */
final class Quiet {

  private final Logger seeds = Logger.getLogger("dev.seeder");
  private final boolean silenced = seeds.getLevel() == null;

  Quiet() {
    if (silenced) {
      seeds.setLevel(Level.WARNING);
    }
    for (String noise : new String[] {"org.jooq.no-logo", "org.jooq.no-tips"}) {
      System.getProperties().putIfAbsent(noise, "true");
    }
  }

  void end() {
    if (silenced) {
      seeds.setLevel(null);
    }
  }
}
