package dev.seeder.flyway;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresCheckTest extends CheckContract {

  @Override
  DataSource freshDatabase() throws SQLException {
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }
}
