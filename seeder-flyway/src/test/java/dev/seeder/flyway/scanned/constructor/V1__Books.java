package dev.seeder.flyway.scanned.constructor;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Its constructor throws. */
public class V1__Books extends SeedMigration {

  /** Throws. */
  public V1__Books() {
    throw new IllegalStateException("no books");
  }

  @Override
  protected List<Seed> seeds() {
    return List.of();
  }
}
