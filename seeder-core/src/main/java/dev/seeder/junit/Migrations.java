package dev.seeder.junit;

import dev.seeder.SeedReport;
import java.util.List;
import javax.sql.DataSource;

/**
 * Migrates the database of tests; {@code seeder-flyway} has the implementation, which is found as a
 * service.
 *
 * <pre>{@code
 * SeedReport report = migrations.migrate(dataSource, List.of("classpath:db/migration"), 42);
 * }</pre>
 */
public interface Migrations {

  /**
   * Brings an empty database to the newest version.
   *
   * @param locations where the migrations are
   * @param randomSeed the number that drives the seeds in them
   * @return what the seeds in them did, in order
   */
  SeedReport migrate(DataSource dataSource, List<String> locations, long randomSeed);
}
