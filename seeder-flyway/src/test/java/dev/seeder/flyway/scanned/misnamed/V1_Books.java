package dev.seeder.flyway.scanned.misnamed;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** One underscore is missing. */
public class V1_Books extends SeedMigration {

  @Override
  protected List<Seed> seeds() {
    return List.of();
  }
}
