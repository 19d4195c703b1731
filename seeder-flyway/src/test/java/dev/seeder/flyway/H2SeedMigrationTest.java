package dev.seeder.flyway;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;

class H2SeedMigrationTest extends ImplicitCommitContract {

  @Override
  DataSource freshDatabase() {
    return freshH2();
  }

  static DataSource freshH2() {
    var fresh = new JdbcDataSource();
    fresh.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  List<String> ledgers() {
    return List.of("seeder_flyway");
  }
}
