package dev.seeder.flyway;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteEachSeedOnceTest extends EachSeedOnceContract {

  @TempDir Path folder;

  @Override
  DataSource freshDatabase() {
    var fresh = new SQLiteDataSource();
    fresh.setUrl("jdbc:sqlite:" + folder.resolve("bookstore.db"));
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }
}
