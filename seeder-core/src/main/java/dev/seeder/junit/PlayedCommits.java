package dev.seeder.junit;

import dev.seeder.environment.PlainDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one connection again and again, in a transaction that never ends: a commit does
 * nothing, a rollback goes back to the begin of what looks like a transaction.
 *
 * @param connection with auto-commit off
 */
record PlayedCommits(Connection connection) implements PlainDataSource {

  @Override
  public Connection getConnection() {
    var played = new Played(connection);
    return (Connection)
        Proxy.newProxyInstance(
            PlayedCommits.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> played.call(method, arguments));
  }

  /** One connection, as its user sees it; not safe for use by several threads, as connections. */
  private static final class Played {

    private final Connection connection;
    private @Nullable Savepoint begin;
    private boolean closed;

    Played(Connection connection) {
      this.connection = connection;
    }

    @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
      boolean plain = arguments == null;
      return switch (method.getName()) {
        case "getAutoCommit" -> begin == null;
        case "isClosed" -> closed;
        case "setAutoCommit" -> {
          setAutoCommit(arguments != null && Boolean.TRUE.equals(arguments[0]));
          yield null;
        }
        case "commit" -> {
          again();
          yield null;
        }
        case "rollback" -> {
          if (plain) {
            rollBack();
            yield null;
          }
          yield pass(method, arguments);
        }
        case "close" -> {
          rollBack();
          begin = null;
          closed = true;
          yield null;
        }
        default -> pass(method, arguments);
      };
    }

    private void setAutoCommit(boolean on) throws SQLException {
      if (on) {
        begin = null;
      } else if (begin == null) {
        begin = connection.setSavepoint();
      }
    }

    private void again() throws SQLException {
      if (begin != null) {
        begin = connection.setSavepoint();
      }
    }

    private void rollBack() throws SQLException {
      if (begin != null) {
        connection.rollback(begin);
        again();
      }
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
