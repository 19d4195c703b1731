package bookstore.seeds;

import static bookstore.db.Tables.CURRENCY;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;
import java.util.List;

/** The currencies: those of a file and no others, as long as no book has a price in them. */
final class Currencies implements Seed {

  private static final String FILE = "seeds/currencies.csv";

  @Override
  public String name() {
    return "currencies";
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
    seed.sync(Fixture.of(CURRENCY, FILE), CURRENCY.CODE);
  }
}
