package dev.seeder.flyway.scanned.found;

import dev.seeder.Seed;
import dev.seeder.flyway.FoundSeedsTest;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Holds a seed that a service file names too. */
public class V2__Genres extends SeedMigration {

  @Override
  protected List<Seed> seeds() {
    return List.of(new FoundSeedsTest.Genres());
  }
}
