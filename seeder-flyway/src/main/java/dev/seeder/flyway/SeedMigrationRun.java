package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.SeedException;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.migration.Context;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/** One run of a migration, inside Flyway's transaction unless its seeds commit in between. */
final class SeedMigrationRun {

  private static final Log LOG = LogFactory.getLog(SeedMigration.class);

  /** Tells the seeder, which this module knows by its public types only, that all rows are ours. */
  private static final String OWN_ROWS = "dev.seeder.ownRows";

  /** Tells the seeder likewise that it may create its history where that commits. */
  private static final String COMMITS_NOTHING = "dev.seeder.commitsNothing";

  private final SeedMigration migration;
  private final Context context;

  SeedMigrationRun(SeedMigration migration, Context context) {
    this.migration = migration;
    this.context = context;
  }

  void run() {
    try {
      if (migration.canExecuteInTransaction()) {
        runInTransaction();
      } else {
        runInParts();
      }
    } catch (FlywayException e) {
      throw e;
    } catch (SeedException e) {
      throw new FlywayException(
          "Migration \"" + migration.name() + "\" failed:\n" + e.getMessage(), e);
    } catch (Throwable e) {
      // an Error too: Flyway would commit what was done before it
      throw MigrationFailures.exception(migration, e);
    }
  }

  private void runInTransaction() throws IOException, SQLException {
    Connection connection = context.getConnection();
    if (connection.getAutoCommit()) {
      throw new FlywayException(
          "Migration \""
              + migration.name()
              + "\" needs a transaction, and the auto-commit of Flyway's connection is on.\n"
              + "  To fix: take executeInTransaction=false out of Flyway's configuration.");
    }
    SQLDialect dialect = dialect(connection);
    DependenciesBefore before = before(connection, dialect);
    List<Seed> seeds = before.resolve();
    Seeder base = seeder(connection, dialect);
    boolean eachOnce = migration.runsEachSeedOnce();
    Seeder seeder = migration.configure((eachOnce ? base : base.withoutHistory()).seeds(seeds));
    if (!seeds.isEmpty()) {
      plan(seeder, before.problems()); // fails before the schema is made
    }
    GapRecord gap =
        eachOnce ? null : GapRecord.of(migration, connection, dialect, context.getConfiguration());
    if (gap != null && isThereAlready(gap)) {
      return;
    }
    new SchemaPart(migration, connection, dialect).run();
    if (gap != null) {
      gap.prepare();
    }
    if (!seeds.isEmpty()) {
      seed(seeder);
    }
    if (gap != null) {
      gap.write();
    }
    commitWhereFlywayRecordsAnyway(connection, dialect);
  }

  /**
   * Commits the rows on H2, where Flyway would commit its record also if the commit of the rows
   * failed. In a group, the rows are not the migration's alone.
   */
  private void commitWhereFlywayRecordsAnyway(Connection connection, SQLDialect dialect)
      throws SQLException {
    if (dialect == SQLDialect.H2 && !context.getConfiguration().isGroup()) {
      connection.commit();
    }
  }

  /** Each seed is recorded in a history of its own: a second run of the migration goes on. */
  private void runInParts() throws IOException, SQLException {
    Connection connection = context.getConnection();
    if (!connection.getAutoCommit()) {
      throw new FlywayException(
          "Migration \""
              + migration.name()
              + "\" has seeds that commit in between, and Flyway's connection is in a"
              + " transaction.\n"
              + "  To fix: take group=true out of Flyway's configuration, or let commitEvery() be 0.");
    }
    SQLDialect dialect = dialect(connection);
    var refusal =
        new FlywayException(
            "Migration \""
                + migration.name()
                + "\" has seeds that commit in between, and makes a schema.\n"
                + "  To fix: make the schema in a migration of its own, before this one.");
    new SchemaPart(migration, connection, dialect, refusal).run();
    DependenciesBefore before = before(connection, dialect);
    List<Seed> seeds = before.resolve();
    Seeder seeder = migration.configure(seeder(connection, dialect).seeds(seeds));
    plan(seeder, before.problems());
    seed(seeder);
  }

