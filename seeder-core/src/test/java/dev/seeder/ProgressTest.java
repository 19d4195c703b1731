package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.ProgressListener.Progress;
import dev.seeder.rows.Factory;
import dev.seeder.rows.RowSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ProgressTest extends DatabaseContract {

  private static final Duration TICK = Duration.ofMillis(100);

  private final List<Progress> told = new ArrayList<>();

  ProgressTest() {
    super(TestDatabase.SQLITE);
  }

  /** Returns a seeder for which it is a tick later whenever it looks. */
  private Seeder watched(ProgressListener listener, Seed... seeds) {
    return seeder(COUNTRIES).seeds(seeds).progress(new ProgressWatch(listener, ticking()));
  }

  private static LongSupplier ticking() {
    var now = new AtomicLong(Long.MAX_VALUE - TICK.toNanos());
    return () -> now.getAndAdd(TICK.toNanos());
  }

  private static Progress progress(long rows, OptionalLong expected, int ticks, boolean ended) {
    return new Progress("customers", "customer", rows, expected, TICK.multipliedBy(ticks), ended);
  }

  @Test
  void isToldNowAndThenAndAtTheEndOfEachInsert() {
    Seed seed =
        Seed.of(
            "customers",
            context -> {
              context.insert(customers(5_000, DatabaseContract::customer));
              context.insert(
                  RowSource.of(
                      CUSTOMER, List.of(ID, HOME, AGE), List.of(customer(6_000), customer(6_001))));
            });

    watched(told::add, seed).run();

    OptionalLong unknown = OptionalLong.empty();
    assertThat(told)
        .containsExactly(
            progress(3_000, unknown, 3, false),
            progress(5_000, unknown, 6, true),
            progress(2, OptionalLong.of(2), 2, true));
  }

  @Test
  void knowsHowManyRowsAFactoryMakes() {
    Seed seed = Seed.of("customers", context -> context.insert(Factory.of(CUSTOMER).rows(4_000)));

    watched(told::add, seed).dryRun();

    OptionalLong all = OptionalLong.of(4_000);
    assertThat(told).containsExactly(progress(3_000, all, 3, false), progress(4_000, all, 5, true));
    assertThat(told.get(0).rowsPerSecond()).isEqualTo(10_000);
    assertThat(told.get(0).remaining()).contains(TICK);
    assertThat(told.get(1).remaining()).contains(Duration.ZERO);
  }

  @Test
  void knowsNothingOfTheRestBeforeTheFirstRow() {
    Progress begun = progress(0, OptionalLong.of(3), 0, false);

    assertThat(begun.rowsPerSecond()).isZero();
    assertThat(begun.remaining()).isEqualTo(Optional.empty());
  }

  @Test
  void isToldOfTheRowsThatAMergeBrings() {
    Seed seed =
        Seed.of(
            "customers",
            context -> {
              context.insert(customers(2, DatabaseContract::customer));
              context.upsert(customers(3_000, DatabaseContract::customer));
            });

    watched(told::add, seed).run();

    assertThat(told)
        .containsExactly(
            progress(2, OptionalLong.empty(), 2, true),
            progress(3_000, OptionalLong.empty(), 3, false),
            progress(3_000, OptionalLong.empty(), 4, true));
  }

  @Test
  void leavesOutWhatAnEarlierRunHasCommitted() {
    assertThat(failure(watched(told::add, new InParts(3_500)))).isNotNull();
    told.clear();

    watched(told::add, new InParts(Integer.MAX_VALUE)).run();

    OptionalLong left = OptionalLong.of(2_000);
    assertThat(told).containsExactly(progress(2_000, left, 3, true));
  }

  /** A seed of 5,000 customers that commits every thousand. */
  private record InParts(int fails) implements Seed {

    @Override
    public String name() {
      return "customers";
    }

    @Override
    public long commitEvery() {
      return 1_000;
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(
          Factory.of(CUSTOMER)
              .generate(
                  AGE,
                  draw -> {
                    if (draw.row() == fails) {
                      throw new IllegalStateException("No more paper.");
                    }
                    return 30;
                  })
              .rows(5_000));
    }
  }

  @Test
  void isToldOfTheEndOfAnInsertThatFails() {
    assertThat(failure(watched(told::add, customersBut(1_500, 2_000, 1, "de", 3)))).isNotNull();

    assertThat(told).containsExactly(progress(1_000, OptionalLong.empty(), 2, true));
  }

  @Test
  void aListenerThatThrowsFailsTheSeed() {
    ProgressListener broken =
        progress -> {
          told.add(progress);
          throw new IllegalArgumentException("No more ink.");
        };
    Seed seed =
        Seed.of(
            "customers", context -> context.insert(customers(5_000, DatabaseContract::customer)));

    SeedException failure = failure(watched(broken, seed));

    assertThat(failure)
        .hasMessage(
            """
            Seed "customers" failed at table "customer"; its transaction was rolled back.
              Cause: the listener of Seeder.progress(...) failed: No more ink.
                To fix: let it catch what it can do without.
              Applied before it in this run: countries
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(told).hasSize(1);
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(recorded()).containsExactly("countries 1");
  }
}
