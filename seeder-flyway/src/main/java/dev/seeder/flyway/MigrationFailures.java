package dev.seeder.flyway;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/**
 * Puts failures of a migration into words that hold no values of rows and no passwords, as the
 * failures of its seeds are.
 *
 * <p>What the seeder, or the user's own code, says in an {@link IllegalStateException} or {@link
 * IllegalArgumentException} is told as it is. All else is told by its class, and a database's
 * answer by its code.
 */
final class MigrationFailures {

  /** Whose messages nobody wrote for this run, beside those of the JDK's modules. */
  private static final List<String> OF_OTHERS =
      List.of(
          "org.jooq.",
          "org.sqlite.",
          "org.h2.",
          "org.hsqldb.",
          "org.duckdb.",
          "org.postgresql.",
          "org.mariadb.",
          "com.mysql.");

  private MigrationFailures() {}

  static FlywayException exception(SeedMigration migration, Throwable failure) {
    return new FlywayException(
        "Migration \""
            + migration.name()
            + "\" failed"
            + (isWritten(failure) ? ":\n" + failure.getMessage() : ".\n  Cause: " + kind(failure)),
        failure);
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof SQLException refused
        ? name + " (SQLState " + refused.getSQLState() + ", code " + refused.getErrorCode() + ")"
        : name;
  }

  private static boolean isWritten(Throwable failure) {
    Class<?> type = failure.getClass();
    StackTraceElement[] stack = failure.getStackTrace();
    return failure.getMessage() != null
        && (type == IllegalStateException.class || type == IllegalArgumentException.class)
        && stack.length > 0
        && !isOfOthers(stack[0]);
  }

  private static boolean isOfOthers(StackTraceElement thrower) {
    String module = String.valueOf(thrower.getModuleName());
    return module.startsWith("java.")
        || module.startsWith("jdk.")
        || OF_OTHERS.stream().anyMatch(thrower.getClassName()::startsWith);
  }
}
