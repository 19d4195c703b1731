package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A history that is created, and committed, as the first thing in somebody else's transaction. */
class HistoryFirstTest {

  @Nested
  class OnMariadb extends FirstContract {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }
  }

  @Nested
  class OnH2 extends FirstContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  abstract static class FirstContract extends DatabaseContract {

    private static final Seed FAILING =
        Seed.of(
            "failing",
            seed -> {
              throw new IllegalStateException("No more paper.");
            });

    FirstContract(TestDatabase database) {
      super(database);
    }

    @Test
    void itStaysWhateverBecomesOfTheTransaction() throws SQLException {
      try (Connection connection = database.dataSource(url).getConnection()) {
        connection.setAutoCommit(false);
        assertThat(failure(joined(connection, COUNTRIES, FAILING)))
            .hasMessageContaining("No more paper.");
        connection.rollback();
        assertThat(recorded()).isEmpty();
        assertThat(dsl.fetchCount(COUNTRY)).isZero();

        joined(connection, COUNTRIES).run();
        connection.rollback();
        assertThat(recorded()).isEmpty();

        joined(connection, COUNTRIES).run();
        connection.commit();
        assertThat(recorded()).containsExactly("countries 1");
      }
    }

    private Seeder joined(Connection connection, Seed... seeds) {
      var jooq = DSL.using(connection, database.dialect());
      jooq.configuration().data(SeedHistory.COMMITS_NOTHING, true);
      return Seeder.of(jooq).seeds(seeds);
    }
  }
}
