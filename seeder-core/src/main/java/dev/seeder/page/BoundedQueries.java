package dev.seeder.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Queries on one connection that may fail or take too long without harm: to a transaction that is
 * open there, or to the queries after them. Not safe for use by several threads.
 */
final class BoundedQueries implements AutoCloseable {

  private final Connection connection;
  private final DSLContext dsl;
  private final long longest;
  private final long end;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "seeder-page");
            thread.setDaemon(true);
            return thread;
          });

  BoundedQueries(Connection connection, SQLDialect dialect, Duration longest, Duration all) {
    this.connection = connection;
    this.longest = longest.toNanos();
    this.end = System.nanoTime() + all.toNanos();
    // names as the catalog has them, and values in nobody's log
    dsl =
        DSL.using(
            connection,
            dialect,
            new Settings()
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withExecuteLogging(false));
  }

  DSLContext dsl() {
    return dsl;
  }

  /** Returns what the database answers; nothing if the query fails, or there is no time for it. */
  <R extends Record> Optional<Result<R>> fetch(ResultQuery<R> query) {
    long time = Math.min(longest, end - System.nanoTime());
    if (time <= 0) {
      return Optional.empty();
    }
    query.attach(dsl.configuration());
    // not every driver heeds a query timeout: SQLite's takes it for the time to wait for a lock
    Future<?> cancel = watch.schedule(query::cancel, time, TimeUnit.NANOSECONDS);
    try {
      return Optional.ofNullable(inSavepoint(query));
    } catch (SQLException e) {
      return Optional.empty();
    } finally {
      cancel.cancel(false);
    }
  }

  private <R extends Record> Result<R> inSavepoint(ResultQuery<R> query) throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      Result<R> result = query.fetch();
      if (before != null) {
        connection.releaseSavepoint(before);
      }
      return result;
    } catch (RuntimeException e) { // of jOOQ, or of what it parses values by
      if (before != null) {
        connection.rollback(before);
      }
      throw new SQLException("The query failed.", e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
