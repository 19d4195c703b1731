package bookstore;

import static bookstore.db.Tables.BOOK;
import static bookstore.db.Tables.SALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import dev.seeder.SeedReport;
import dev.seeder.junit.Seeded;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Tests as a user of the library writes them: each has the migrated and filled bookstore alone. */
@Seeded(migrations = "classpath:db/migration")
class SalesTest {

  @Test
  void bookstoreIsFilled(DSLContext dsl, SeedReport report) {
    assertThat(report.totalRows()).isEqualTo(664);
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    assertThat(dsl.fetchCount(SALE)).isEqualTo(500);
  }

  @Test
  void bookThatNobodyBoughtCanBeRemoved(DSLContext dsl) {
    dsl.deleteFrom(SALE).execute();
    dsl.deleteFrom(BOOK).execute();

    assertThat(dsl.fetchCount(BOOK)).isZero();
  }

  @Test
  void higherPricesAreNotThoseOfPastSales(DSLContext dsl) {
    var before = dsl.select(sum(SALE.UNIT_PRICE)).from(SALE).fetchSingle();

    dsl.update(BOOK).set(BOOK.PRICE, BOOK.PRICE.times(2)).execute();

    assertThat(dsl.select(sum(SALE.UNIT_PRICE)).from(SALE).fetchSingle()).isEqualTo(before);
  }
}
