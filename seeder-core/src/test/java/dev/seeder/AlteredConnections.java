package dev.seeder;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Real connections, on which a commit does something else: what broken networks and servers do. */
final class AlteredConnections {

  interface Commit {
    void on(Connection connection) throws SQLException;
  }

  private AlteredConnections() {}

  static DataSource committing(DataSource source, Commit instead) {
    return proxy(
        DataSource.class,
        source,
        "getConnection",
        () -> {
          Connection connection = source.getConnection();
          return proxy(
              Connection.class,
              connection,
              "commit",
              () -> {
                instead.on(connection);
                return null;
              });
        });
  }

  /** Returns connections that say that they lead to another address. */
  static DataSource at(String url, DataSource source) {
    return proxy(
        DataSource.class,
        source,
        "getConnection",
        () -> {
          Connection connection = source.getConnection();
          DatabaseMetaData known = connection.getMetaData();
          DatabaseMetaData told = proxy(DatabaseMetaData.class, known, "getURL", () -> url);
          return proxy(Connection.class, connection, "getMetaData", () -> told);
        });
  }

  private interface Call {
    Object answer() throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T target, String method, Call instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                return instead.answer();
              }
              try {
                return called.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
