package bookstore.seeds;

import static bookstore.db.Tables.GENRE;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;

/** The genres: rows of a file. */
final class Genres implements Seed {

  @Override
  public String name() {
    return "genres";
  }

  @Override
  public boolean isReferenceData() {
    return true;
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(Fixture.of(GENRE, "seeds/genres.csv"));
  }
}
