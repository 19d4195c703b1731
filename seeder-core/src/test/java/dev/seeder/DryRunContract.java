package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARBINARY;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
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
  void showsRowsWhenAskedTo() {
    seeder(countries("Germany"), CUSTOMERS).run();
    dsl.update(COUNTRY).set(NAME, "Gaul").where(CODE.eq("fr")).execute();
    dsl.insertInto(COUNTRY, CODE, NAME).values("it", "Italy").execute();
    dsl.insertInto(COUNTRY, CODE, NAME).values("no", "Norway").execute();
    Seed changed =
        seed(
                "countries",
                seed ->
                    seed.sync(
                        MergeContract.countries(
                            "at", "Austria", "be", "Belgium", "cz", "Czechia", "de", "Germany",
                            "fr", "France"),
                        CODE))
            .revision(2);
    Seed more = seed("more", seed -> seed.insert(customers(1, i -> new Object[] {9, "de", null})));

    SeedReport report = seeder(changed, more).dryRun(sql -> {}, 2);

    assertThat(report.entries().get(0).shown())
        .containsExactly(
            Map.entry(
                "country",
                List.of(
                    "+ code \"at\", name \"Austria\"",
                    "+ code \"be\", name \"Belgium\"",
                    "~ code \"fr\": name \"Gaul\" -> \"France\"",
                    "- code \"it\", name \"Italy\"",
                    "- code \"no\", name \"Norway\"")));
    assertThat(report.entries().get(0).changes())
        .containsExactly(Map.entry("country", new Changes(3, 1, 1, 2)));
    assertThat(report)
        .asString()
        .contains(
            """

            countries: country
              + code "at", name "Austria"
              + code "be", name "Belgium"
              ~ code "fr": name "Gaul" -> "France"
              - code "it", name "Italy"
              - code "no", name "Norway"
              and 1 more
            more: customer
              + id 9, home "de", age NULL
            To repeat:""");
    assertThat(seeder(changed, more).dryRun().entries()).allMatch(each -> each.shown().isEmpty());
    assertThat(seeder(changed, more).run().entries()).allMatch(each -> each.shown().isEmpty());
  }

  @Test
  void rowsIntoAnEmptyTableAreShown() {
    Seed brought =
        seed(
            "countries",
            seed ->
                seed.insertMissing(
                    MergeContract.countries("de", "Germany", "fr", "line\n\u001b[31mred"), CODE));

    SeedReport report = seeder(brought).dryRun(sql -> {}, 20);

    assertThat(report.entries().get(0).shown().get("country"))
        .containsExactly(
            "+ code \"de\", name \"Germany\"", "+ code \"fr\", name \"line\\n\\u001b[31mred\"");
  }

  @Test
  void rowsOfATransactionThatFailedInsideAreNotShown() {
    Seed trying =
        seed(
            "trying",
            seed -> {
              seed.insert(MergeContract.countries("de", "Germany"));
              assertThatThrownBy(
                      () ->
                          seed.dsl()
                              .transaction(
                                  inner -> {
                                    seed.upsert(MergeContract.countries("fr", "France"), CODE);
                                    throw new IllegalStateException("no");
                                  }))
                  .hasMessage("no");
            });

    SeedReport report = seeder(trying).dryRun(sql -> {}, 20);

    assertThat(report.entries().get(0).shown().get("country"))
        .containsExactly("+ code \"de\", name \"Germany\"");
  }

  @Test
  void secretsAreHiddenAndLongValuesShortened() {
    dsl.execute(
        "create table \"account\" (\"id\" integer primary key, \"password_hash\" varchar(99),"
            + " \"note\" varchar(200), \"data\" "
            + binary()
            + ")");
    Table<?> account = table(name("account"));
    List<Field<?>> columns =
        List.of(
            ID,
            field(name("password_hash"), VARCHAR(99)),
            field(name("note"), VARCHAR(200)),
            field(name("data"), VARBINARY(10)));
    byte[] data = {1, 2, 3};
    Object[] before = {1, "$2a$10$abc", "short", data};
    dsl.batch(dsl.insertInto(account, columns).values(before)).execute();
    Seed changing =
        seed(
                "accounts",
                seed -> {
                  String secret = seed.secret("admin");
                  seed.upsert(
                      RowSource.of(
                          account,
                          columns,
                          List.<Object[]>of(
                              new Object[] {1, "$2a$10$xyz", "n".repeat(100), new byte[] {4}},
                              new Object[] {2, "$2a$10$zzz", "it is " + secret, null})),
                      ID);
                  seed.insert(
                      RowSource.of(
                          account,
                          columns,
                          List.<Object[]>of(new Object[] {3, "$2a$10$yyy", secret + "!", data})));
                })
            .asReferenceData();

    SeedReport report = seeder(changing).dryRun(sql -> {}, 20);

    assertThat(report.entries().get(0).shown().get("account"))
        .containsExactly(
            "+ id 2, password_hash (hidden), note (hidden), data NULL",
            "+ id 3, password_hash (hidden), note (hidden), data (3 bytes)",
            "~ id 1: password_hash (hidden) -> (hidden), note \"short\" -> \""
                + "n".repeat(60)
                + "\"... (100 characters), data (3 bytes) -> (1 bytes)");
  }

  private String binary() {
    return switch (dsl.family()) {
      case POSTGRES -> "bytea";
      case SQLITE -> "blob";
      default -> "varbinary(10)";
    };
  }

  @Test
  void howManyRowsAreShownIsNotNegative() {
    assertThatThrownBy(() -> seeder(COUNTRIES).dryRun(sql -> {}, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("So many rows cannot be shown: -1.");
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
