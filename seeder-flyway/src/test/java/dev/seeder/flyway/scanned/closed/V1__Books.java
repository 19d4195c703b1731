package dev.seeder.flyway.scanned.closed;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Its constructor is not public. */
public class V1__Books extends SeedMigration {

  V1__Books() {}

  @Override
  protected List<Seed> seeds() {
    return List.of();
  }
}
