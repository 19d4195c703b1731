package bookstore.seeds;

import static bookstore.db.Tables.GENRE;

import dev.seeder.Seed;
import dev.seeder.SeedContext;

/** The genres: rows written by hand, in plain jOOQ. */
final class Genres implements Seed {

  @Override
  public String name() {
    return "genres";
  }

  @Override
  public void run(SeedContext seed) {
    seed.dsl()
        .insertInto(GENRE, GENRE.CODE, GENRE.NAME)
        .values("biography", "Biography and memoir")
        .values("children", "Children's books")
        .values("cooking", "Food and drink")
        .values("crime", "Crime and mystery")
        .values("essays", "Essays")
        .values("fantasy", "Fantasy")
        .values("history", "History")
        .values("novel", "Novels and stories")
        .values("poetry", "Poetry")
        .values("science", "Popular science")
        .values("scifi", "Science fiction")
        .values("travel", "Travel")
        .execute();
  }
}
