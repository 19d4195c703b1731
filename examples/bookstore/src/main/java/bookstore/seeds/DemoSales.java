package bookstore.seeds;

import static bookstore.db.Tables.BOOK;
import static bookstore.db.Tables.SALE;
import static bookstore.db.Tables.SALESPERSON;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.weighted;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Draw;
import dev.seeder.rows.Factory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invented sales of two years: after the book was published, by somebody who worked there, at the
 * price of the book or a little less.
 */
final class DemoSales implements Seed {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
  private static final List<BigDecimal> RATES =
      List.of(
          new BigDecimal("1.00"),
          new BigDecimal("1.00"),
          new BigDecimal("1.00"),
          new BigDecimal("0.95"),
          new BigDecimal("0.90"));

  private final int books;

  DemoSales(int books) {
    this.books = books;
  }

  @Override
  public String name() {
    return "demo-sales";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("demo-books", "demo-staff");
  }

  @Override
  public void run(SeedContext seed) {
    Map<Long, BookFacts> facts =
        seed.dsl()
            .select(BOOK.ID, BOOK.PRICE, BOOK.PUBLISHED_ON)
            .from(BOOK)
            .fetchMap(BOOK.ID, row -> new BookFacts(row.value2(), row.value3()));
    Map<Long, LocalDate> hired =
        seed.dsl()
            .select(SALESPERSON.ID, SALESPERSON.HIRED_ON)
            .from(SALESPERSON)
            .fetchMap(SALESPERSON.ID, SALESPERSON.HIRED_ON);

    seed.insert(
        Factory.of(SALE)
            .generate(SALE.BOOK_ID, existing(BOOK.ID))
            .generate(SALE.SALESPERSON_ID, existing(SALESPERSON.ID))
            .generate(
                SALE.SOLD_AT,
                draw ->
                    openingHour(
                        facts.get(draw.value(SALE.BOOK_ID)).publishedOn(),
                        hired.get(draw.value(SALE.SALESPERSON_ID)),
                        draw))
            .generate(SALE.QUANTITY, weighted(Map.of(1, 84, 2, 11, 3, 3, 4, 1, 6, 1)))
            .generate(
                SALE.UNIT_PRICE,
                draw -> discounted(facts.get(draw.value(SALE.BOOK_ID)).price(), draw))
            .rows(books * 5L));
  }

  private static LocalDateTime openingHour(LocalDate published, LocalDate hired, Draw draw) {
    LocalDate from = Collections.max(List.of(FIRST_DAY, published, hired));
    long days = ChronoUnit.DAYS.between(from, LAST_DAY);
    return from.plusDays(1 + draw.random().nextLong(days))
        .atTime(9, 0)
        .plusMinutes(draw.random().nextInt(10 * 60));
  }

  private static BigDecimal discounted(BigDecimal price, Draw draw) {
    BigDecimal rate = RATES.get(draw.random().nextInt(RATES.size()));
    return price.multiply(rate).setScale(2, RoundingMode.HALF_UP);
  }

  private record BookFacts(BigDecimal price, LocalDate publishedOn) {}
}
