package dev.seeder.flyway;

import dev.seeder.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A migration of seeds that were handed over. */
final class GivenSeeds extends SeedMigration {

  private final MigrationName name;
  private final List<Seed> seeds;

  GivenSeeds(MigrationName name, Seed... seeds) {
    this.name = name;
    this.seeds = Arrays.stream(seeds).map(seed -> Objects.requireNonNull(seed, "seed")).toList();
    if (this.seeds.isEmpty()) {
      throw new IllegalArgumentException(
          "Seed migration \""
              + name
              + "\" has no seeds.\n"
              + "  To fix: pass at least one, as in"
              + " SeedMigration.versioned(\"2\", \"demo books\", new DemoBooks())");
    }
  }

  @Override
  MigrationName name() {
    return name;
  }

  @Override
  String script() {
    return "seeds";
  }

  @Override
  protected List<Seed> seeds() {
    return seeds;
  }
}
