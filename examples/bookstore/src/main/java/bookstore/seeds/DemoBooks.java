package bookstore.seeds;

import static bookstore.db.Tables.AUTHOR;
import static bookstore.db.Tables.BOOK;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.weighted;

import bookstore.db.tables.records.AuthorRecord;
import bookstore.db.tables.records.BookRecord;
import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.datafaker.providers.base.Name;

/** Invented authors and their books. */
final class DemoBooks implements Seed {

  private static final Map<String, Integer> GENRES =
      Map.ofEntries(
          Map.entry("biography", 8),
          Map.entry("children", 12),
          Map.entry("cooking", 6),
          Map.entry("crime", 16),
          Map.entry("essays", 4),
          Map.entry("fantasy", 9),
          Map.entry("history", 8),
          Map.entry("novel", 18),
          Map.entry("poetry", 4),
          Map.entry("science", 5),
          Map.entry("scifi", 6),
          Map.entry("travel", 4));

  private static final Map<String, Integer> COUNTRIES =
      Map.of(
          "United Kingdom", 34,
          "United States", 32,
          "Ireland", 8,
          "Canada", 8,
          "Australia", 7,
          "South Africa", 4,
          "New Zealand", 4,
          "Jamaica", 3);

  private static final Factory<AuthorRecord> AUTHORS =
      Factory.of(AUTHOR)
          .generate(
              AUTHOR.NAME,
              draw -> {
                Name name = draw.faker().name();
                return name.firstName() + " " + name.lastName();
              })
          .generate(AUTHOR.EMAIL, orNull(0.25, email(AUTHOR.NAME)))
          .generate(AUTHOR.COUNTRY, weighted(COUNTRIES));

  private static final Factory<BookRecord> BOOKS =
      Factory.of(BOOK)
          .generate(BOOK.TITLE, new Titles())
          .generate(BOOK.ISBN, isbn13())
          .generate(BOOK.AUTHOR_ID, existing(AUTHOR.ID))
          .generate(BOOK.GENRE, weighted(GENRES))
          .generate(BOOK.PRICE, price("4.99", "49.99"))
          .set(BOOK.CURRENCY, "GBP")
          .generate(
              BOOK.PUBLISHED_ON, between(LocalDate.of(1995, 1, 1), LocalDate.of(2025, 9, 30)));

  private final int books;

  DemoBooks(int books) {
    this.books = books;
  }

  @Override
  public String name() {
    return "demo-books";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("genres", "currencies");
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(AUTHORS.rows(1 + books * 2L / 5));
    seed.insert(BOOKS.rows(books));
  }
}
