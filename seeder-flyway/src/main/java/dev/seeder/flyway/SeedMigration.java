package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs seeds as a Flyway migration, so that {@code migrate} on an empty database gives a schema
 * with data in it.
 *
 * <p>Handed to Flyway, or registered as a bean:
 *
 * <pre>{@code
 * Flyway.configure()
 *     .dataSource(dataSource)
 *     .javaMigrations(SeedMigration.versioned("2", "demo books", new Genres(), new DemoBooks()))
 *     .load()
 *     .migrate();
 * }</pre>
 *
 * <p>Or found by Flyway in {@code db.migration}, here as the first migration, which makes the
 * schema and fills it:
 *
 * <pre>{@code
 * public class V1__Bookstore extends SeedMigration {
 *   @Override protected String schemaScript() {
 *     return "db/bookstore.sql";
 *   }
 *
 *   @Override protected List<Seed> seeds() {
 *     return List.of(new Genres(), new DemoBooks());
 *   }
 * }
 * }</pre>
 *
 * <p><b>Once or again.</b> A versioned migration ({@code V}) runs once; changing it fails Flyway's
 * {@code validate}. A repeatable one ({@code R}) runs again when it has changed. Changed means: the
 * names of the seeds, their order, a {@link Seed#revision() revision}, the content of a {@link
 * Seed#dataFiles() data file} or the {@link #schemaScript() schema script}; never the Java code,
 * whose bytes no two compilers agree on.
 *
 * <p><b>Transactions.</b> Schema and rows are part of Flyway's transaction and never commit it. A
 * migration that fails leaves no row behind and, where the database can roll back schema
 * statements, no table either.
 *
 * <p>A migration with a seed that {@link Seed#commitEvery() commits in between} is no part of
 * Flyway's transaction and makes no schema. Each of its seeds is recorded in the table {@code
 * seeder_history}, so that {@code migrate} after a failure goes on where it ended, and applies
 * nothing twice.
 *
 * <p><b>Environments.</b> Flyway's placeholder {@code seederenv} says which environment the
 * database is, see {@link Seeder#environment(String)}, and {@code seederconfirm} names the database
 * as {@link Seeder#confirm(String)} does; {@code seederrandomseed} is {@link
 * Seeder#randomSeed(long)}. Seeds that are not for the environment are skipped and reported so; a
 * versioned migration counts as applied with them, and a repeatable one without any other seed is
 * ignored. Where demo seeds may not run, a migration with them fails before the schema is made.
 *
 * <p>Flyway keeps the record: its column {@code script} names the seeds. On PostgreSQL, H2 and
 * DuckDB, where Flyway commits rows and record one after the other, the table {@code seeder_flyway}
 * beside Flyway's own makes sure that a process which ends in between does not seed twice.
 *
 * <p>Classes for {@code db.migration} are public, with a public constructor without parameters.
 * Flyway makes several instances, for {@code info} too.
 */
public abstract class SeedMigration implements JavaMigration {

  private volatile long resolvedAt = System.nanoTime();

  /** Makes a migration; nothing is looked at before Flyway asks for it. */
  protected SeedMigration() {}

  /**
   * Returns a migration that runs the seeds once.
   *
   * @param version Flyway's version, such as {@code "2"} or {@code "2.1"}
   * @param seeds the seeds, in order; at least one
   */
  public static SeedMigration versioned(String version, String description, Seed... seeds) {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(description, "description");
    return new GivenSeeds(MigrationName.versioned(version, description), seeds);
  }

  /**
   * Returns a migration that runs the seeds after all versioned ones, and again whenever they have
   * changed: they are written so that they can run on their own rows.
   *
   * @param description what Flyway knows the migration by
   * @param seeds the seeds, in order; at least one
   */
  public static SeedMigration repeatable(String description, Seed... seeds) {
    Objects.requireNonNull(description, "description");
    return new GivenSeeds(MigrationName.repeatable(description), seeds);
  }

  /**
   * Returns the seeds, in order; the same ones at every call.
   *
   * <p>What they {@link Seed#dependsOn() depend on} is here too, or was applied by a migration that
   * runs before this one.
   */
  protected abstract List<Seed> seeds();

  /**
   * Returns the classpath name of an SQL script that makes the schema, such as {@code
   * "db/bookstore.sql"}; null, as by default, for none.
   *
   * <p>UTF-8, run before {@link #schema}. Flyway's placeholders are not replaced in it. Keep it out
   * of Flyway's locations.
   */
  protected @Nullable String schemaScript() {
    return null;
  }

  /**
   * Makes the schema, before the seeds and in the same transaction; does nothing by default.
   *
   * <p>Refused where the database commits at each schema statement, see {@link
   * #acceptsImplicitCommits()}. So are {@code dsl.transaction(...)} and ending the transaction in
   * any other way.
   */
  protected void schema(DSLContext dsl) {}

  /**
   * Returns whether the schema may be made on a database that commits at each schema statement,
   * such as MySQL, MariaDB and H2; false by default.
   *
   * <p>A failure then leaves tables behind, which the next {@code migrate} trips over. On such a
   * database make the schema in an SQL migration, and run the seeds in the next version.
   */
  protected boolean acceptsImplicitCommits() {
    return false;
  }

  /**
   * Returns the seeder with another random seed, locale, clock or environment; as it is by default.
   */
  protected Seeder configure(Seeder seeder) {
    return seeder;
  }

  /**
   * Takes the report of the seeds that have run, still inside Flyway's transaction: an exception
   * rolls everything back. Does nothing by default.
   */
  protected void seeded(SeedReport report) {}

  /**
   * Returns the version in the name of the class, null for a repeatable migration.
   *
   * @throws org.flywaydb.core.api.FlywayException if the class is named wrongly
   */
  @Override
  public final @Nullable MigrationVersion getVersion() {
    return name().version();
  }

  /**
   * Returns the description in the name of the class.
   *
   * @throws org.flywaydb.core.api.FlywayException if the class is named wrongly
   */
  @Override
  public final String getDescription() {
    return name().description();
  }

  /**
   * Returns a number that changes with what the migration declares.
   *
   * @throws org.flywaydb.core.api.FlywayException if a file is not there
   */
  @Override
  public final Integer getChecksum() {
    return MigrationChecksum.of(this);
  }

  /**
   * Returns whether the migration is part of Flyway's transaction: unless one of its seeds {@link
   * Seed#commitEvery() commits in between}.
   */
  @Override
  public final boolean canExecuteInTransaction() {
    return declaredSeeds().stream().allMatch(seed -> seed.commitEvery() == 0);
  }

  /** Returns what Flyway makes of the migration, with the names of the seeds in its script. */
  @Override
  public final ResolvedMigration getResolvedMigration(
      Configuration configuration, StatementInterceptor statementInterceptor) {
    ResolvedMigration resolved =
        JavaMigration.super.getResolvedMigration(configuration, statementInterceptor);
    resolvedAt = System.nanoTime();
    Set<String> skipped = RunEnvironment.skipped(this, configuration);
    List<String> here = names(name -> !skipped.contains(name));
    boolean executes =
        getVersion() != null
            || !here.isEmpty()
            || (skipped.isEmpty() && !runsEachSeedOnce())
            || schemaScript() != null;
    String script = EarlierSeeds.script(script(), here, names(skipped::contains));
    Integer checksum =
        runsEachSeedOnce() && executes
            ? Integer.valueOf(MigrationChecksum.of(this, skipped))
            : resolved.getChecksum();
    return new ResolvedSeeds(resolved, script, checksum, executes);
  }

  private List<String> names(Predicate<String> which) {
    return declaredSeeds().stream().map(Seed::name).filter(which).toList();
  }

  /** Makes the schema and runs the seeds; called by Flyway. */
  @Override
  public final void migrate(Context context) {
    new SeedMigrationRun(this, context).run();
  }

  /** Returns how long ago Flyway's command has asked for the migration, which it does first. */
  final Duration sinceResolved() {
    return Duration.ofNanos(System.nanoTime() - resolvedAt);
  }

  /** Returns {@link #seeds()}, unless that is null or holds it. */
  final List<Seed> declaredSeeds() {
    List<Seed> seeds = seeds();
    if (seeds == null || seeds.stream().anyMatch(Objects::isNull)) {
      throw new FlywayException(
          "Migration \""
              + name()
              + "\" returns "
              + (seeds == null ? "null from" : "a null inside")
              + " seeds().\n"
              + (seeds == null
                  ? "  To fix: return List.of() where there are none."
                  : "  To fix: leave it out."));
    }
    return seeds;
  }

  /**
   * Returns whether Seeder's history decides, seed by seed. Then the seeds that are for the
   * environment are the migration, and without one it is ignored.
   */
  boolean runsEachSeedOnce() {
    return false;
  }

  /** Returns what Flyway knows the migration by. */
  MigrationName name() {
    return MigrationName.of(getClass());
  }

  /** Returns what stands before the seeds in Flyway's column {@code script}. */
  String script() {
    return getClass().getName();
  }
}
