package bookstore.seeds;

import dev.seeder.Seed;
import java.util.List;

/** The seeds of the bookstore. */
public final class BookstoreSeeds {

  private BookstoreSeeds() {}

  /** Returns the seeds for this many books; the other tables grow along. */
  public static List<Seed> of(int books) {
    return List.of(
        new Genres(),
        new Currencies(),
        new DemoBooks(books),
        new DemoStaff(books),
        new DemoSales(books));
  }
}
