package dev.seeder.flyway.scanned.books;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.List;
import java.util.stream.IntStream;

/** A migration as a user writes it. */
public class V2__Three_books extends SeedMigration {

  @Override
  protected List<Seed> seeds() {
    return List.of(
        Seed.of(
            "books",
            seed ->
                IntStream.rangeClosed(1, 3)
                    .forEach(
                        id -> seed.dsl().execute("insert into book values (" + id + ", 'Book')"))));
  }
}
