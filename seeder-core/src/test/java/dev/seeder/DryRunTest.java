package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DryRunTest {

  @Nested
  class OnH2 extends DryRunContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnHsqldb extends DryRunContract {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }
  }

  @Nested
  class OnSqlite extends DryRunContract {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends DryRunContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }
  }

  @Nested
  class ByTheDriverOfMysql extends DryRunContract {
    ByTheDriverOfMysql() {
      super(TestDatabase.MARIADB);
    }

    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }
  }

  @Nested
  class OnMariadb extends DryRunContract {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }

    @Test
    void tablesWithoutTransactionsAreRefused() {
      dsl.execute("create table lasting (id int) engine = Aria");

      assertThatThrownBy(() -> seeder(COUNTRIES).dryRun())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              A dry run cannot roll back what is written to tables whose engine has no \
              transactions: lasting.
                To fix: alter table ... engine = InnoDB.""");
      assertThat(dsl.fetchCount(COUNTRY)).isZero();
    }
  }

  @Nested
  class OnMysql extends DryRunContract {
    OnMysql() {
      super(TestDatabase.MYSQL);
    }
  }
}
