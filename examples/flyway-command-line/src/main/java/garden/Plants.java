package garden;

import static garden.Garden.PLANT;
import static garden.Garden.PLANT_NAME;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;
import java.util.List;

/** What grows, from a file that is brought in again whenever it changes. */
public final class Plants implements Seed {

  private static final String FILE = "seeds/plants.csv";

  @Override
  public String name() {
    return "plants";
  }

  @Override
  public boolean isReferenceData() {
    return true;
  }

  @Override
  public List<String> dataFiles() {
    return List.of(FILE);
  }

  @Override
  public void run(SeedContext seed) {
    seed.upsert(Fixture.of(PLANT, FILE), PLANT_NAME);
  }
}