  /**
   * MySQL's driver is one for MariaDB, too, which jOOQ does not ask for; and what jOOQ cannot find
   * out it takes for no database at all, also where the asking failed.
   */
  private static SQLDialect dialect(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    SQLDialect found = JDBCUtils.dialect(connection);
    SQLDialect byDriver = found == SQLDialect.DEFAULT ? JDBCUtils.dialect(about.getURL()) : found;
    return byDriver.family() == SQLDialect.MYSQL
            && about.getDatabaseProductVersion().contains("MariaDB")
        ? SQLDialect.MARIADB
        : byDriver;
  }

  private Seeder seeder(Connection connection, SQLDialect dialect) {
    DSLContext dsl = DSL.using(connection, dialect);
    Configuration flyway = context.getConfiguration();
    if (FlywayHistory.beganWithin(migration.sinceResolved(), connection, dialect, flyway)) {
      dsl.configuration().data(OWN_ROWS, true);
    }
    if (migration.runsEachSeedOnce()) {
      dsl.configuration().data(COMMITS_NOTHING, true);
    }
    return RunEnvironment.of(flyway, Seeder.of(dsl));
  }

  private void seed(Seeder seeder) {
    SeedReport report;
    try {
      report = seeder.run();
    } catch (SeedException e) {
      if (SeedMigrations.takes(migration, e)) {
        return;
      }
      throw e;
    }
    migration.seeded(report);
    SeedReports.tell(report, context.getConfiguration());
    LOG.info("Seeds of migration \"" + migration.name() + "\": " + summary(report));
  }

  private DependenciesBefore before(Connection connection, SQLDialect dialect) {
    return new DependenciesBefore(
        migration,
        () -> EarlierSeeds.read(connection, dialect, context.getConfiguration()),
        context.getConfiguration().isGroup(),
        RunEnvironment.skipped(migration, context.getConfiguration()));
  }

  private static void plan(Seeder seeder, List<String> problems) {
    var all = new ArrayList<>(problems);
    try {
      seeder.plan();
    } catch (IllegalStateException e) {
      if (problems.isEmpty()) {
        throw e;
      }
      all.add(e.getMessage());
    }
    if (!all.isEmpty()) {
      throw new IllegalStateException(String.join("\n", all));
    }
  }

  private boolean isThereAlready(GapRecord gap) {
    return switch (gap.found()) {
      case NOTHING -> false;
      case ROWS -> {
        LOG.warn(
            "Migration \""
                + migration.name()
                + "\" has not run again: its rows are in the database already.\n"
                + "  Found: an earlier run ended after its rows were committed, and before Flyway"
                + " recorded it; Flyway records it now\n"
                + "  To run it again on purpose: delete its row from Flyway's history, and\n"
                + "    "
                + gap.forget());
        yield true;
      }
      case ROWS_OF_OTHER_CONTENT ->
          throw new FlywayException(
              "Migration \""
                  + migration.name()
                  + "\" has not run: rows of it are in the database already, from before its"
                  + " content changed.\n"
                  + "  Found: an earlier run ended after its rows were committed, and before Flyway"
                  + " recorded it\n"
                  + "  To fix: go back to the content of that run; or delete its rows, and\n"
                  + "    "
                  + gap.forget());
    };
  }

  private static String summary(SeedReport report) {
    return report.entries().stream()
        .map(SeedMigrationRun::summary)
        .collect(Collectors.joining(", "));
  }

  private static String summary(SeedReport.Entry entry) {
    return switch (entry.outcome()) {
      case SKIPPED -> entry.seed() + " (skipped: " + entry.reason() + ")";
      case UNCHANGED -> entry.seed() + " (" + entry.reason() + ")";
      default ->
          String.format(
              Locale.ROOT,
              "%s (%,d %s)",
              entry.seed(),
              entry.totalRows(),
              entry.totalRows() == 1 ? "row" : "rows");
    };
  }
}
