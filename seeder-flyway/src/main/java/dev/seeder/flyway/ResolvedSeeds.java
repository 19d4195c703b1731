package dev.seeder.flyway;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway makes of a migration, with another text in the column {@code script} of the history,
 * and maybe another checksum.
 *
 * <p>One that does not execute is ignored: Flyway runs it when it does.
 *
 * <p>A record, so that the same migration found twice is equal, and Flyway takes it once.
 */
record ResolvedSeeds(ResolvedMigration resolved, String script, Integer checksum, boolean executes)
    implements ResolvedMigration {

  @Override
  public String getScript() {
    return script;
  }

  @Override
  public MigrationExecutor getExecutor() {
    return new SeedsExecutor(resolved.getExecutor(), executes);
  }

  @Override
  public @Nullable MigrationVersion getVersion() {
    return resolved.getVersion();
  }

  @Override
  public String getDescription() {
    return resolved.getDescription();
  }

  @Override
  public Integer getChecksum() {
    return checksum;
  }

  @Override
  public MigrationType getType() {
    return resolved.getType();
  }

  @Override
  public String getPhysicalLocation() {
    return resolved.getPhysicalLocation();
  }

  @Override
  public boolean checksumMatches(@Nullable Integer applied) {
    return checksum.equals(applied);
  }

  @Override
  public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer applied) {
    return resolved.checksumMatchesWithoutBeingIdentical(applied);
  }

  /**
   * Says whether it executes, and takes away the "Migration failed !" that Flyway puts before every
   * message.
   */
  private record SeedsExecutor(MigrationExecutor executor, boolean executes)
      implements MigrationExecutor {

    @Override
    public List<Results> execute(Context context) throws SQLException {
      try {
        return executor.execute(context);
      } catch (FlywayException e) {
        throw e.getCause() instanceof FlywayException ours ? ours : e;
      }
    }

    @Override
    public boolean canExecuteInTransaction() {
      return executor.canExecuteInTransaction();
    }

    @Override
    public boolean shouldExecute() {
      return executes && executor.shouldExecute();
    }
  }
}
