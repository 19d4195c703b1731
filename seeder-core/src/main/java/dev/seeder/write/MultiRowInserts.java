package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of databases that take a statement for many rows faster than a batch of statements. */
final class MultiRowInserts implements RowWay {

  private static final int ROWS = 1_000;

  /** What PostgreSQL and MySQL can tell in two bytes. */
  private static final int VALUES = 65_535;

  private final Target target;
  private final Connection connection;
  private final int chunk;
  private final WrittenRows written;
  private @Nullable Statement whole;

  /** Makes the way for a target with columns. */
  MultiRowInserts(Target target, Connection connection) {
    this.target = target;
    this.connection = connection;
    this.chunk = Math.min(ROWS, VALUES / target.columns().size());
    this.written = new WrittenRows(target);
  }

  @Override
  public String title() {
    return "multi-row INSERT";
  }

  @Override
  public int chunk() {
    return chunk;
  }

  @Override
  public Ready ready(List<@Nullable Object[]> rows, long before) {
    target.check(rows, before);
    return () -> write(rows, before);
  }

  private void write(List<@Nullable Object[]> rows, long before) throws SQLException {
    if (rows.size() == chunk) {
      if (whole == null) {
        whole = Statement.of(target, connection, chunk);
      }
      written.requireAll(whole.execute(rows, before), rows.size());
    } else {
      try (var part = Statement.of(target, connection, rows.size())) {
        written.requireAll(part.execute(rows, before), rows.size());
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (whole != null) {
      whole.close();
    }
  }

  /** A statement for a number of rows. */
  private record Statement(PreparedStatement prepared, List<BoundRow> places)
      implements AutoCloseable {

    static Statement of(Target target, Connection connection, int rows) throws SQLException {
      PreparedStatement prepared = connection.prepareStatement(InsertSql.ofRows(target, rows));
      var places = new ArrayList<BoundRow>(rows);
      for (int i = 0; i < rows; i++) {
        places.add(new BoundRow(target, prepared, i * target.columns().size()));
      }
      return new Statement(prepared, places);
    }

    int execute(List<@Nullable Object[]> rows, long before) throws SQLException {
      for (int i = 0; i < rows.size(); i++) {
        places.get(i).set(rows.get(i), before + i + 1);
      }
      return prepared.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      prepared.close();
    }
  }
}
