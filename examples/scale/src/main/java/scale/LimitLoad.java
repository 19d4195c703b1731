package scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What each database loads finished rows with. */
final class LimitLoad {

  private LimitLoad() {}

  static void load(Connection connection, FinishedRows rows) throws SQLException, IOException {
    if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
      execute(connection, "attach '" + rows.database() + "' as finished");
    }
    connection.setAutoCommit(false);
    for (Shop.Columns table : Shop.ALL) {
      load(connection, rows, table);
    }
    connection.commit();
  }

  private static void load(Connection connection, FinishedRows rows, Shop.Columns table)
      throws SQLException, IOException {
    switch (connection.getMetaData().getDatabaseProductName()) {
      case "SQLite" ->
          execute(
              connection,
              "insert into main.%1$s select * from finished.%1$s".formatted(table.name()));
      case "PostgreSQL" -> {
        try (InputStream file = Files.newInputStream(rows.file(table))) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table.name() + " from stdin", file, 1 << 16);
        }
      }
      default ->
          execute(
              connection,
              "load data local infile '%s' into table %s"
                  .formatted(rows.file(table).toString().replace('\\', '/'), table.name()));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
