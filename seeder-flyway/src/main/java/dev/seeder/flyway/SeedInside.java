package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import java.util.List;
import java.util.Set;

/** A seed that needs nothing but the seeds of its own migration. */
record SeedInside(Seed seed, Set<String> dependsOn) implements Seed {

  @Override
  public String name() {
    return seed.name();
  }

  @Override
  public int revision() {
    return seed.revision();
  }

  @Override
  public List<String> dataFiles() {
    return seed.dataFiles();
  }

  @Override
  public boolean isReferenceData() {
    return seed.isReferenceData();
  }

  @Override
  public Set<String> environments() {
    return seed.environments();
  }

  @Override
  public long commitEvery() {
    return seed.commitEvery();
  }

  @Override
  public void run(SeedContext context) {
    seed.run(context);
  }
}
