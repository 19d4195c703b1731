package shop;

import static shop.Shop.PRODUCT;
import static shop.Shop.PRODUCT_NAME;
import static shop.Shop.PRODUCT_PRICE_CENTS;
import static shop.Shop.PRODUCT_STOCK;

import dev.seeder.Seed;
import dev.seeder.SeedContext;

/** What the shop sells, written by hand. */
final class Products implements Seed {

  @Override
  public String name() {
    return "products";
  }

  @Override
  public boolean isReferenceData() {
    return true;
  }

  @Override
  public void run(SeedContext seed) {
    seed.dsl()
        .insertInto(PRODUCT, PRODUCT_NAME, PRODUCT_PRICE_CENTS, PRODUCT_STOCK)
        .values("Notebook, ruled", 450, 400)
        .values("Notebook, plain", 450, 400)
        .values("Fountain pen", 2_900, 250)
        .values("Ink, blue", 790, 300)
        .values("Ink, black", 790, 300)
        .values("Pencil", 120, 900)
        .execute();
  }
}
