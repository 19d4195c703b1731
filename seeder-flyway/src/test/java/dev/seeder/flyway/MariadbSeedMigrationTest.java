package dev.seeder.flyway;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.mariadb.jdbc.MariaDbDataSource;

@Tag("newest")
class MariadbSeedMigrationTest {

  @Nested
  class ByItsDriver extends ImplicitCommitContract {

    @Override
    DataSource freshDatabase() throws SQLException {
      return new MariaDbDataSource(MariadbServer.freshDatabase());
    }

    @Override
    SQLDialect dialect() {
      return SQLDialect.MARIADB;
    }
  }

  @Nested
  class ByTheDriverOfMysql extends ImplicitCommitContract {

    @Override
    DataSource freshDatabase() throws SQLException {
      var fresh = new MysqlDataSource();
      fresh.setUrl(
          MariadbServer.freshDatabase()
              .replace("jdbc:mariadb:", "jdbc:mysql:")
              .replace("sslMode=disable", "sslMode=DISABLED"));
      return fresh;
    }

    @Override
    SQLDialect dialect() {
      return SQLDialect.MARIADB;
    }
  }
}
