package dev.seeder.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL's COPY, by its own driver: the values as the text that the types of the columns read.
 */
final class PostgresCopy implements RowWay {

  private final Target target;
  private final PGConnection connection;
  private final String sql;
  private final List<CopyColumn> columns;
  private final WrittenRows written;

  private PostgresCopy(Target target, PGConnection connection, List<CopyColumn> columns) {
    this.target = target;
    this.connection = connection;
    this.columns = columns;
    this.written = new WrittenRows(target);
    DSLContext dsl = target.dsl();
    List<Field<?>> names =
        target.columns().stream()
            .<Field<?>>map(column -> DSL.field(column.getUnqualifiedName()))
            .toList();
    this.sql =
        dsl.render(
            DSL.sql(
                "copy {0} ({1}) from stdin with (format text, encoding 'UTF8')",
                target.table(), DSL.list(names)));
  }

  /** Returns the way, or null where it would not do what an INSERT does. */
  static @Nullable PostgresCopy of(Target target, Connection connection) throws SQLException {
    if (!connection.isWrapperFor(PGConnection.class)) {
      return null;
    }
    List<CopyColumn> columns = CopyColumn.of(target, CopyTable.read(target, connection));
    return columns == null
        ? null
        : new PostgresCopy(target, connection.unwrap(PGConnection.class), columns);
  }

  @Override
  public String title() {
    return "COPY";
  }

  @Override
  public int chunk() {
    // beginning and ending a COPY costs the server as much as hundreds of rows
    return 16_000;
  }

  @Override
  public boolean isReadyInAnyThread() {
    return true;
  }

  @Override
  public Ready ready(List<@Nullable Object[]> rows, long before) {
    var text = new CopyText();
    for (int i = 0; i < rows.size(); i++) {
      @Nullable Object[] row = rows.get(i);
      target.check(row, before + i + 1);
      try {
        encode(row, text);
      } catch (RuntimeException e) {
        throw target.failure(before + i + 1, e);
      }
    }
    return () -> written.requireAll(write(text), rows.size());
  }

  private void encode(@Nullable Object[] row, CopyText text) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        text.nextValue();
      }
      columns.get(i).write(row[i], text);
    }
    text.nextRow();
  }

  private long write(CopyText text) throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn(sql);
    try {
      text.writeTo(copy::writeToCopy);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  @Override
  public void close() {}
}
