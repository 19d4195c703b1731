package dev.seeder.flyway;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresEachSeedOnceTest extends EachSeedOnceContract {

  @Override
  DataSource freshDatabase() throws SQLException {
    var fresh = new PGSimpleDataSource();
    fresh.setUrl(PostgresServer.freshDatabase());
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }
}
