package dev.seeder.flyway.scanned.hidden;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Not public. */
class V1__Books extends SeedMigration {

  @Override
  protected List<Seed> seeds() {
    return List.of();
  }
}
