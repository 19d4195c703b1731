package db.migration;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;
import library.Genres;

/** The genres, once and right after the tables: another genre is another migration. */
public class V2__Genres extends SeedMigration {

  @Override
  protected List<Seed> seeds() {
    return List.of(new Genres());
  }
}
