package scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collections;
import org.jooq.Field;

/** JDBC's batches of rows that are read from a file. */
final class JdbcLoad {

  private static final int BATCH = 1_000;

  private final Connection connection;

  /** SQLite has no type for times: it is given the text that everybody can read. */
  private final boolean timesAreText;

  private JdbcLoad(Connection connection, boolean timesAreText) {
    this.connection = connection;
    this.timesAreText = timesAreText;
  }

  static void load(Connection connection, FinishedRows rows) throws SQLException, IOException {
    boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    connection.setAutoCommit(false);
    for (Shop.Columns table : Shop.ALL) {
      new JdbcLoad(connection, sqlite).insert(table, rows);
    }
    connection.commit();
  }

  private void insert(Shop.Columns table, FinishedRows rows) throws SQLException, IOException {
    String marks = String.join(", ", Collections.nCopies(table.fields().size(), "?"));
    try (PreparedStatement insert =
            connection.prepareStatement("insert into " + table.name() + " values (" + marks + ")");
        BufferedReader lines = Files.newBufferedReader(rows.file(table))) {
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        bind(insert, table, line);
        insert.addBatch();
        if (++count % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void bind(PreparedStatement insert, Shop.Columns table, String line) throws SQLException {
    int start = 0;
    for (int i = 0; i < table.fields().size(); i++) {
      int end = line.indexOf('\t', start);
      bind(
          insert,
          i + 1,
          table.fields().get(i),
          line.substring(start, end < 0 ? line.length() : end));
      start = end + 1;
    }
  }

  private void bind(PreparedStatement insert, int index, Field<?> field, String value)
      throws SQLException {
    Class<?> type = field.getType();
    if (type == Long.class || type == Integer.class) {
      insert.setLong(index, Long.parseLong(value));
    } else if (type == BigDecimal.class) {
      insert.setBigDecimal(index, new BigDecimal(value));
    } else if (type == String.class || timesAreText) {
      insert.setString(index, value);
    } else if (type == LocalDate.class) {
      insert.setObject(index, LocalDate.parse(value));
    } else {
      insert.setTimestamp(index, Timestamp.valueOf(value));
    }
  }
}
