package scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import net.datafaker.Faker;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;

/** The rows of the shop by jOOQ's batches and Datafaker's calls, as somebody writes them. */
final class Handwritten {

  private static final int BATCH = 1_000;

  private static final Instant OPENED = Instant.parse("2023-01-01T00:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");

  private final DSLContext dsl;
  private final Size size;
  private final Faker faker = new Faker(Locale.ENGLISH, new Random(0));
  private final List<BigDecimal> prices = new ArrayList<>();
  private final Set<String> isbns = new HashSet<>();

  private Handwritten(DSLContext dsl, Size size) {
    this.dsl = dsl;
    this.size = size;
  }

  static void load(DSLContext dsl, Size size) {
    dsl.transaction(transaction -> new Handwritten(transaction.dsl(), size).run());
  }

  private void run() {
    insert(Shop.ALL.get(0), size.authors, this::author);
    insert(Shop.ALL.get(1), size.books, this::book);
    insert(Shop.ALL.get(2), size.salespersons, this::salesperson);
    insert(Shop.ALL.get(3), size.sales, this::sale);
  }

  private Object[] author(int id) {
    String name = faker.name().fullName();
    return new Object[] {id, name, email(name, id), faker.address().country()};
  }

  private Object[] book(int id) {
    BigDecimal price =
        BigDecimal.valueOf(faker.number().randomDouble(2, 5, 60)).setScale(2, RoundingMode.HALF_UP);
    prices.add(price);
    return new Object[] {
      id,
      faker.book().title(),
      isbn(),
      faker.number().numberBetween(1, size.authors + 1),
      price,
      day("1990-01-01", "2022-12-31"),
      faker.book().genre()
    };
  }

  private Object[] salesperson(int id) {
    String first = faker.name().firstName();
    String last = faker.name().lastName();
    return new Object[] {
      id, first, last, email(first + "." + last, id), day("2010-01-01", "2022-12-31")
    };
  }

  private Object[] sale(int id) {
    int book = faker.number().numberBetween(1, size.books + 1);
    return new Object[] {
      id,
      book,
      faker.number().numberBetween(1, size.salespersons + 1),
      LocalDateTime.ofInstant(faker.timeAndDate().between(OPENED, CLOSED), ZoneOffset.UTC),
      faker.number().numberBetween(1, 5),
      prices.get(book - 1)
    };
  }

  private String isbn() {
    String isbn = faker.code().isbn13();
    while (!isbns.add(isbn)) {
      isbn = faker.code().isbn13();
    }
    return isbn;
  }

  private LocalDate day(String first, String last) {
    return LocalDate.ofEpochDay(
        faker
            .number()
            .numberBetween(
                LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay()));
  }

  private static String email(String name, int id) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + id + "@example.com";
  }

  private void insert(Shop.Columns table, int count, IntFunction<Object[]> row) {
    for (int from = 1; from <= count; from += BATCH) {
      BatchBindStep batch =
          dsl.batch(
              dsl.insertInto(table.table())
                  .columns(table.fields())
                  .values(new Object[table.fields().size()]));
      for (int id = from; id < from + BATCH && id <= count; id++) {
        batch = batch.bind(row.apply(id));
      }
      batch.execute();
    }
  }
}
