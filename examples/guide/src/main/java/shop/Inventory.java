package shop;

import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

@Component
class Inventory implements CommandLineRunner {

  private final DSLContext dsl;

  Inventory(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public void run(String... args) {
    int categories = dsl.fetchCount(table("category"));
    int products = dsl.fetchCount(table("product"));
    System.out.println(categories + " categories, " + products + " products");
    dsl.fetch("select name, price, category_code from product order by id limit 3")
        .forEach(product -> System.out.println("  " + product.valuesRow()));
  }
}
