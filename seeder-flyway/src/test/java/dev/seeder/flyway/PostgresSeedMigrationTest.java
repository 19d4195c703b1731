package dev.seeder.flyway;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresSeedMigrationTest extends FirstMigrationContract {

  @Override
  DataSource freshDatabase() throws SQLException {
    return PostgresServer.freshDataSource();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  List<String> ledgers() {
    return List.of("seeder_environment", "seeder_flyway");
  }
}
