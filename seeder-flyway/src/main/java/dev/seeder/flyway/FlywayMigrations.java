package dev.seeder.flyway;

import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Entry;
import dev.seeder.junit.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Lets Flyway migrate the database of tests, see {@code migrations} of {@code @Seeded}.
 *
 * <p>Found as a service. Flyway is configured by the locations alone; whoever needs more configures
 * it in {@code SeededDatabase.prepare}:
 *
 * <pre>{@code
 * SeededDatabase.sqlite().prepare(
 *     dataSource -> Flyway.configure().dataSource(dataSource).group(true).load().migrate());
 * }</pre>
 */
public final class FlywayMigrations implements Migrations {

  /** Makes the service; called by the service loader. */
  public FlywayMigrations() {}

  @Override
  public SeedReport migrate(DataSource dataSource, List<String> locations, long randomSeed) {
    var reports = new SeedReports();
    Flyway.configure()
        .dataSource(dataSource)
        .locations(locations.toArray(String[]::new))
        .failOnMissingLocations(true)
        .placeholders(Map.of(RunEnvironment.RANDOM_SEED, Long.toString(randomSeed)))
        .callbacks(reports)
        .load()
        .migrate();
    List<Entry> entries = new ArrayList<>();
    reports.all().forEach(report -> entries.addAll(report.entries()));
    String generator = reports.all().isEmpty() ? "" : reports.all().get(0).generator();
    return new SeedReport(entries, randomSeed, "Seeder.randomSeed(" + randomSeed + ")", generator);
  }
}
