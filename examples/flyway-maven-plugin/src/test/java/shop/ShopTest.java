package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The build has migrated the database before the tests run: see the Flyway plugin in the pom. */
class ShopTest {

  private final CloseableDSLContext dsl =
      DSL.using(System.getProperty("shop.url", "jdbc:sqlite:target/shop.db"));

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void buildHasFilledTheShop() {
    assertThat(count("select count(*) from product")).isEqualTo(8);
    assertThat(count("select count(*) from purchase")).isEqualTo(200);
    assertThat(
            count("select count(*) from purchase where product_id not in (select id from product)"))
        .isZero();
  }

  @Test
  void triggerOfTheSchemaScriptSawEachPurchase() {
    assertThat(count("select sum(stock) from product"))
        .isEqualTo(3_300 - count("select sum(quantity) from purchase"));
  }

  @Test
  void flywayRecordsWhichMigrationHadWhichSeeds() {
    assertThat(
            dsl.fetch("select version, description, script, success from flyway_schema_history")
                .formatCSV())
        .isEqualTo(
            """
            version,description,script,success
            1,Shop,"db.migration.V1__Shop (products, demo-purchases)",true
            "",seeds,seeds (season-products),true
            """);
  }

  private int count(String query) {
    return dsl.fetchValue(query) instanceof Number number ? number.intValue() : -1;
  }
}
