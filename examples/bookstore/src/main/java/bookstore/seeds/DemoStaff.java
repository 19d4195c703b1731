package bookstore.seeds;

import static bookstore.db.Tables.SALESPERSON;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;

import bookstore.db.tables.records.SalespersonRecord;
import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.time.LocalDate;

/** Invented people who sell books. */
final class DemoStaff implements Seed {

  private static final Factory<SalespersonRecord> SALESPEOPLE =
      Factory.of(SALESPERSON)
          .generate(SALESPERSON.FIRST_NAME, draw -> draw.faker().name().firstName())
          .generate(SALESPERSON.LAST_NAME, draw -> draw.faker().name().lastName())
          .generate(SALESPERSON.EMAIL, email(SALESPERSON.FIRST_NAME, SALESPERSON.LAST_NAME))
          .generate(
              SALESPERSON.HIRED_ON, between(LocalDate.of(2012, 3, 1), LocalDate.of(2025, 6, 30)));

  private final int books;

  DemoStaff(int books) {
    this.books = books;
  }

  @Override
  public String name() {
    return "demo-staff";
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(SALESPEOPLE.rows(4 + books / 50));
  }
}
