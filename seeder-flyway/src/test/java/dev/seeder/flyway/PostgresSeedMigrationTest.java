package dev.seeder.flyway;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresSeedMigrationTest extends FirstMigrationContract {

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

  @Override
  List<String> ledgers() {
    return List.of("seeder_environment", "seeder_flyway");
  }
}
