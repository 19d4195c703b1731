package dev.seeder.write;

import dev.seeder.write.ReadyChunks.Chunk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into one table, by the fastest way that database, driver and columns allow. Not safe
 * for use by several threads.
 */
public final class RowWriter {

  private static final int MARIADB_NO_SUCH_SAVEPOINT = 1305;

  private final Connection connection;
  private final Target target;
  private String way = "";

  /** Makes a writer on a connection that is in a transaction. */
  public RowWriter(
      Connection connection,
      Configuration configuration,
      Table<?> table,
      List<? extends Field<?>> columns) {
    this.connection = connection;
    this.target = new Target(configuration, table, columns);
  }

  /**
   * Inserts the rows and returns how many.
   *
   * @throws RowFailure with the number of the row, if a row cannot be made or written
   */
  public long insert(Iterator<@Nullable Object[]> rows) {
    return insert(rows, 0, more -> {});
  }

  /**
   * Inserts the rows and returns how many.
   *
   * @param before how many rows of their source came before them
   * @param progress gets how many more rows were written, now and then
   * @throws RowFailure with the number of the row, if a row cannot be made or written
   */
  public long insert(Iterator<@Nullable Object[]> rows, long before, LongConsumer progress) {
    long written = before;
    try (RowWay chosen = RowWays.choose(target, connection);
        var chunks =
            new ReadyChunks(chosen, new RowChunks(target, rows, chosen.chunk(), before), before)) {
      way = chosen.title();
      for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        write(chosen, chunk);
        written += chunk.rows().size();
        progress.accept(chunk.rows().size());
      }
    } catch (SQLException e) {
      throw target.failure(null, e);
    }
    return written - before;
  }

  /** Returns what the way of the last insert is called, such as "COPY"; empty for the plain one. */
  public String way() {
    return way;
  }

  private void write(RowWay chosen, Chunk chunk) throws SQLException {
    if (!chosen.needsSavepoint() || !connection.getMetaData().supportsSavepoints()) {
      // what was written of them stays: a failure is the end of the transaction
      try {
        chunk.ready().write();
      } catch (SQLException e) {
        throw target.failure(chosen.refused(chunk.before()), e);
      }
      return;
    }
    Savepoint savepoint = connection.setSavepoint();
    Exception refused = refused(chunk);
    if (refused != null) {
      undo(savepoint, refused);
      savepoint = connection.setSavepoint(); // HSQLDB rolls back to one only once
      try {
        writeOneByOne(chunk.rows(), chunk.before());
      } catch (RowFailure failure) {
        connection.rollback(savepoint); // so that more can be asked
        throw failure;
      }
    }
    release(savepoint);
  }

  /** Writes the rows together and returns why one was not written; null if all were. */
  private static @Nullable Exception refused(Chunk chunk) {
    try {
      chunk.ready().write();
      return null;
    } catch (SQLException e) {
      return e;
    } catch (RowFailure e) {
      if (e.row() != null) {
        throw e;
      }
      return e;
    }
  }

  /** A node of a cluster tells so that it has ended the transaction in favour of another node's. */
  private void release(Savepoint savepoint) throws SQLException {
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLException e) {
      if (e.getErrorCode() == MARIADB_NO_SUCH_SAVEPOINT) {
        throw new SQLTransactionRollbackException(
            "The transaction is gone.", "40001", e.getErrorCode(), e);
      }
      throw e;
    }
  }

  /** After a deadlock on MariaDB the transaction is gone, and the savepoint with it. */
  private void undo(Savepoint savepoint, Exception refused) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      refused.addSuppressed(e);
      throw target.failure(null, refused);
    }
  }

  /**
   * Writes rows that were refused together: drivers do not tell which of them it was, and none was
   * if there are only too many of them for one message to the database.
   */
  private void writeOneByOne(List<@Nullable Object[]> rows, long before) throws SQLException {
    try (var single = new Batches(target, connection)) {
      for (int i = 0; i < rows.size(); i++) {
        single.writeOne(rows.get(i), before + i + 1);
      }
    }
  }
}
