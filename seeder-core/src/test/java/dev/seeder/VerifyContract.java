package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.Factory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What seeds are found that cannot be repeated. On every database. */
abstract class VerifyContract extends DatabaseContract {

  private static final Table<Record> POST = table(name("post"));
  private static final Field<Integer> POST_ID = field(name("id"), INTEGER);
  private static final Field<String> TITLE = field(name("title"), VARCHAR(20));
  private static final Table<Record> ANSWER = table(name("answer"));
  private static final Field<Integer> POST_KEY = field(name("post_id"), INTEGER);
  private static final Field<Integer> LIKES = field(name("likes"), INTEGER);

  private final AtomicInteger calls = new AtomicInteger();

  VerifyContract(TestDatabase database) {
    super(database);
  }

  private static Seed reference(String name, Seed seed) {
    return new Seed() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean isReferenceData() {
        return true;
      }

      @Override
      public void run(SeedContext context) {
        seed.run(context);
      }
    };
  }

  private static Seed countries(String... rows) {
    return reference(
        "countries", Seed.of("", seed -> seed.upsert(MergeContract.countries(rows), CODE)));
  }

  private Seed customers(int first, int each) {
    return Seed.of(
        "customers",
        seed ->
            seed.insert(
                customers(3, i -> new Object[] {i, "de", first + each * calls.incrementAndGet()})));
  }

  private void createPosts() {
    dsl.createTable(POST)
        .column(POST_ID.getName(), SQLDataType.INTEGER.identity(true))
        .column(TITLE.getName(), SQLDataType.VARCHAR(20).notNull())
        .column(
            "made_at",
            SQLDataType.TIMESTAMP(6)
                .defaultValue(field("current_timestamp", SQLDataType.TIMESTAMP(6))))
        .primaryKey(POST_ID.getName())
        .execute();
    dsl.createTable(ANSWER)
        .column(POST_KEY.getName(), SQLDataType.INTEGER.notNull())
        .column(LIKES.getName(), SQLDataType.INTEGER.notNull())
        .constraint(
            org.jooq
                .impl
                .DSL
                .foreignKey(POST_KEY.getName())
                .references(POST.getName(), POST_ID.getName()))
        .execute();
  }

  @Test
  void seedsThatCanBeRepeatedPassAndLeaveNothing() {
    SeedReport report = seeder(countries("de", "Germany"), customers(30, 0)).verify();

    assertThat(outcomes(report)).containsExactly("countries PENDING", "customers PENDING");
    assertThat(report.entries().get(1).changes())
        .containsExactly(Map.entry("customer", new Changes(3, 0, 0, 0)));
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(tables()).doesNotContain("seeder_history");
  }

  @Test
  void valuesThatDifferAreToldBySeedAndColumn() {
    assertThatThrownBy(() -> seeder(countries("de", "Germany"), customers(30, 1)).verify())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The seeds cannot be repeated:
              customer.age: other values, run again on the same database (by "customers")
              To fix: take values from draw (its random numbers, faker and clock), order what is \
            selected, and write reference data by upsert(...) or sync(...).""");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void rowsThatAreMissingTheSecondTimeAreTold() {
    Seed fewer =
        Seed.of(
            "customers",
            seed -> seed.insert(customers(3 - calls.getAndIncrement(), i -> customer(i))));

    assertThatThrownBy(() -> seeder(countries("de", "Germany"), fewer).verify())
        .hasMessageContaining(
            "customer: 3 rows, then 2, run again on the same database (by \"customers\")");
  }

  @Test
  void valuesInOtherRowsAreTold() {
    Seed swapped =
        Seed.of(
            "customers",
            seed -> {
              int turn = calls.getAndIncrement();
              seed.insert(customers(2, i -> new Object[] {i, "de", 40 + (i + turn) % 2}));
            });

    assertThatThrownBy(() -> seeder(countries("de", "Germany"), swapped).verify())
        .hasMessageContaining("customer: the same values, in other rows");
  }

  @Test
  void referenceDataThatChangesItsOwnRowsIsTold() {
    Seed growing =
        reference(
            "countries",
            Seed.of(
                "",
                seed -> {
                  int there = seed.dsl().fetchCount(COUNTRY);
                  String code = "c" + there;
                  seed.dsl().insertInto(COUNTRY, CODE, NAME).values(code, code).execute();
                }));

    assertThatThrownBy(() -> seeder(growing).verify())
        .hasMessageContaining(
            "country: 1 row, then 2, run again on its own rows (by \"countries\")");
  }

  @Test
  void referenceDataThatFailsOnItsOwnRowsIsTold() {
    Seed once = reference("countries", COUNTRIES);

    assertThatThrownBy(() -> seeder(once).verify())
        .isInstanceOf(SeedException.class)
        .hasMessageStartingWith("Seed \"countries, run again\" failed");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void keysThatTheDatabaseCountsAndItsTimesAreNotTheSeeds() {
    createPosts();
    Seed posts =
        Seed.of(
            "posts",
            seed -> {
              seed.dsl().insertInto(POST, TITLE).values("first").execute();
              seed.dsl().insertInto(POST, TITLE).values("second").execute();
              Integer last =
                  seed.dsl()
                      .select(POST_ID)
                      .from(POST)
                      .where(TITLE.eq("second"))
                      .fetchSingle(POST_ID);
              seed.dsl().insertInto(ANSWER, POST_KEY, LIKES).values(last, 5).execute();
            });
    Seed turned =
        Seed.of(
            "posts",
            seed -> {
              seed.dsl().insertInto(POST, TITLE).values("first").execute();
              seed.dsl().insertInto(POST, TITLE).values("second").execute();
              String title = calls.getAndIncrement() == 0 ? "first" : "second";
              Integer one =
                  seed.dsl().select(POST_ID).from(POST).where(TITLE.eq(title)).fetchSingle(POST_ID);
              seed.dsl().insertInto(ANSWER, POST_KEY, LIKES).values(one, 5).execute();
            });

    assertThat(outcomes(seeder(posts).verify())).containsExactly("posts PENDING");
    assertThatThrownBy(() -> seeder(turned).verify())
        .hasMessageContaining("answer.post_id: other values");
  }

  @Test
  void generatedRowsCanBeRepeated() {
    createPosts();
    Seed posts =
        Seed.of(
            "posts",
            seed -> {
              seed.insert(Factory.of(POST).rows(50));
              seed.insert(Factory.of(ANSWER).rows(200));
            });

    assertThat(seeder(posts).verify().totalRows()).isEqualTo(250);
  }

  @Test
  void aSeedThatDoesNotFitTheSchemaIsTold() {
    Seed stale =
        Seed.of(
            "stale",
            seed ->
                seed.insert(
                    Factory.of(CUSTOMER)
                        .generate(field(name("gone"), VARCHAR), draw -> "x")
                        .rows(1)));

    assertThatThrownBy(() -> seeder(stale).verify())
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("\"gone\"");
  }

  @Test
  void dependenciesThatAreMissingAreTold() {
    Seed lonely =
        new Seed() {
          @Override
          public String name() {
            return "lonely";
          }

          @Override
          public Set<String> dependsOn() {
            return Set.of("nobody");
          }

          @Override
          public void run(SeedContext seed) {}
        };

    assertThatThrownBy(() -> seeder(lonely).verify())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody");
  }
}
