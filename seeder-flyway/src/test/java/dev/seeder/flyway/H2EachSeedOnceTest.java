package dev.seeder.flyway;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** H2 commits when Seeder's history is created, as MySQL and MariaDB do. */
class H2EachSeedOnceTest extends EachSeedOnceContract {

  @Override
  DataSource freshDatabase() {
    return H2SeedMigrationTest.freshH2();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  boolean recordsFailures() {
    return true;
  }
}
