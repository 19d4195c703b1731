package dev.seeder.flyway.scanned.given;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;

/** Made by its owner: Flyway cannot make it, and need not. */
public class V1__Books extends SeedMigration {

  private final List<Seed> seeds;

  /** Makes a migration of these seeds. */
  public V1__Books(Seed... seeds) {
    this.seeds = List.of(seeds);
  }

  @Override
  protected List<Seed> seeds() {
    return seeds;
  }

  /** Is left alone by Flyway and by us. */
  public abstract static class Base extends SeedMigration {}
}
