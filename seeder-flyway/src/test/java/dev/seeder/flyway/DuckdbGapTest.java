package dev.seeder.flyway;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.duckdb.DuckDBDataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("newest")
class DuckdbGapTest extends GapContract {

  @TempDir Path folder;

  @Override
  DataSource freshDatabase() {
    return new DuckDBDataSource("jdbc:duckdb:" + folder.resolve("bookstore.duckdb"));
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.DUCKDB;
  }

  @Override
  String schema() {
    return "main";
  }
}
