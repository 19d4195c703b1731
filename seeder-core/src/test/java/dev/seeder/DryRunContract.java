package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seeder.SeedReport.Changes;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a dry run tells and leaves. On every database. */
abstract class DryRunContract extends DatabaseContract {

  private static final Seed CUSTOMERS =
      seed("customers", seed -> seed.insert(customers(3, DatabaseContract::customer)))
          .after("countries");

  DryRunContract(TestDatabase database) {
    super(database);
  }

  private static Seed countries(String name) {
    return seed(
        "countries", seed -> seed.sync(MergeContract.countries("de", name, "fr", "France"), CODE));
  }

  @Test
  void tellsWhatARunWouldDoAndLeavesNothing() {
    SeedReport first = seeder(countries("Germany"), CUSTOMERS).dryRun();

    assertThat(reasons(first))
        .containsExactly(
            "countries PENDING: not applied yet", "customers PENDING: not applied yet");
    assertThat(first.entries().get(1).changes())
        .containsExactly(Map.entry("customer", new Changes(3, 0, 0, 0)));
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(tables()).doesNotContain("seeder_history");

    seeder(countries("Germany"), CUSTOMERS).run();
    dsl.update(COUNTRY).set(NAME, "Gaul").where(CODE.eq("fr")).execute();
    dsl.insertInto(COUNTRY, CODE, NAME).values("it", "Italy").execute();
    Seed raised = ((TestSeed) countries("Deutschland")).revision(2);
    SeedReport second = seeder(raised, CUSTOMERS).dryRun();

    assertThat(second.toString().lines())
        .contains("countries   pending     country   ~2 -1          another revision was applied");
    assertThat(outcomes(second)).containsExactly("countries PENDING", "customers UNCHANGED");
    assertThat(recorded()).containsExactly("countries 1", "customers 1");
    assertThat(dsl.select(NAME).from(COUNTRY).orderBy(CODE).fetch(NAME))
        .containsExactly("Germany", "Gaul", "Italy");
  }

  @Test
  void tellsTheStatementsWithoutTheirValues() {
    var statements = new ArrayList<String>();

    seeder(countries("Germany"), CUSTOMERS).dryRun(statements::add);

    assertThat(statements)
        .anyMatch(sql -> sql.matches("insert into .?country.? .*"))
        .anyMatch(sql -> sql.matches("insert into .?customer.? .*"))
        .noneMatch(sql -> sql.contains("Germany") || sql.startsWith("select"));
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void aSeedThatFailsIsTold() {
    Seed failing = customersBut(2, 3, 2, "de", -1);

    SeedException failure =
        catchThrowableOfType(
            SeedException.class, () -> seeder(countries("Germany"), failing).dryRun());

    assertThat(failure)
        .hasMessageStartingWith("Seed \"customers\" failed at ")
        .hasMessageContaining("; the dry run was rolled back.\n  Cause: ");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void seedsThatCommitInBetweenAreRefused() {
    Seed committing =
        new Seed() {
          @Override
          public String name() {
            return "committing";
          }

          @Override
          public long commitEvery() {
            return 10;
          }

          @Override
          public void run(SeedContext seed) {
            COUNTRIES.run(seed);
          }
        };

    assertThatThrownBy(() -> seeder(COUNTRIES, committing).dryRun())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            A dry run cannot roll back seeds that commit in between: committing.
              To fix: leave them out of the dry run, or let commitEvery() be 0.""");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void aTransactionOfSomebodyElseIsRolledBackToItsSavepoint() {
    dsl.transaction(
        tx -> {
          tx.dsl().insertInto(COUNTRY, CODE, NAME).values("es", "Spain").execute();
          SeedReport report =
              Seeder.of(tx.dsl())
                  .withoutHistory()
                  .seeds(
                      seed("countries", COUNTRIES::run).asReferenceData(),
                      seed("customers", CUSTOMERS::run).asReferenceData())
                  .dryRun();
          assertThat(report.totalRows()).isEqualTo(4);
          assertThat(tx.dsl().fetchCount(COUNTRY)).isOne();
        });

    assertThat(dsl.select(CODE).from(COUNTRY).fetch(CODE)).containsExactly("es");
  }
}
