package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.Factory;
import dev.seeder.rows.Fixture;
import dev.seeder.rows.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** A database without savepoints: what a seed writes is all there, or nothing is. */
class DuckdbSeederTest extends DatabaseContract {

  private static final Seed CUSTOMERS =
      seed("customers", seed -> seed.insert(customers(20_000, DatabaseContract::customer)))
          .after("countries");

  DuckdbSeederTest() {
    super(TestDatabase.DUCKDB);
  }

  @Test
  void aSeedIsAppliedOnceByAnAppender() {
    SeedReport report = seeder(COUNTRIES, CUSTOMERS).run();

    assertThat(reasons(report))
        .containsExactly("countries APPLIED: ", "customers APPLIED: by appender");
    assertThat(report.totalRows()).isEqualTo(20_001);
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(20_000);
    assertThat(outcomes(seeder(COUNTRIES, CUSTOMERS).run()))
        .containsExactly("countries UNCHANGED", "customers UNCHANGED");
    assertThat(recorded()).containsExactly("countries 1", "customers 1");
  }

  @Test
  void aSeedThatFailsLeavesNothing() {
    seeder(COUNTRIES).run();

    SeedException refused = failure(seeder(COUNTRIES, customersBut(17_000, 20_000, 1, "de", 30)));

    assertThat(refused)
        .hasMessage(
            """
            Seed "customers" failed at row 17,000 of "customer"; its transaction was rolled back.
              Cause: a value that must be unique is there already
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(refused.getCause()).isInstanceOf(SQLException.class);
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    Seed late =
        seed(
            "late",
            seed -> {
              seed.insert(customers(20_000, DatabaseContract::customer));
              throw new IllegalStateException("Too late.");
            });
    assertThat(failure(seeder(late).withoutHistory())).hasMessageContaining("Too late.");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void namesTheRowThatIsRefused() {
    seeder(COUNTRIES).withoutHistory().run();

    assertThat(refused(1_999, 17, "xx", 30))
        .isEqualTo("1999: a row refers to one that is not there (code)");
    assertThat(refused(1_999, 17, null, 30))
        .isEqualTo("1999: a column that must have a value has none (customer.home)");
    assertThat(refused(1_999, 17, "de", 30))
        .isEqualTo("1999: a value that must be unique is there already");
    assertThat(refused(17_000, 17, "de", 30))
        .isEqualTo("17000: a value that must be unique is there already");
    assertThat(refused(17_000, 17_000, "de", -7))
        .isEqualTo("null: a check constraint does not hold (age >= 0)");
    seeder(customersBut(1, 1, 18_000, "de", 30)).withoutHistory().run();
    assertThat(refused(19_000, 19_000, "de", 31))
        .isEqualTo("18000: a value that must be unique is there already (id)");
  }

  private String refused(int at, Object... row) {
    SeedException failure = failure(seeder(customersBut(at, 20_000, row)).withoutHistory());
    String cause = failure.getMessage().lines().skip(1).findFirst().orElse("");
    return (failure.row().isPresent() ? failure.row().getAsLong() : null)
        + cause.replace("  Cause", "");
  }

  @Test
  void verbsBringRowsThatMayBeThere() {
    dsl.execute("insert into country values ('de', 'Germany'), ('fr', 'Gaul'), ('it', 'Italy')");
    Seed missing =
        seed(
            "missing",
            seed -> seed.insertMissing(MergeContract.countries("de", "D", "es", "Spain"), CODE));
    Seed updated =
        seed(
            "updated",
            seed -> seed.upsert(MergeContract.countries("fr", "France", "it", "Italy"), CODE));
    Seed synced =
        seed(
            "synced", seed -> seed.sync(MergeContract.countries("de", "Germany", "fr", "F"), CODE));

    SeedReport report = seeder(missing, updated, synced).run();

    assertThat(report.entries())
        .extracting(each -> each.changes().get("country"))
        .containsExactly(new Changes(1, 0, 1, 0), new Changes(0, 1, 1, 0), new Changes(0, 1, 1, 2));
    assertThat(dsl.select(CODE, NAME).from(COUNTRY).orderBy(CODE).fetch().formatCSV(false))
        .isEqualTo("de,Germany\nfr,F\n");
    SeedReport dry =
        seeder(seed("again", seed -> seed.sync(MergeContract.countries("de", "Deutschland"), CODE)))
            .dryRun(sql -> {}, 5);
    assertThat(dry.entries().get(0).shown().get("country"))
        .containsExactly(
            "~ code \"de\": name \"Germany\" -> \"Deutschland\"", "- code \"fr\", name \"F\"");
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(2);
  }

  /** It makes an update of an indexed column a delete and an insert, which its keys refuse. */
  @Test
  void aUniqueValueOfARowThatOthersReferToIsNotUpdated() {
    seeder(COUNTRIES, seed("one", seed -> seed.insert(customers(1, DatabaseContract::customer))))
        .run();
    Seed renamed =
        seed("renamed", seed -> seed.upsert(MergeContract.countries("de", "Deutschland"), CODE));

    assertThat(failure(seeder(renamed)))
        .hasMessage(
            """
            Seed "renamed" failed at table "country"; its transaction was rolled back.
              Cause: another row refers to one that is updated or deleted (home)
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(COUNTRY)).isOne();
  }

