package dev.seeder.flyway.scanned.initialiser;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Its static initialiser throws. */
public class V1__Books extends SeedMigration {

  private static final List<Seed> SEEDS = read();

  private static List<Seed> read() {
    throw new IllegalStateException("no books");
  }

  @Override
  protected List<Seed> seeds() {
    return SEEDS;
  }
}
