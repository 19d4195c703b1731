package scale;

import dev.seeder.Seeder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/**
 * The rows of the shop in files that each database can load, a file per table: a line per row,
 * tabulators between the values. Made once, by Seeder in a SQLite database, which stays beside
 * them.
 */
record FinishedRows(Path directory) {

  static FinishedRows of(Path directory, Size size) throws IOException, SQLException {
    var rows = new FinishedRows(directory);
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite:" + rows.database())) {
      Shop.create(dsl);
      Seeder.of(dsl).withoutHistory().seeds(ShopSeeds.of(size)).run();
      for (Shop.Columns table : Shop.ALL) {
        rows.write(table, dsl);
      }
    }
    return rows;
  }

  Path file(Shop.Columns table) {
    return directory.resolve(table.name() + ".tsv");
  }

  Path database() {
    return directory.resolve("finished.db");
  }

  private void write(Shop.Columns table, CloseableDSLContext dsl) throws IOException, SQLException {
    try (Writer file = Files.newBufferedWriter(file(table))) {
      dsl.connection(
          connection -> {
            try (var statement = connection.createStatement();
                ResultSet row =
                    statement.executeQuery("select * from " + table.name() + " order by id")) {
              while (row.next()) {
                for (int column = 1; column <= table.fields().size(); column++) {
                  file.write(column == 1 ? "" : "\t");
                  file.write(plain(row.getString(column)));
                }
                file.write('\n');
              }
            }
          });
    }
  }

  /** Loaders read these characters in different ways. */
  private static String plain(String value) {
    if (value.startsWith("\"") || value.matches(".*[\\t\\n\\r\\\\].*")) {
      throw new IllegalStateException("The value " + value + " cannot be written to a file.");
    }
    return value;
  }
}
