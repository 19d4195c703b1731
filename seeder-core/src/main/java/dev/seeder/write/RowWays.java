package dev.seeder.write;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Chooses the fastest way of rows into a table that database, driver and columns allow. */
final class RowWays {

  private RowWays() {}

  static RowWay choose(Target target, Connection connection) throws SQLException {
    if (target.columns().isEmpty()) {
      return new Batches(target, connection);
    }
    return switch (target.configuration().family()) {
      case POSTGRES, DUCKDB -> {
        RowWay own = ofDriver(target, connection);
        yield own == null ? new MultiRowInserts(target, connection) : own;
      }
      // without options of its own, this driver sends the statements of a batch one by one
      case MARIADB, MYSQL ->
          connection.getMetaData().getDriverName().startsWith("MySQL")
              ? new MultiRowInserts(target, connection)
              : new Batches(target, connection);
      case SQLITE -> {
        RowWay free = SqliteBatches.of(target, connection);
        yield free == null ? new Batches(target, connection) : free;
      }
      default -> new Batches(target, connection);
    };
  }

  private static @Nullable RowWay ofDriver(Target target, Connection connection)
      throws SQLException {
    try {
      return target.configuration().family() == SQLDialect.POSTGRES
          ? PostgresCopy.of(target, connection)
          : DuckdbAppender.of(target, connection);
    } catch (LinkageError e) {
      // the driver is none of ours to bring
      return null;
    }
  }
}
