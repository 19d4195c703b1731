package db.migration;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;
import shop.Shop;

/** The first migration: the schema, and the seeds imported into it. */
public class V1__Shop extends SeedMigration {

  @Override
  protected String schemaScript() {
    return "db/shop.sql";
  }

  @Override
  protected List<Seed> seeds() {
    return Shop.seeds();
  }
}
