package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Batches without savepoints: for SQLite, where a savepoint keeps a copy of each page that is
 * changed, which costs half as much as the rows themselves.
 *
 * <p>Which row was refused is known from the rows that were written before it; not where triggers
 * write, too.
 */
final class SqliteBatches implements RowWay {

  private final Batches batches;
  private final PreparedStatement changes;
  private long changesBefore;

  private SqliteBatches(Batches batches, PreparedStatement changes) {
    this.batches = batches;
    this.changes = changes;
  }

  /** Returns the way into a table without triggers; null for others. */
  static @Nullable RowWay of(Target target, Connection connection) throws SQLException {
    return hasTriggers(target)
        ? null
        : new SqliteBatches(
            new Batches(target, connection), connection.prepareStatement("select total_changes()"));
  }

  private static boolean hasTriggers(Target target) {
    return has(target.dsl(), target.table(), "type = 'trigger' and lower(tbl_name)");
  }

  /** Returns whether the catalog has something of the table's name, in small letters. */
  static boolean has(DSLContext dsl, Table<?> table, String whose) {
    Name schema = table.getQualifiedName().qualifier();
    Name catalog = DSL.name("sqlite_master");
    return has(dsl, schema == null ? catalog : schema.append(catalog), table, whose)
        || has(dsl, DSL.name("sqlite_temp_master"), table, whose);
  }

  private static boolean has(DSLContext dsl, Name catalog, Table<?> table, String whose) {
    return dsl.fetchExists(
        DSL.table(DSL.quotedName(catalog.getName())),
        DSL.condition(whose + " = lower({0})", DSL.val(table.getName())));
  }

  @Override
  public String title() {
    return batches.title();
  }

  @Override
  public int chunk() {
    return batches.chunk();
  }

  @Override
  public boolean needsSavepoint() {
    return false;
  }

  @Override
  public Ready ready(List<@Nullable Object[]> rows, long before) {
    Ready ready = batches.ready(rows, before);
    return () -> {
      changesBefore = changes();
      ready.write();
    };
  }

  @Override
  public @Nullable Long refused(long before) throws SQLException {
    return before + changes() - changesBefore + 1;
  }

  private long changes() throws SQLException {
    try (ResultSet result = changes.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    changes.close();
    batches.close();
  }
}
