package dev.seeder;

import static dev.seeder.DatabaseContract.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.RowSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that refer to none, on databases that are told not to check their foreign keys. */
class OrphansTest {

  private static final Table<Record> COUNTRY = table(name("country"));
  private static final Field<String> CODE = field(name("code"), VARCHAR(2));
  private static final Table<Record> CUSTOMER = table(name("customer"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<String> HOME = field(name("home"), VARCHAR(2));
  private static final Table<Record> EXEMPLAR = table(name("exemplar"));
  private static final Field<String> ISBN = field(name("isbn"), VARCHAR(13));
  private static final Field<Integer> NUMBER = field(name("number"), INTEGER);
  private static final Table<Record> STAFF = table(name("staff"));
  private static final Field<Integer> BOSS = field(name("boss"), INTEGER);

  @TempDir Path directory;
  private TestDatabase database;
  private DSLContext checked;
  private DSLContext dsl;

  @AfterEach
  void drop() {
    database.drop(checked);
  }

  /** Makes the tables, and a connection that does not check. */
  private void open(TestDatabase opened) {
    database = opened;
    String url = database.freshUrl(directory);
    checked = DSL.using(database.dataSource(url), database.dialect());
    List.of(
            "create table \"country\" (\"code\" varchar(2) primary key)",
            """
            create table "customer" ("id" int primary key, "home" varchar(2),
              constraint "customer_home" foreign key ("home") references "country" ("code"))""",
            """
            create table "edition" ("isbn" varchar(13) not null, "number" int not null,
              primary key ("isbn", "number"))""",
            """
            create table "exemplar" ("id" int primary key, "isbn" varchar(13), "number" int,
              foreign key ("isbn", "number") references "edition" ("isbn", "number"))""",
            """
            create table "staff" ("id" int primary key, "boss" int,
              foreign key ("boss") references "staff" ("id"))""")
        .forEach(checked::execute);
    checked.execute("insert into \"country\" values ('de')");
    String unchecked =
        switch (database) {
          case SQLITE -> url.replace("foreign_keys=on", "foreign_keys=off");
          case POSTGRES -> url + "&options=-c%20session_replication_role=replica";
          case MARIADB -> url + ",foreign_key_checks=0";
          default -> url;
        };
    if (database == TestDatabase.H2) {
      checked.execute("set referential_integrity false");
    }
    dsl = DSL.using(database.dataSource(unchecked), database.dialect());
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void rowsWithoutTheirParentFailTheSeed(TestDatabase each) {
    open(each);

    assertThat(failure(seeder(seed -> seed.insert(customers("de", "xx", "yy", null)))))
        .hasMessage(
            """
            Seed "seed" failed; its transaction was rolled back.
              Cause: the seed leaves 2 rows of "customer" whose "home" refers to no row of \
            "country", and the database does not check it.
                To fix: insert the rows referred to, or take the keys from their table; delete no \
            row that others refer to.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();

    assertFails("1 row of \"customer\" whose", seed -> insert(seed, 1, "xx"));
    assertFails("1 row of \"customer\" whose", seed -> seed.upsert(customers("xx")));
    seeder(seed -> seed.insert(customers("de", null))).run();
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void rowsWithoutTheirParentThatWereThereAreNotBlamedOnTheSeed(TestDatabase each) {
    open(each);
    dsl.insertInto(CUSTOMER, ID, HOME).values(-1, "xx").values(-2, "yy").execute();

    seeder(seed -> seed.insert(customers("de"))).run();

    assertFails("1 row of \"customer\" whose", seed -> insert(seed, 7, "xx"));
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void aKeyOfSeveralColumnsRefersWithAllOfThem(TestDatabase each) {
    open(each);
    checked.execute("insert into \"edition\" values ('a', 1), ('b', 2)");

    seeder(seed -> seed.insert(exemplars(row(1, "a", 1), row(2, "x", null), row(3, null, 9))))
        .run();

    assertFails(
        "1 row of \"exemplar\" whose \"isbn\", \"number\" refer to no row of \"edition\", and",
        seed -> seed.insert(exemplars(row(4, "a", 2), row(5, "b", 2))));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void rowsMayReferToLaterRowsOfTheirTable(TestDatabase each) {
    open(each);

    seeder(seed -> seed.insert(staff(row(1, 2), row(2, null), row(3, 3)))).run();

    assertFails(
        "1 row of \"staff\" whose \"boss\" refers to no row of \"staff\"",
        seed -> seed.insert(staff(row(4, 5), row(6, 4))));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void parentsThatAreDeletedOrChangedLeaveOrphansToo(TestDatabase each) {
    open(each);
    dsl.insertInto(CUSTOMER, ID, HOME).values(1, "de").execute();
    String orphan = "1 row of \"customer\" whose \"home\" refers to no row of \"country\"";

    assertFails(orphan, seed -> seed.dsl().deleteFrom(COUNTRY).execute());
    assertFails(orphan, seed -> seed.dsl().update(COUNTRY).set(CODE, "fr").execute());
    seeder(
            seed -> {
              seed.dsl().update(COUNTRY).set(CODE, "fr").execute();
              seed.dsl().update(CUSTOMER).set(HOME, "fr").execute();
            })
        .run();
    assertThat(dsl.select(HOME).from(CUSTOMER).fetch(HOME)).containsExactly("fr");
  }

  @ParameterizedTest
  @CsvSource({
    "MARIADB, set foreign_key_checks = 0, set foreign_key_checks = 1",
    "POSTGRES, set session_replication_role = replica, set session_replication_role = origin",
    "POSTGRES, alter table customer disable trigger all, alter table customer enable trigger all"
  })
  void aSeedThatSwitchesTheChecksOffAndOnAgainIsChecked(TestDatabase each, String off, String on) {
    open(each);
    dsl = checked;
    dsl.connection(
        connection -> {
          DSLContext old = DSL.using(connection, database.dialect());
          old.execute(off);
          old.insertInto(CUSTOMER, ID, HOME).values(-1, "xx").execute();
          old.execute(on);
        });

    assertFails(
        "1 row of \"customer\" whose",
        seed -> {
          seed.dsl().execute(off);
          insert(seed, 1, "xx");
          seed.dsl().execute(on);
        });
    assertFails(
        "2 rows of \"customer\" whose",
        seed -> {
          seed.insert(customers("de"));
          seed.dsl().execute(off);
          seed.dsl().execute("insert into \"customer\" values (8, 'xx'), (9, 'yy')");
          seed.dsl().execute(on);
          seed.dsl().execute("insert into \"customer\" values (10, 'de')");
        });
    assertFails(
        "1 row of \"customer\" whose",
        seed ->
            seed.dsl()
                .connection(
                    connection -> {
                      try (PreparedStatement early =
                              connection.prepareStatement(
                                  "insert into \"customer\" values (7, 'xx')");
                          var statement = connection.createStatement()) {
                        statement.execute(off);
                        early.executeUpdate();
                        statement.execute(on);
                      }
                    }));
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(1);
  }

  @Test
  void onlyTheForeignKeyThatPostgresDoesNotCheckIsCounted() {
    open(TestDatabase.POSTGRES);
    dsl = checked;
    dsl.execute("alter table \"customer\" disable trigger all");

    assertFails("1 row of \"customer\" whose", seed -> seed.insert(customers("xx")));
    assertThat(failure(seeder(seed -> seed.insert(staff(row(1, 9))))))
        .hasMessageContaining("at row 1 of \"staff\"");
  }

  @Test
  void aForeignKeyThatPostgresIsNotToEnforceIsChecked() {
    open(TestDatabase.POSTGRES);
    dsl = checked;
    int version = dsl.fetchSingle("show server_version_num").get(0, int.class);
    assumeThat(version).as("PostgreSQL 18 has NOT ENFORCED").isGreaterThanOrEqualTo(180_000);
    dsl.execute("alter table \"customer\" alter constraint \"customer_home\" not enforced");

    assertFails("1 row of \"customer\" whose", seed -> seed.insert(customers("xx")));
  }

  @Test
  void aTableThatH2DoesNotCheckIsChecked() {
    open(TestDatabase.H2);
    dsl.execute("set referential_integrity true");
    dsl.execute("alter table \"customer\" set referential_integrity false");

    assertFails("1 row of \"customer\" whose", seed -> seed.insert(customers("xx")));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MARIADB", "H2"})
  void whatIsCommittedInBetweenIsCheckedBefore(TestDatabase each) {
    open(each);
    Seeder seeder = Seeder.of(dsl).seeds(new InTwos(List.of("de", "de", "xx", "de", "xx", "yy")));

    assertThat(failure(seeder))
        .hasMessage(
            """
            Seed "in-twos" failed at table "customer"; the rows it has committed stay, and the next \
            run goes on after them.
              Cause: the seed leaves 1 row of "customer" whose "home" refers to no row of \
            "country", and the database does not check it.
                To fix: insert the rows referred to, or take the keys from their table; delete no \
            row that others refer to.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(failure(seeder)).hasMessageContaining("the seed leaves 1 row of \"customer\" whose");
    assertThat(dsl.select(HOME).from(CUSTOMER).fetch(HOME)).containsExactly("de", "de");

    dsl.execute("insert into \"country\" values ('xx')");

    assertThat(failure(seeder)).hasMessageContaining("the seed leaves 1 row of \"customer\" whose");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(4);
  }

  private Seeder seeder(Consumer<SeedContext> body) {
    return Seeder.of(dsl)
        .withoutHistory()
        .seeds(DatabaseContract.seed("seed", body).asReferenceData());
  }

  private void assertFails(String told, Consumer<SeedContext> body) {
    assertThat(failure(seeder(body))).hasMessageContaining("Cause: the seed leaves " + told);
  }

  private static void insert(SeedContext seed, int id, String home) {
    seed.dsl().insertInto(CUSTOMER, ID, HOME).values(id, home).execute();
  }

  private static RowSource customers(String... homes) {
    Object[][] rows = new Object[homes.length][];
    Arrays.setAll(rows, i -> row(i + 1, homes[i]));
    return RowSource.of(CUSTOMER, List.of(ID, HOME), List.of(rows));
  }

  private static RowSource exemplars(Object[]... rows) {
    return RowSource.of(EXEMPLAR, List.of(ID, ISBN, NUMBER), List.of(rows));
  }

  private static RowSource staff(Object[]... rows) {
    return RowSource.of(STAFF, List.of(ID, BOSS), List.of(rows));
  }

  private static Object[] row(Object... values) {
    return values;
  }

  /** Inserts customers, and commits after each second one. */
  private record InTwos(List<String> homes) implements Seed {

    @Override
    public String name() {
      return "in-twos";
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public long commitEvery() {
      return 2;
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(customers(homes.toArray(String[]::new)));
    }
  }
}
