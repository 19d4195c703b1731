package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of a seed leaves nothing of it. */
class KillTest {

  @Nested
  class OnSqliteWithARollbackJournal extends KillContract {
    OnSqliteWithARollbackJournal() {
      super(TestDatabase.SQLITE, "pragma journal_mode = delete");
    }
  }

  @Nested
  class OnSqliteWithAWriteAheadLog extends KillContract {
    OnSqliteWithAWriteAheadLog() {
      super(TestDatabase.SQLITE, "pragma journal_mode = wal");
    }
  }

  @Nested
  class OnPostgres extends KillContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }
  }

  abstract static class KillContract extends DatabaseContract {

    private final List<String> preparation;

    KillContract(TestDatabase database, String... preparation) {
      super(database);
      this.preparation = List.of(preparation);
    }

    @Test
    void leavesNothingOfTheSeedAndTheRerunIsComplete() throws Exception {
      preparation.forEach(dsl::execute);

      try (ChildProcess child = ChildProcess.start(database, url, "kill")) {
        assertThat(child.line()).isEqualTo(ChildProcess.HALF);
        child.kill();
      }

      assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
      assertThat(dsl.fetchCount(CUSTOMER)).isZero();
      assertThat(recorded()).containsExactly("countries 1");
      SeedReport rerun =
          Seeder.of(dsl).lockWait(Duration.ofSeconds(5)).seeds(ChildProcess.seeds(() -> {})).run();
      assertThat(outcomes(rerun)).containsExactly("countries UNCHANGED", "customers APPLIED");
      assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(2_000);
      assertThat(recorded()).containsExactly("countries 1", "customers 1");
    }

    @Test
    void aSeedThatFailsAtItsLastStatementLeavesNothing() {
      List<Seed> seeds = ChildProcess.seeds(() -> {});
      Seed failing =
          Seed.of(
              "customers",
              seed -> {
                seeds.get(1).run(seed);
                seed.dsl().execute("insert into \"customer\" values (2000, 'de', 30)");
              });

      assertThat(failure(seeder(COUNTRIES, failing)))
          .hasMessageStartingWith(
              """
              Seed "customers" failed; its transaction was rolled back.
                Cause: a value that must be unique is there already""");

      assertThat(dsl.fetchCount(CUSTOMER)).isZero();
      assertThat(outcomes(seeder(COUNTRIES, seeds.get(1)).run()))
          .containsExactly("countries UNCHANGED", "customers APPLIED");
      assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(2_000);
    }
  }
}
