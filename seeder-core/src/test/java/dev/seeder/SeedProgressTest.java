package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.SeedHistory.Applied;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded of a seed that commits in between, insert by insert. */
class SeedProgressTest extends DatabaseContract {

  private static final Applied SEED = new Applied("customers", "1");

  SeedProgressTest() {
    super(TestDatabase.H2);
  }

  @BeforeEach
  void createHistory() {
    seeder(seed("first", seed -> {})).run();
  }

  private SeedProgress read() {
    return SeedProgress.read(dsl, HISTORY, SEED, 7);
  }

  @Test
  void eachInsertGoesOnWhereItWasLeft() {
    SeedProgress first = read();
    assertThat(first.begin()).isZero();
    first.save(4);
    first.save(8);
    assertThat(first.begin()).isZero();
    first.save(3);
    assertThat(first.total()).isEqualTo(11);
    assertThat(recorded()).containsExactly("customers 1 #1", "customers 1 #2", "first 1");

    SeedProgress second = read();
    assertThat(second.begin()).isEqualTo(8);
    assertThat(second.isOver()).as("another one came after it").isTrue();
    assertThat(second.begin()).isEqualTo(3);
    assertThat(second.isOver()).isFalse();
    assertThat(second.total()).isEqualTo(11);
  }

  @Test
  void whatAnotherRunHasDoneIsNoticed() {
    SeedProgress one = read();
    one.begin();
    one.save(4);
    assertThat(one.isUnchanged()).isTrue();

    SeedProgress other = read();
    other.begin();
    other.save(8);
    assertThat(one.isUnchanged()).as("it is further").isFalse();

    other.save(4);
    assertThat(one.isUnchanged()).isTrue();
    other.begin();
    other.save(0);
    assertThat(one.isUnchanged()).as("it is at the next insert").isFalse();
  }

  @Test
  void whatIsFinishedIsForgottenWithWhatThisRunHasNotReached() {
    SeedProgress first = read();
    first.begin();
    first.save(4);
    first.begin();
    first.save(2);

    SeedProgress second = read();
    second.begin();
    second.finish();

    assertThat(recorded()).containsExactly("first 1");

    SeedProgress third = read();
    third.begin();
    third.save(4);
    third.finish();

    assertThat(recorded()).containsExactly("first 1");
  }

  @Test
  void anotherRandomSeedOrReleaseMakesOtherRows() {
    SeedProgress progress = read();
    progress.begin();
    progress.save(4);

    assertThatThrownBy(() -> SeedProgress.read(dsl, HISTORY, SEED, 8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            it was begun with Seeder.randomSeed(7), Seeder %s and Datafaker %s, and would go on \
            with other rows.
              To fix: finish it with those; or delete its rows, and from the history those of \
            seed 'customers' whose revision has a '#'."""
                .formatted(Versions.seeder(), Versions.datafaker()));
    for (var column : List.of(SeedHistory.SEEDER, SeedHistory.DATAFAKER)) {
      String known =
          dsl.select(column).from(HISTORY).where(SeedHistory.RANDOM_SEED.eq(7L)).fetchOne(column);
      dsl.update(HISTORY).set(column, "0.0").where(SeedHistory.RANDOM_SEED.eq(7L)).execute();
      assertThatThrownBy(this::read).hasMessageContaining(" 0.0");
      dsl.update(HISTORY).set(column, known).where(SeedHistory.RANDOM_SEED.eq(7L)).execute();
    }
  }

  @Test
  void anUnfinishedRevisionIsToldFromAnotherOne() {
    assertThat(SeedProgress.isBegun(new Applied("customers", "1 #2"), SEED)).isTrue();
    assertThat(SeedProgress.isBegun(new Applied("customers", "2 #1"), SEED)).isFalse();
    assertThat(SeedProgress.isBegun(new Applied("orders", "1 #2"), SEED)).isFalse();
    assertThat(SeedProgress.isBegun(SEED, SEED)).isFalse();
  }

  @Test
  void aSeedGoesOnAndItsRecordCountsAllRows() {
    dsl.insertInto(COUNTRY, CODE, NAME).values("de", "Germany").execute();
    assertThat(failure(seeder(customersInParts(9))))
        .hasMessageContaining(
            "failed at row 9 of \"customer\"; the rows it has committed stay, and the next run"
                + " goes on after them.");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(8);
    assertThat(recorded()).containsExactly("customers 1 #1", "first 1");
    assertThat(reasons(seeder(customersInParts(9)).plan()))
        .containsExactly("customers PENDING: begun, and goes on");

    SeedReport report = seeder(customersInParts(99)).run();

    assertThat(report.totalRows()).isEqualTo(2);
    assertThat(recorded()).containsExactly("customers 1", "first 1");
    assertThat(
            dsl.select(SeedHistory.ROWS)
                .from(HISTORY)
                .where(SeedHistory.SEED.eq("customers"))
                .fetchOne(SeedHistory.ROWS))
        .isEqualTo(10);
  }

  @Test
  void aFailureBeforeTheFirstCommitLeavesNothing() {
    dsl.insertInto(COUNTRY, CODE, NAME).values("de", "Germany").execute();

    assertThat(failure(seeder(customersInParts(2))))
        .hasMessageContaining("failed at row 2 of \"customer\"; its transaction was rolled back.");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  /** Returns a seed that commits every 4 of its 10 rows. */
  private static Seed customersInParts(int badRow) {
    Seed customers = customersBut(badRow, 10, badRow, "de", -1);
    return new Seed() {
      @Override
      public String name() {
        return customers.name();
      }

      @Override
      public long commitEvery() {
        return 4;
      }

      @Override
      public void run(SeedContext seed) {
        customers.run(seed);
      }
    };
  }
}
