package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.junit.Seeded;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.transaction.BeforeTransaction;

@JooqTest(properties = {"spring.flyway.enabled=false", "spring.jooq.sql-dialect=sqlite"})
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({TestDatabase.class, Shelf.class})
@Seeded(migrations = "classpath:db/migration", value = {Categories.class, DemoProducts.class})
class ShelfSliceTest {

  @Autowired TestDatabase database;
  @Autowired Shelf shelf;

  @BeforeTransaction
  void useTheDatabaseOfThisTest(DataSource seeded) {
    database.setTargetDataSource(seeded);
  }

  @Test
  void springsShelfClearsOneCategory() {
    assertThat(shelf.clear("music")).isEqualTo(17);
  }
}
