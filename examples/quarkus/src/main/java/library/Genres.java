package library;

import static library.Library.GENRE;
import static library.Library.GENRE_CODE;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;
import java.util.List;

/** The genres, in every environment: rows of a file. */
public class Genres implements Seed {

  private static final String FILE = "seeds/genres.csv";

  @Override
  public String name() {
    return "genres";
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
    seed.upsert(Fixture.of(GENRE, FILE), GENRE_CODE);
  }
}
