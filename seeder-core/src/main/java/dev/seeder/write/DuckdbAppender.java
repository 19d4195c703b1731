package dev.seeder.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB's appender, by its own driver, in the transaction of the connection. */
final class DuckdbAppender implements RowWay {

  private final Target target;
  private final DuckDBConnection connection;
  private final DuckdbTable table;
  private @Nullable DuckDBAppender appender;
  private @Nullable Long refused;

  private DuckdbAppender(Target target, DuckDBConnection connection, DuckdbTable table) {
    this.target = target;
    this.connection = connection;
    this.table = table;
  }

  /** Returns the way, or null where it would not do what an INSERT does. */
  static @Nullable DuckdbAppender of(Target target, Connection connection) throws SQLException {
    if (!connection.isWrapperFor(DuckDBConnection.class)) {
      return null;
    }
    // its statement begins the transaction, which an appender alone does not
    DuckdbTable table = DuckdbTable.read(target, connection);
    return table == null
        ? null
        : new DuckdbAppender(target, connection.unwrap(DuckDBConnection.class), table);
  }

  @Override
  public String title() {
    return "appender";
  }

  @Override
  public int chunk() {
    return 16_000;
  }

  @Override
  public Ready ready(List<@Nullable Object[]> rows, long before) {
    target.check(rows, before);
    return () -> {
      try {
        write(rows, before);
      } catch (SQLException e) {
        int row = new DuckdbRefusal(table.columns(), rows).row(String.valueOf(e.getMessage()));
        refused = row < 0 ? null : before + row + 1;
        throw e;
      }
    };
  }

  @Override
  public @Nullable Long refused(long before) {
    return refused;
  }

  private void write(List<@Nullable Object[]> rows, long before) throws SQLException {
    if (appender == null) {
      appender = connection.createAppender(table.catalog(), table.schema(), table.name());
    }
    for (int i = 0; i < rows.size(); i++) {
      appender.beginRow();
      for (DuckdbTable.Column column : table.columns()) {
        try {
          append(appender, column, rows.get(i));
        } catch (RuntimeException e) {
          throw target.failure(before + i + 1, e);
        }
      }
      appender.endRow();
    }
    appender.flush();
  }

  private static void append(
      DuckDBAppender appender, DuckdbTable.Column column, @Nullable Object[] row)
      throws SQLException {
    if (column.place() < 0) {
      appender.appendDefault();
      return;
    }
    Object value = column.value(row);
    if (value == null) {
      appender.appendNull();
    } else {
      column.form().append(value, appender);
    }
  }

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      appender.close();
    }
  }
}