  @Test
  void rowsMaySwapUniqueValues() {
    Seed two =
        seed("two", seed -> seed.insert(MergeContract.countries("de", "Germany", "fr", "France")));
    Seed swapped =
        seed(
            "swapped",
            seed -> seed.upsert(MergeContract.countries("de", "France", "fr", "Germany"), CODE));
    Seed swappedBack =
        seed(
            "swapped-back",
            seed ->
                seed.sync(
                    MergeContract.countries("fr", "France", "de", "Germany", "it", "Italy"), CODE));

    SeedReport report = seeder(two, swapped, swappedBack).run();

    assertThat(report.entries())
        .extracting(each -> each.changes().get("country"))
        .containsExactly(new Changes(2, 0, 0, 0), new Changes(0, 2, 0, 0), new Changes(1, 2, 0, 0));
    assertThat(dsl.select(NAME).from(COUNTRY).orderBy(CODE).fetch(NAME))
        .containsExactly("Germany", "France", "Italy");
  }

  @Test
  void factoriesKnowItsTables() {
    dsl.execute("create sequence numbers");
    dsl.execute("create type size as enum ('small', 'large')");
    dsl.execute(
        "create table article (id integer primary key default nextval('numbers'), email varchar not"
            + " null unique, size size not null, price decimal(6, 2) not null check (price between 1"
            + " and 9), home varchar not null references country (code), day date not null)");

    SeedReport report =
        seeder(
                COUNTRIES,
                seed("articles", seed -> seed.insert(Factory.of(table(name("article"))).rows(500))))
            .run();

    assertThat(report.totalRows()).isEqualTo(501);
    assertThat(
            dsl.fetchSingle(
                    "select count(distinct id) = 500 and count(distinct email) = 500 and min(price) >="
                        + " 1 and max(price) <= 9 and count(distinct size) = 2 and min(home) = 'de'"
                        + " from article")
                .get(0, Boolean.class))
        .isTrue();
  }

  @Test
  void fixturesAreReadAsItsColumnsTakeThem() throws IOException {
    Table<Record> thing = table(name("thing"));
    dsl.execute(
        """
        create table thing (code varchar primary key, flag boolean, small smallint, counted bigint,
          price decimal(10, 3), ratio double, born date, opens time, seen timestamp,
          moment timestamptz, id uuid)""");
    String names = "code,flag,small,counted,price,ratio,born,opens,seen,moment,id\n";
    String first =
        "007,true,-32768,9223372036854775807,1234567.891,0.0015,1900-02-28,18:30:15,"
            + "2026-03-29T02:30:15.123,2026-03-29T02:30:15+02:00,"
            + "123E4567-e89b-12d3-a456-426614174000\n";
    String second = "008,false,1,2,3.500,4.5,2026-01-01,00:00:00,2026-01-01T00:00:00,,\n";
    Fixture both = fixture(thing, "both.csv", names + first + second);
    Fixture dearer = fixture(thing, "dearer.csv", names + first + second.replace("3.500", "4"));
    Fixture one = fixture(thing, "one.csv", names + first);
    Fixture wrong = fixture(thing, "wrong.csv", "code,small\n9,99999\n");

    SeedReport report =
        seeder(
                seed("inserted", seed -> seed.insert(both)),
                seed("upserted", seed -> seed.upsert(dearer)),
                seed("again", seed -> seed.upsert(dearer)),
                seed("synced", seed -> seed.sync(one, field(name("code")))))
            .run();

    assertThat(report.entries())
        .extracting(each -> each.changes().get("thing"))
        .containsExactly(
            new Changes(2, 0, 0, 0),
            new Changes(0, 1, 1, 0),
            new Changes(0, 0, 2, 0),
            new Changes(0, 0, 1, 1));
    assertThat(
            dsl.fetch(
                    "select code, flag, small, counted, price, ratio, born::varchar, opens::varchar,"
                        + " seen::varchar, epoch_ms(moment), id::varchar from thing")
                .formatCSV(false))
        .isEqualTo(
            "007,true,-32768,9223372036854775807,1234567.891,0.0015,1900-02-28,18:30:15,"
                + "2026-03-29 02:30:15.123,1774744215000,123e4567-e89b-12d3-a456-426614174000\n");
    assertThat(failure(seeder(seed("wrong", seed -> seed.insert(wrong)))))
        .hasMessageContaining("line 2: column \"small\" takes a whole number");
  }

