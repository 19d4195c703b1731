package bookstore;

import static bookstore.db.Tables.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import bookstore.seeds.BookstoreSeeds;
import dev.seeder.SeedReport;
import dev.seeder.junit.SeededDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A thousand tests that each delete rows of their database of 9,300 rows.
 *
 * <p>Not part of the build, which runs what is called {@code ...Test}: its time is measured by
 * hand.
 */
class ThousandDatabases {

  @RegisterExtension
  static final SeededDatabase DATABASE =
      SeededDatabase.sqlite()
          .prepare(source -> BookstoreSchema.create(DSL.using(source, SQLDialect.SQLITE)))
          .seeds(BookstoreSeeds.of(1_450));

  @RepeatedTest(1_000)
  void deletesSomeSales(DSLContext dsl, SeedReport report) {
    assertThat(report.totalRows()).isEqualTo(9_331);

    assertThat(dsl.deleteFrom(SALE).where(SALE.ID.le(100L)).execute()).isEqualTo(100);

    assertThat(dsl.fetchCount(SALE)).isEqualTo(7_150);
  }
}
