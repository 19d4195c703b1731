package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import dev.seeder.junit.Seeded;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@Seeded(migrations = "classpath:db/migration", value = {Categories.class, DemoProducts.class})
class ShelfTest {

  @Test
  void clearsOneCategory(DSLContext dsl) {
    int cleared = new Shelf(dsl).clear("music");

    assertThat(cleared).isEqualTo(17);
    assertThat(dsl.fetchCount(table("product"))).isEqualTo(33);
  }

  @Test
  void nothingIsClearedBefore(DSLContext dsl) {
    assertThat(dsl.fetchCount(table("product"))).isEqualTo(50);
  }
}
