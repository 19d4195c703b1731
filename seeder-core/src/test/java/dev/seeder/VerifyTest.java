package dev.seeder;

import org.junit.jupiter.api.Nested;

class VerifyTest {

  @Nested
  class OnH2 extends VerifyContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnHsqldb extends VerifyContract {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }
  }

  @Nested
  class OnSqlite extends VerifyContract {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends VerifyContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }
  }

  @Nested
  class OnMariadb extends VerifyContract {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }
  }
}
