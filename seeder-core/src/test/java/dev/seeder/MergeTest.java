package dev.seeder;

import org.junit.jupiter.api.Nested;

class MergeTest {

  @Nested
  class OnH2 extends MergeContract {
    OnH2() {
      super(TestDatabase.H2);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country_name_once: name)";
    }
  }

  @Nested
  class OnHsqldb extends MergeContract {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country_name_once)";
    }
  }

  @Nested
  class OnSqlite extends MergeContract {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country.name)";
    }
  }

  @Nested
  class OnPostgres extends MergeContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country_name_once: name)";
    }
  }

  @Nested
  class OnMariadb extends MergeContract {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country_name_once)";
    }
  }

  /** The driver of MySQL, which may be used for MariaDB as well. */
  @Nested
  class ByTheDriverOfMysql extends MergeContract {
    ByTheDriverOfMysql() {
      super(TestDatabase.MARIADB);
    }

    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country_name_once)";
    }
  }

  @Nested
  class OnMysql extends MergeContract {
    OnMysql() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String nameTaken() {
      return "a value that must be unique is there already (country.country_name_once)";
    }
  }
}
