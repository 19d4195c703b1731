package dev.seeder.write;

import dev.seeder.write.ReadyChunks.Chunk;
import java.sql.Connection;
import java.sql.SQLException;
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
    try {
      chunk.ready().write();
    } catch (SQLException e) {
      connection.rollback(savepoint);
      savepoint = connection.setSavepoint(); // HSQLDB rolls back to one only once
      try {
        writeOneByOne(chunk.rows(), chunk.before());
      } catch (RowFailure failure) {
        connection.rollback(savepoint); // so that more can be asked
        throw failure;
      }
    }
    connection.releaseSavepoint(savepoint);
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
