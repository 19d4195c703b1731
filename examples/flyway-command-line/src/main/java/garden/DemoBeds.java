package garden;

import static dev.seeder.rows.Values.existing;
import static garden.Garden.BED;
import static garden.Garden.BED_GARDENER;
import static garden.Garden.BED_PLANT_ID;
import static garden.Garden.PLANT_ID;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.util.Set;
import org.jooq.Record;

/** Invented beds, made anew whenever the seeds change. */
public final class DemoBeds implements Seed {

  private static final Factory<Record> BEDS =
      Factory.of(BED)
          .generate(BED_PLANT_ID, existing(PLANT_ID))
          .generate(BED_GARDENER, draw -> draw.faker().name().fullName());

  @Override
  public String name() {
    return "demo-beds";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("plants");
  }

  @Override
  public void run(SeedContext seed) {
    seed.dsl().deleteFrom(BED).execute();
    seed.insert(BEDS.rows(20));
  }
}
