package dev.seeder;

import dev.seeder.SeedReport.Outcome;
import dev.seeder.transaction.Waits;
import dev.seeder.write.Refusal;
import dev.seeder.write.RowFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts failures into words that hold no values of rows and no passwords.
 *
 * <p>The messages of this library hold none. What a user's own code says in an {@link
 * IllegalStateException} or {@link IllegalArgumentException} is told as it is: it was written to be
 * read. Those that come from the JDK, jOOQ or a driver may repeat what they were given, as those of
 * {@code UUID.fromString} and {@code Enum.valueOf} do, and are told by their class alone.
 */
final class SeedFailures {

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

  private SeedFailures() {}

  static SeedException exception(
      Seed seed, SeedReport report, Throwable failure, String whatBecameOfIt, boolean joined) {
    RowFailure row = rowFailure(failure);
    var message = new StringBuilder("Seed \"").append(seed.name()).append("\" failed");
    if (row != null) {
      message.append(
          row.row() == null
              ? " at table"
              : String.format(Locale.ROOT, " at row %,d of", row.row()));
      message.append(" \"").append(row.table()).append('"');
    }
    message.append("; ").append(whatBecameOfIt).append(".\n  Cause: ").append(cause(failure));
    List<String> applied = report.names(Outcome.APPLIED);
    if (!applied.isEmpty()) {
      message
          .append("\n  Applied before it in this run")
          .append(joined ? ", if the surrounding transaction is committed: " : ": ")
          .append(String.join(", ", applied));
    }
    message.append("\n  To repeat exactly: ").append(report.repeat());
    return new SeedException(
        message.toString(),
        report,
        seed.name(),
        row == null ? null : row.table(),
        row == null ? null : row.row(),
        row != null && row == failure ? row.getCause() : failure);
  }

  /** Returns why, without what a database or a parser may print of the data. */
  static String cause(Throwable failure) {
    if (isWritten(failure)) {
      return String.valueOf(failure.getMessage()).replace("\n  ", "\n    ");
    }
    RowFailure row = rowFailure(failure);
    if (row != null
        && row.getCause() != null
        && (isWritten(row.getCause()) || Waits.sqlException(row) == null)) {
      return cause(row.getCause());
    }
    SQLException refused = Waits.sqlException(failure);
    return refused == null ? failure.getClass().getName() : Refusal.describe(refused);
  }

  /** Returns whether its message was written by a person, to be read. */
  private static boolean isWritten(Throwable failure) {
    return failure.getMessage() != null
        && (failure.getClass() == IllegalStateException.class
            || failure.getClass() == IllegalArgumentException.class
            || failure instanceof SeedException)
        && !isOfOthers(failure.getStackTrace());
  }

  private static boolean isOfOthers(StackTraceElement[] stack) {
    if (stack.length == 0) {
      return true; // nobody knows
    }
    String module = String.valueOf(stack[0].getModuleName());
    return module.startsWith("java.")
        || module.startsWith("jdk.")
        || OF_OTHERS.stream().anyMatch(stack[0].getClassName()::startsWith);
  }

  private static @Nullable RowFailure rowFailure(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof RowFailure row) {
        return row;
      }
    }
    return null;
  }
}
