package shop;

import static shop.Shop.PRODUCT;
import static shop.Shop.PRODUCT_NAME;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;
import java.util.List;

/**
 * What the shop sells for the season: rows of a file, brought in again whenever it changes.
 *
 * <p>In no migration, but named in {@code META-INF/services/dev.seeder.Seed}.
 */
public final class SeasonProducts implements Seed {

  private static final String FILE = "seeds/season.csv";

  @Override
  public String name() {
    return "season-products";
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
    seed.upsert(Fixture.of(PRODUCT, FILE), PRODUCT_NAME);
  }
}
