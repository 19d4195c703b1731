package shop;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.existing;
import static shop.Shop.PRODUCT_ID;
import static shop.Shop.PURCHASE;
import static shop.Shop.PURCHASE_BOUGHT_ON;
import static shop.Shop.PURCHASE_CUSTOMER;
import static shop.Shop.PURCHASE_PRODUCT_ID;
import static shop.Shop.PURCHASE_QUANTITY;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.Record;

/** Invented purchases. */
final class DemoPurchases implements Seed {

  private static final Factory<Record> PURCHASES =
      Factory.of(PURCHASE)
          .generate(PURCHASE_PRODUCT_ID, existing(PRODUCT_ID))
          .generate(PURCHASE_CUSTOMER, draw -> draw.faker().name().fullName())
          .generate(PURCHASE_QUANTITY, between(1, 3))
          .generate(
              PURCHASE_BOUGHT_ON, between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));

  @Override
  public String name() {
    return "demo-purchases";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("products");
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(PURCHASES.rows(200));
  }
}
