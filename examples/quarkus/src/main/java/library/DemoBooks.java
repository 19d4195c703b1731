package library;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.unique;
import static library.Library.BOOK;
import static library.Library.BOOK_ISBN;
import static library.Library.BOOK_PAGES;
import static library.Library.BOOK_TITLE;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.util.Set;
import org.jooq.Record;

/** Invented books, where demo data is usual: not in a production. */
public class DemoBooks implements Seed {

  private static final Factory<Record> BOOKS =
      Factory.of(BOOK)
          .generate(BOOK_ISBN, unique(isbn13()))
          .generate(BOOK_TITLE, draw -> draw.faker().book().title())
          .generate(BOOK_PAGES, between(80, 900));

  @Override
  public String name() {
    return "demo-books";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("genres");
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(BOOKS.rows(50));
  }
}
