package dev.seeder.transaction;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which everything works but ending the transaction, and which remembers statements
 * that failed.
 *
 * <p>A failure counts as dealt with once the transaction was rolled back to a savepoint set before
 * it. Not safe for use by several threads.
 */
public final class GuardedConnection {

  private final Connection target;
  private final Connection proxy;
  private final Consumer<String> told;
  private final IdentityHashMap<Savepoint, Failure> failuresAtSavepoint = new IdentityHashMap<>();
  private Failure failure = new Failure(null);
  private @Nullable String refusedCall;
  private int[] batchRows = {};

  private record Failure(@Nullable Throwable first) {}

  /**
   * Guards a connection that is in a transaction.
   *
   * @param told gets the text of each statement before it is executed or added to a batch
   */
  public GuardedConnection(Connection target, Consumer<String> told) {
    this.target = target;
    this.told = told;
    this.proxy = Proxies.of(Connection.class, this::onConnection);
  }

  /** Returns the guarded connection. */
  public Connection connection() {
    return proxy;
  }

  /** Returns the first call that was refused, such as {@code "commit()"}, or null. */
  public @Nullable String refusedCall() {
    return refusedCall;
  }

  /** Returns the first failure that no rollback to a savepoint has undone, or null. */
  public @Nullable Throwable failure() {
    return failure.first();
  }

  /** Returns what the last batch answered: the rows of each of its executions. */
  public int[] batchRows() {
    return batchRows.clone();
  }

  /** Notes a failure, as if a statement had failed. */
  public void failed(Throwable cause) {
    if (failure.first() == null) {
      failure = new Failure(cause);
    }
  }

  private @Nullable Object onConnection(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "commit", "close", "abort" -> throw refused(method.getName() + "()");
      case "rollback" -> {
        if (arguments == null) {
          throw refused("rollback()");
        }
        Object result = Proxies.call(target, method, arguments);
        failure = failuresAtSavepoint.getOrDefault((Savepoint) arguments[0], failure);
        return result;
      }
      case "setAutoCommit" -> {
        if (arguments != null && Boolean.TRUE.equals(arguments[0])) {
          throw refused("setAutoCommit(true)");
        }
        return null;
      }
      case "setSavepoint" -> {
        Object savepoint = Proxies.call(target, method, arguments);
        failuresAtSavepoint.put((Savepoint) savepoint, failure);
        return savepoint;
      }
      case "releaseSavepoint" -> {
        Object result = Proxies.call(target, method, arguments);
        failuresAtSavepoint.remove(arguments == null ? null : arguments[0]);
        return result;
      }
      case "createStatement", "prepareStatement", "prepareCall" -> {
        Statement made = (Statement) noting(target, method, arguments);
        return guarded(made, text(arguments));
      }
      default -> {
        return Proxies.call(target, method, arguments);
      }
    }
  }

  private Statement guarded(Statement statement, @Nullable String prepared) {
    Class<? extends Statement> type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return Proxies.of(
        type,
        (self, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return proxy;
          }
          boolean executes = method.getName().startsWith("execute");
          if (executes || method.getName().equals("addBatch")) {
            String given = text(arguments);
            String sent = given == null && executes ? prepared : given;
            if (sent != null) {
              told.accept(sent);
            }
          }
          if (!executes) {
            return Proxies.call(statement, method, arguments);
          }
          Object result = noting(statement, method, arguments);
          if (result instanceof int[] rows) {
            batchRows = rows;
          }
          return result;
        });
  }

  private static @Nullable String text(Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : null;
  }

  private Object noting(Object on, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return Proxies.call(on, method, arguments);
    } catch (SQLException e) {
      failed(e);
      throw e;
    }
  }

  private IllegalStateException refused(String call) {
    if (refusedCall == null) {
      refusedCall = call;
    }
    return new IllegalStateException(
        "A seed must not call "
            + call
            + ": the transaction belongs to whoever runs the seed.\n"
            + "  To fix: remove the call; seed.dsl().transaction(...) nests by a savepoint.");
  }
}