  private Fixture fixture(Table<Record> table, String file, String text) throws IOException {
    return Fixture.of(table, Files.writeString(directory.resolve(file), text));
  }

  @Test
  void aSchemaIsFilledInTheOrderOfItsKeys() {
    SeedReport report = seeder(SchemaSeed.of("schema")).run();

    assertThat(report.entries().get(0).rows()).containsOnlyKeys("country", "customer");
    assertThat(dsl.fetchCount(CUSTOMER)).isPositive();
  }

  @Test
  void aTransactionInsideOfASeedIsRefused() {
    Seed nesting = Seed.of("nesting", seed -> seed.dsl().transaction(nested -> {}));

    assertThat(failure(seeder(nesting)))
        .hasMessage(
            """
            Seed "nesting" failed; its transaction was rolled back.
              Cause: A transaction inside of a seed needs savepoints, which this database does not have.
                To fix: leave out seed.dsl().transaction(...).
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void aTransactionOfSomebodyElseIsJoined() throws SQLException {
    Seed late =
        seed(
            "late",
            seed -> {
              seed.insert(customers(3, i -> new Object[] {i + 100_000, "de", 1}));
              throw new IllegalStateException("Too late.");
            });
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      DSLContext joined = DSL.using(connection, SQLDialect.DUCKDB);

      SeedReport report = Seeder.of(joined).seeds(COUNTRIES, CUSTOMERS).run();
      assertThatThrownBy(Seeder.of(joined).seeds(late)::run)
          .hasMessage(
              """
              Seed "late" failed; as this database has no savepoints, its rows stay until the \
              surrounding transaction is rolled back.
                Cause: Too late.
                To repeat exactly: Seeder.randomSeed(0)""");
      assertThat(report.totalRows()).isEqualTo(20_001);
      connection.rollback();
    }

    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void defaultsAndGeneratedColumnsAreThoseOfInserts() {
    Table<Record> written = table(name("written"));
    dsl.execute("create sequence numbers");
    dsl.execute(
        """
        create table written (id integer, note varchar default 'its', size decimal(5, 2) default 1.5,
          used boolean default true, nothing integer, twice integer generated always as (id * 2))""");
    dsl.execute("create table counted (id integer, n integer default nextval('numbers'))");
    List<Object[]> rows = IntStream.range(0, 3).mapToObj(i -> new Object[] {i}).toList();

    SeedReport report =
        seeder(
                seed("written", seed -> seed.insert(RowSource.of(written, List.of(ID), rows))),
                seed(
                    "counted",
                    seed -> seed.insert(RowSource.of(table(name("counted")), List.of(ID), rows))))
            .run();

    assertThat(reasons(report))
        .containsExactly("written APPLIED: by appender", "counted APPLIED: by multi-row INSERT");
    assertThat(dsl.fetch("select * from written order by id").formatCSV(false))
        .isEqualTo("0,its,1.50,true,\"\",0\n1,its,1.50,true,\"\",2\n2,its,1.50,true,\"\",4\n");
    assertThat(dsl.fetch("select n from counted order by n").getValues(0, Integer.class))
        .containsExactly(1, 2, 3);
  }

  @Test
  void sequencesStayBehindKeysThatWereGiven() {
    dsl.execute("create sequence numbers");
    dsl.execute("create table ticket (id integer primary key default nextval('numbers'))");
    List<Object[]> rows = IntStream.rangeClosed(1, 3).mapToObj(i -> new Object[] {i}).toList();

    seeder(
            seed(
                "tickets",
                seed -> seed.insert(RowSource.of(table(name("ticket")), List.of(ID), rows))))
        .run();

    assertThat(dsl.fetchValue("select nextval('numbers')")).isEqualTo(1L);
  }

  @Test
  void rowsThatDoNotFitATypeAreInserted() {
    Table<Record> written = table(name("written"));
    dsl.execute("create type size as enum ('small', 'large')");
    dsl.execute("create table written (size size)");
    var size = field(name("size"), SQLDataType.VARCHAR);

    SeedReport report =
        seeder(
                seed(
                    "written",
                    seed ->
                        seed.insert(
                            RowSource.of(
                                written,
                                List.of(size),
                                List.<Object[]>of(new Object[] {"large"})))))
            .run();

    assertThat(reasons(report)).containsExactly("written APPLIED: by multi-row INSERT");
    assertThat(dsl.fetchValue("select size::varchar from written")).isEqualTo("large");
  }
}
