package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of every database: batches of a statement for one row. */
final class Batches implements RowWay {

  private final Target target;
  private final PreparedStatement statement;
  private final BoundRow bound;
  private final WrittenRows written;

  Batches(Target target, Connection connection) throws SQLException {
    this.target = target;
    this.statement = connection.prepareStatement(InsertSql.ofRow(target));
    this.bound = new BoundRow(target, statement, 0);
    this.written = new WrittenRows(target);
  }

  @Override
  public String title() {
    return "";
  }

  @Override
  public int chunk() {
    return 1_000;
  }

  @Override
  public Ready ready(List<@Nullable Object[]> rows, long before) {
    target.check(rows, before);
    return () -> write(rows, before);
  }

  private void write(List<@Nullable Object[]> rows, long before) throws SQLException {
    for (int i = 0; i < rows.size(); i++) {
      bound.set(rows.get(i), before + i + 1);
      statement.addBatch();
    }
    written.requireEach(statement.executeBatch(), before);
  }

  /** Writes a row at once; it is counted from 1. */
  void writeOne(@Nullable Object[] row, long number) throws SQLException {
    bound.set(row, number);
    try {
      written.requireOne(statement.executeUpdate(), number);
    } catch (SQLException e) {
      // a statement that no row can be written by is no fault of the first one
      boolean wrong = number == 1 && e.getSQLState() != null && e.getSQLState().startsWith("42");
      throw target.failure(wrong ? null : number, e);
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
