package shop;

import static dev.seeder.rows.Values.price;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.util.Set;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class DemoProducts implements Seed {

  private static final Factory<Record> PRODUCTS =
      Factory.of(table("product"))
          .generate(field("name", VARCHAR), draw -> draw.faker().commerce().productName())
          .generate(field("price", DECIMAL), price("4.99", "99.99"));

  @Override
  public String name() {
    return "demo-products";
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("categories");
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(PRODUCTS.rows(50));
  }
}
