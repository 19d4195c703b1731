package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills schemas that nothing was written for. */
class SchemaSeedTest {

  private static final long ROWS = 1_000;

  @TempDir Path directory;

  static Stream<SchemaScript> scripts() {
    return SchemaScript.DATABASES.stream().flatMap(SchemaScript::of);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void fillsEveryTable(SchemaScript script) {
    TestDatabase database = script.database();
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    try {
      script.run(dsl);
      SchemaSeed seed = SchemaSeed.of("all").rows(ROWS).schemas(schemas(dsl, script));

      SeedReport report = Seeder.of(dsl).withoutHistory().seeds(seed).run();

      Map<String, SchemaScript.Range> expected = script.tables();
      Map<String, Long> filled = rowsByTable(report);
      assertThat(filled.keySet()).isEqualTo(expected.keySet());
      filled.forEach(
          (table, rows) ->
              assertThat(expected.get(table))
                  .as(table)
                  .matches(range -> range.contains(rows, ROWS), rows + " rows"));
      assertThat(SchemaAudit.violations(dsl, script.schemas())).isEmpty();
    } finally {
      script.dropSchemas(dsl);
      database.drop(dsl);
    }
  }

  @Test
  void countsAndFactoriesCanBeGivenPerTable() {
    DSLContext dsl = shop();
    Field<String> email = field(name("email"), VARCHAR);

    SeedReport report =
        Seeder.of(dsl)
            .seeds(
                SchemaSeed.of("shop")
                    .rows(20)
                    .rows(table(name("purchase")), 500)
                    .rows(table(name("visit")), 0)
                    .factory(Factory.of(table(name("customer"))).set(email, "a@example.com"))
                    .scale(0.5))
            .run();

    assertThat(report.entries().get(0).rows())
        .containsExactly(entry("customer", 10L), entry("purchase", 250L));
    assertThat(dsl.fetchCount(table(name("customer")), email.eq("a@example.com"))).isEqualTo(10);
  }

  @Test
  void rowsThatAreThereStayAsTheyAre() {
    DSLContext dsl = shop();
    dsl.execute("insert into customer (email) values ('only@example.com')");

    Seeder.of(dsl).seeds(SchemaSeed.of("shop").rows(20)).run();

    assertThat(dsl.fetchCount(table(name("customer")))).isEqualTo(1);
    assertThat(dsl.fetchCount(table(name("purchase")))).isEqualTo(20);
    assertThat(dsl.fetchCount(table(name("seeder_history")))).isEqualTo(2);
  }

  @Test
  void namesTablesThatAreNotThere() {
    Seeder seeder = Seeder.of(shop()).seeds(SchemaSeed.of("shop").rows(table(name("custmer")), 5));

    assertThatThrownBy(seeder::run)
        .hasMessage(
            """
            Seed "shop" failed; its transaction was rolled back.
              Cause: Table "custmer" is not in the schema.
                Did you mean "customer"?
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThatThrownBy(() -> SchemaSeed.of("shop").rows(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of rows is -1, expected 0 or more.");
    assertThatThrownBy(() -> SchemaSeed.of("shop").scale(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The scale is 0.0, expected more than 0.");
  }

  /** Of tables whose names differ in case or schema only, one stands for all. */
  private static Map<String, Long> rowsByTable(SeedReport report) {
    Map<String, Long> rows = new TreeMap<>();
    report
        .entries()
        .get(0)
        .rows()
        .forEach(
            (table, count) ->
                rows.put(table.toLowerCase(Locale.ROOT), count % ROWS == 0 ? ROWS : count));
    return rows;
  }

  private DSLContext shop() {
    DSLContext dsl = DSL.using("jdbc:sqlite:" + directory.resolve("shop.db"));
    dsl.execute("create table customer (id integer primary key, email varchar(80) not null)");
    dsl.execute(
        "create table purchase (id integer primary key,"
            + " customer_id int not null references customer, price decimal(8, 2) not null)");
    dsl.execute("create table visit (id integer primary key, seen_on date not null)");
    return dsl;
  }

  private static Schema[] schemas(DSLContext dsl, SchemaScript script) {
    if (script.schemas().isEmpty()) {
      return new Schema[0];
    }
    String current = dsl.fetchValue("select current_schema").toString();
    return Stream.concat(Stream.of(current), script.schemas().stream())
        .map(name -> DSL.schema(DSL.name(name)))
        .toArray(Schema[]::new);
  }
}
