package dev.seeder.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A data source on which one call goes wrong, and which counts: the calls to its connections, and
 * those that execute or close a statement.
 */
final class FailingCalls {

  /** What happens at a call. */
  enum Fault {
    /** It is not done, and fails. */
    THROW,
    /** It is done, and its answer is lost with the connection. */
    LOSE_THE_ANSWER,
    /** The connection breaks before it is done. */
    DROP,
    /** Another run comes in. */
    DELAY
  }

  private final DataSource target;
  private final int at;
  private final Fault fault;
  private final Runnable meanwhile;
  private final List<Connection> lent = new ArrayList<>();
  private int calls;
  private String name = "none";

  FailingCalls(DataSource target, int at, Fault fault, Runnable meanwhile) {
    this.target = target;
    this.at = at;
    this.fault = fault;
    this.meanwhile = meanwhile;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(target, method, arguments);
          return result instanceof Connection connection ? failing(connection) : result;
        });
  }

  /** Returns the number of calls. */
  int calls() {
    return calls;
  }

  /** Returns the call at which it went wrong. */
  String name() {
    return name;
  }

  /** Returns whether all connections were given back. */
  boolean allReturned() throws SQLException {
    for (Connection connection : lent) {
      if (!connection.isClosed()) {
        return false;
      }
    }
    return true;
  }

  /** Closes the connections that were not given back. */
  void giveBack() throws SQLException {
    for (Connection connection : lent) {
      connection.close();
    }
  }

  private Connection failing(Connection connection) {
    lent.add(connection);
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = counted(connection, connection, method, arguments);
          return result instanceof Statement statement ? failing(connection, statement) : result;
        });
  }

  private Statement failing(Connection connection, Statement statement) {
    Class<? extends Statement> type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (method, arguments) ->
            method.getName().startsWith("execute") || method.getName().equals("close")
                ? counted(connection, statement, method, arguments)
                : call(statement, method, arguments));
  }

  private Object counted(Connection connection, Object on, Method method, Object[] arguments)
      throws Throwable {
    if (++calls != at) {
      return call(on, method, arguments);
    }
    name = (on instanceof Connection ? "Connection." : "Statement.") + method.getName();
    switch (fault) {
      case THROW -> {
        if (method.getName().equals("close")) {
          call(on, method, arguments); // a pool would have it back all the same
        }
        throw new SQLException("broken on purpose", "HY000");
      }
      case LOSE_THE_ANSWER -> {
        call(on, method, arguments);
        drop(connection);
        throw new SQLException("broken on purpose", "08006");
      }
      case DROP -> {
        drop(connection);
        throw new SQLException("broken on purpose", "08006");
      }
      case DELAY -> meanwhile.run();
    }
    return call(on, method, arguments);
  }

  private static void drop(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      if (!connection.getAutoCommit()) {
        connection.rollback(); // as the server does, when it notices
      }
      connection.close();
    }
  }

  private interface Handler {
    Object on(Method method, Object[] arguments) throws Throwable;
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FailingCalls.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handler.on(method, arguments)));
  }
}
