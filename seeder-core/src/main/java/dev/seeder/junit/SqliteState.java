package dev.seeder.junit;

import dev.seeder.SeedReport;
import dev.seeder.environment.Durability;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file, copied for each test.
 *
 * <p>In memory it would be half a millisecond quicker. But SQLite's {@code deserialize} gives a
 * database to one connection alone, and in its {@code memdb}, which several share, a transaction
 * that writes keeps all others from reading, which it does not in a file.
 */
final class SqliteState implements PreparedState {

  private final StateFile file;
  private final SeedReport report;
  private @Nullable OpenDatabase shared;

  private SqliteState(StateFile file, SeedReport report) {
    this.file = file;
    this.report = report;
  }

  /**
   * Returns the state in a file, which is made if it is not there.
   *
   * @param prepare fills a database, and returns what was done
   */
  static SqliteState of(StateFile file, Function<DataSource, SeedReport> prepare) {
    try {
      SeedReport kept = file.report();
      SeedReport report = kept == null ? file.make(path -> prepare(path, prepare)) : kept;
      return new SqliteState(file, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SeedReport prepare(Path path, Function<DataSource, SeedReport> prepare) {
    var source = new UrlDataSource("jdbc:sqlite:" + path, "");
    SeedReport report = prepare.apply(source);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      // where the schema has chosen a write-ahead log, the file alone is to hold everything
      statement.execute("pragma wal_checkpoint(truncate)");
    } catch (SQLException e) {
      throw new IllegalStateException("The SQLite file " + path + " could not be closed.", e);
    }
    return report;
  }

  @Override
  public SeedReport report() {
    return report;
  }

  @Override
  public OpenDatabase open() {
    return open("");
  }

  @Override
  public synchronized OpenDatabase openReadOnly() {
    if (shared == null) {
      shared = open("pragma query_only = on");
    }
    return new OpenDatabase(shared.dataSource(), SQLDialect.SQLITE, () -> {});
  }

  private OpenDatabase open(String first) {
    try {
      Path copy = Files.createTempFile(Durability.TEST_FILE, ".db");
      Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
      // not waiting for the disk: a commit of a test takes a tenth of a millisecond, and not ten
      String url = "jdbc:sqlite:" + copy + "?foreign_keys=on&synchronous=off";
      return new OpenDatabase(new UrlDataSource(url, first), SQLDialect.SQLITE, () -> delete(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path copy) {
    for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
      File part = new File(copy + suffix);
      if (part.exists() && !part.delete()) {
        part.deleteOnExit(); // the test has left a connection open, and this is Windows
      }
    }
  }

  @Override
  public synchronized void close() {
    if (shared != null) {
      shared.close();
    }
    file.release();
  }
}
