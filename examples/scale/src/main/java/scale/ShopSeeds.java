package scale;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.country;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.expression;
import static dev.seeder.rows.Values.firstName;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.growing;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.lastName;
import static dev.seeder.rows.Values.lookup;
import static dev.seeder.rows.Values.popular;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.weighted;

import dev.seeder.Seed;
import dev.seeder.rows.Factory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jooq.Record;

/** The rows of the shop by Seeder, as somebody writes them who does not think of speed. */
final class ShopSeeds {

  private static final Factory<Record> AUTHORS =
      Factory.of(Shop.AUTHORS)
          .generate(Shop.AUTHOR_NAME, fullName())
          .generate(Shop.AUTHOR_EMAIL, email())
          .generate(Shop.AUTHOR_COUNTRY, country());

  private static final Factory<Record> BOOKS =
      Factory.of(Shop.BOOKS)
          .generate(Shop.BOOK_TITLE, expression("#{book.title}"))
          .generate(Shop.BOOK_ISBN, isbn13())
          .generate(Shop.BOOK_AUTHOR, existing(Shop.AUTHOR))
          .generate(Shop.BOOK_PRICE, price("4.99", "59.99"))
          .generate(
              Shop.BOOK_PUBLISHED, between(LocalDate.of(1990, 1, 1), LocalDate.of(2022, 12, 31)))
          .generate(Shop.BOOK_GENRE, expression("#{book.genre}"));

  private static final Factory<Record> SALESPERSONS =
      Factory.of(Shop.SALESPERSONS)
          .generate(Shop.FIRST_NAME, firstName())
          .generate(Shop.LAST_NAME, lastName())
          .generate(Shop.STAFF_EMAIL, email())
          .generate(Shop.HIRED, between(LocalDate.of(2010, 1, 1), LocalDate.of(2022, 12, 31)));

  private static final Factory<Record> SALES =
      Factory.of(Shop.SALES)
          .generate(Shop.SALE_BOOK, popular(Shop.BOOK))
          .generate(Shop.SALE_SALESPERSON, existing(Shop.SALESPERSON))
          .generate(
              Shop.SOLD_AT,
              growing(LocalDateTime.of(2023, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 1, 0, 0)))
          .generate(Shop.QUANTITY, weighted(Map.of(1, 80, 2, 14, 3, 4, 4, 2)))
          .generate(Shop.UNIT_PRICE, lookup(Shop.SALE_BOOK, Shop.BOOK, Shop.BOOK_PRICE));

  private ShopSeeds() {}

  /** Returns the seed that fills the four tables. */
  static Seed of(Size size) {
    return Seed.of(
        "shop",
        seed -> {
          seed.insert(AUTHORS.rows(size.authors));
          seed.insert(BOOKS.rows(size.books));
          seed.insert(SALESPERSONS.rows(size.salespersons));
          seed.insert(SALES.rows(size.sales));
        });
  }
}
