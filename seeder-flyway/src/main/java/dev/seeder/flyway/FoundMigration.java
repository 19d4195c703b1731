package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.util.List;
import java.util.function.UnaryOperator;

/** The migration of the seeds that were found. */
final class FoundMigration extends SeedMigration {

  private static final MigrationName NAME = MigrationName.repeatable("seeds");

  private final List<Seed> seeds;
  private final UnaryOperator<Seeder> settings;

  FoundMigration(List<Seed> seeds, UnaryOperator<Seeder> settings) {
    this.seeds = seeds;
    this.settings = settings;
  }

  @Override
  protected List<Seed> seeds() {
    return seeds;
  }

  @Override
  protected Seeder configure(Seeder seeder) {
    return settings.apply(seeder);
  }

  @Override
  boolean runsEachSeedOnce() {
    return true;
  }

  @Override
  MigrationName name() {
    return NAME;
  }

  @Override
  String script() {
    return "seeds";
  }
}
