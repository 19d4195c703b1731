package dev.seeder.flyway;

import dev.seeder.SeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Checks seed migrations in a test.
 *
 * <p>A versioned seed meets the schema of its version on every fresh database, while jOOQ's
 * generated classes describe the newest one. A plain {@code migrate} stops at the first seed that
 * fails on its schema; this names them all:
 *
 * <pre>{@code
 * @Test
 * void everySeedRunsOnTheSchemaOfItsVersion() {
 *   SeedMigrations.check(
 *       Flyway.configure().dataSource("jdbc:sqlite:" + folder.resolve("scratch.db"), null, null));
 * }
 * }</pre>
 */
public final class SeedMigrations {

  private static final ThreadLocal<@Nullable List<Failure>> FAILURES = new ThreadLocal<>();

  private SeedMigrations() {}

  /**
   * Migrates an empty scratch database, going on after each migration whose seeds fail.
   *
   * <p>The migrations run in Flyway's order. The rows of a seed that fails are undone, except those
   * that it has committed in between; the rest of its migration is left out, and the next one runs.
   * A later seed that needs those rows may therefore fail too. The database is of no further use.
   * Several checks may run at once, each on a database of its own.
   *
   * @param scratch Flyway's configuration for an empty database; not changed
   * @throws AssertionError if seeds fail: it lists every failing migration with the reason, and
   *     holds the failures as suppressed exceptions
   * @throws FlywayException if the database is not empty, or anything but a seed fails
   */
  public static void check(FluentConfiguration scratch) {
    Objects.requireNonNull(scratch, "scratch");
    Flyway flyway =
        Flyway.configure(scratch.getClassLoader())
            .configuration(scratch)
            .baselineOnMigrate(false)
            .load();
    if (flyway.info().applied().length > 0) {
      throw new FlywayException(
          "The database to check seed migrations on has been migrated already.\n"
              + "  To fix: hand over an empty scratch database, never a real one.");
    }
    List<Failure> failures = new ArrayList<>();
    FAILURES.set(failures);
    try {
      flyway.migrate();
    } finally {
      FAILURES.remove();
    }
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
  }

  /** Takes a failure, and returns true, if this thread is checking. */
  static boolean takes(SeedMigration migration, SeedException failure) {
    List<Failure> failures = FAILURES.get();
    return failures != null && failures.add(new Failure(migration.name().toString(), failure));
  }

  private static AssertionError failed(List<Failure> failures) {
    var message = new StringBuilder("Seeds do not run on the schema of their own version:");
    for (Failure failure : failures) {
      message.append("\n  Migration \"").append(failure.migration()).append("\": ");
      message.append(String.valueOf(failure.exception().getMessage()).replace("\n", "\n  "));
    }
    message.append("\n  To fix: let a versioned seed name the columns that its version has.");
    var error = new AssertionError(message.toString());
    failures.forEach(failure -> error.addSuppressed(failure.exception()));
    return error;
  }

  private record Failure(String migration, SeedException exception) {}
}
