package scale;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;
import org.jooq.DSLContext;

/** The first migration: the tables and their rows. */
public final class V1__Shop extends SeedMigration {

  private final Size size;

  V1__Shop(Size size) {
    this.size = size;
  }

  @Override
  protected void schema(DSLContext dsl) {
    Shop.create(dsl);
  }

  @Override
  protected List<Seed> seeds() {
    return List.of(ShopSeeds.of(size));
  }
}
