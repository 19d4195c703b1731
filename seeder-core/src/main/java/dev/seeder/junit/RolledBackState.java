package dev.seeder.junit;

import dev.seeder.SeedReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A database that tests change and that is rolled back after each of them, as there is no quick way
 * to copy it. What it holds is written in a table of its own.
 */
final class RolledBackState implements PreparedState {

  private static final Table<?> MARK = DSL.table(DSL.name("seeder_test_state"));
  private static final Field<String> NAME =
      DSL.field(DSL.name("name"), SQLDataType.VARCHAR(40).nullable(false));
  private static final Field<String> REPORT = DSL.field(DSL.name("report"), SQLDataType.CLOB);

  private final DataSource dataSource;
  private final SQLDialect dialect;
  private final SeedReport report;

  private RolledBackState(DataSource dataSource, SQLDialect dialect, SeedReport report) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.report = report;
  }

  /**
   * Returns the state of a database, which is filled if it does not have it.
   *
   * @param prepare fills a database, and returns what was done
   */
  static RolledBackState of(
      DataSource dataSource,
      SQLDialect dialect,
      String digest,
      Function<DataSource, SeedReport> prepare) {
    DSLContext dsl = DSL.using(dataSource, dialect);
    if (!isMarked(dsl)) {
      SeedReport report = prepare.apply(dataSource);
      dsl.createTable(MARK).columns(NAME, REPORT).execute();
      dsl.insertInto(MARK, NAME, REPORT).values(digest, ReportText.write(report)).execute();
      return new RolledBackState(dataSource, dialect, report);
    }
    var mark = dsl.select(NAME, REPORT).from(MARK).fetchSingle();
    if (!mark.value1().equals(digest)) {
      throw new IllegalStateException(
          "The database of the tests holds what other seeds, or older ones, have made.\n"
              + "  Found: a state that is not the one wanted, in the table \""
              + MARK.getName()
              + "\"\n"
              + "  To fix: supply an empty database for each set of seeds; drop this one if it is"
              + " for tests only.");
    }
    return new RolledBackState(dataSource, dialect, ReportText.read(mark.value2()));
  }

  private static boolean isMarked(DSLContext dsl) {
    try {
      return dsl.fetchCount(MARK) == 1;
    } catch (DataAccessException e) {
      return false; // no database tells whether a table is there in the same way
    }
  }

  @Override
  public SeedReport report() {
    return report;
  }

  @Override
  public OpenDatabase open() {
    try {
      Connection connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      return new OpenDatabase(new PlayedCommits(connection), dialect, () -> rollBack(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("The database of the tests gave no connection.", e);
    }
  }

  @Override
  public OpenDatabase openReadOnly() {
    return open();
  }

  private static void rollBack(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true); // for the pool that it may go back to
    } catch (SQLException e) {
      throw new IllegalStateException("What a test did could not be rolled back.", e);
    }
  }

  @Override
  public void close() {}
}
