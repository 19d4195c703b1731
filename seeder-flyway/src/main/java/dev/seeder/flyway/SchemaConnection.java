package dev.seeder.flyway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's connection, on which everything works but ending the transaction.
 *
 * <p>What it refuses it remembers, so that a refusal that was caught still fails the migration.
 */
final class SchemaConnection {

  /** A statement that begins or ends a transaction; rolling back to a savepoint is none. */
  private static final Pattern TRANSACTION_STATEMENT =
      Pattern.compile(
          "(?:\\s++|--[^\\n]*+\\n|#[^\\n]*+\\n|/\\*.*?\\*/)*+"
              + "(commit|rollback|abort|begin|end|start\\s+transaction|prepare\\s+transaction"
              + "|set\\s+autocommit)\\b(?!(?:\\s+(?:work|transaction))?\\s+to\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Connection guarded;
  private final SeedMigration migration;
  private final @Nullable FlywayException refusalOfAnyStatement;
  private String where = "schema(dsl)";
  private @Nullable FlywayException refusal;

  /**
   * Guards a connection.
   *
   * @param refusalOfAnyStatement what to throw at the first statement; null where they may run
   */
  SchemaConnection(
      Connection target, SeedMigration migration, @Nullable FlywayException refusalOfAnyStatement) {
    this.migration = migration;
    this.refusalOfAnyStatement = refusalOfAnyStatement;
    this.guarded =
        (Connection)
            Proxy.newProxyInstance(
                SchemaConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> call(target, method, arguments));
  }

  Connection guarded() {
    return guarded;
  }

  /** Returns the first refusal, null while there was none. */
  @Nullable FlywayException refusal() {
    return refusal;
  }

  /** Says where the statements that follow come from, for messages. */
  void at(String place) {
    where = place;
  }

  /** Refuses a statement that would begin or end the transaction. */
  void check(String sql) {
    Matcher statement = TRANSACTION_STATEMENT.matcher(sql);
    if (statement.lookingAt()) {
      throw refuse("\"" + statement.group(1) + "\"");
    }
  }

  FlywayException refuse(String call) {
    return refuse(
        new FlywayException(
            "Migration \""
                + migration.name()
                + "\" must not use "
                + call
                + " in "
                + where
                + ": the transaction is Flyway's.\n"
                + "  To fix: remove it; what a migration does is committed or rolled back as a"
                + " whole."));
  }

  private FlywayException refuse(FlywayException refused) {
    refusal = refusal == null ? refused : refusal;
    return refused;
  }

  private @Nullable Object call(Connection target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "commit", "close", "abort" -> throw refuse(method.getName() + "()");
      case "rollback" -> {
        if (arguments == null) {
          throw refuse("rollback()");
        }
      }
      case "setAutoCommit" -> {
        if (arguments != null && Boolean.TRUE.equals(arguments[0])) {
          throw refuse("setAutoCommit(true)");
        }
      }
      case "createStatement", "prepareStatement", "prepareCall" -> {
        if (refusalOfAnyStatement != null) {
          throw refuse(refusalOfAnyStatement);
        }
        if (arguments != null && arguments[0] instanceof String sql) {
          check(sql);
        }
      }
      default -> {
        // everything else is the connection's own
      }
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
