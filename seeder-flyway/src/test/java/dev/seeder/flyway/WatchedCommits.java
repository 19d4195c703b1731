package dev.seeder.flyway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stands for a data source, and acts at each commit of its connections. */
final class WatchedCommits {

  /** What is done at a commit. */
  @FunctionalInterface
  interface Action {
    Action NONE = () -> {};

    void run() throws SQLException;
  }

  private final Action before;
  private final Action after;

  private WatchedCommits(Action before, Action after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the stand-in.
   *
   * @param before what is done before a commit, which is not done if it throws
   * @param after what is done after it
   */
  static DataSource of(DataSource target, Action before, Action after) {
    return new WatchedCommits(before, after).proxy(DataSource.class, target);
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedCommits.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              boolean commits = method.getName().equals("commit");
              if (commits) {
                before.run();
              }
              try {
                Object result = method.invoke(target, arguments);
                if (commits) {
                  after.run();
                }
                // what a connection unwraps stays as it is
                return target instanceof DataSource && result instanceof Connection connection
                    ? proxy(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
