package benchmarks;

import dev.seeder.write.RowWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.BatchBindStep;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one finished row of five columns into a table of SQLite in memory, and back out by the
 * transaction's rollback: by Seeder's way of writing, by JDBC and by jOOQ's batches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class InsertBenchmark {

  private static final int COUNT = 10_000;
  private static final int BATCH = 1_000;

  private final List<Object[]> rows = Rows.finished(COUNT);

  @SuppressWarnings("NullAway.Init") // JMH calls open()
  private Connection connection;

  @SuppressWarnings("NullAway.Init") // as above
  private DSLContext dsl;

  /** Makes the table. */
  @Setup
  public void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table thing (name text not null, email text not null, title text not null,"
              + " price numeric not null, bought date not null)");
    }
    connection.setAutoCommit(false);
    dsl = DSL.using(connection, SQLDialect.SQLITE);
  }

  /** Closes the database. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }

  /** Writes the rows as {@code SeedContext.insert} does. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long seeder() throws SQLException {
    Configuration configuration = dsl.configuration();
    long written =
        new RowWriter(connection, configuration, Rows.THING, Rows.COLUMNS).insert(rows.iterator());
    connection.rollback();
    return written;
  }

  /** Writes the rows as by hand. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long jdbc() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into thing (name, email, title, price, bought) values (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < COUNT; i++) {
        Object[] row = rows.get(i);
        insert.setString(1, (String) row[0]);
        insert.setString(2, (String) row[1]);
        insert.setString(3, (String) row[2]);
        insert.setString(4, ((BigDecimal) row[3]).toString());
        insert.setString(5, ((LocalDate) row[4]).toString());
        insert.addBatch();
        if ((i + 1) % BATCH == 0) {
          insert.executeBatch();
        }
      }
    }
    connection.rollback();
    return COUNT;
  }

  /** Writes the rows by jOOQ's batches of bound values. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long jooq() throws SQLException {
    for (int from = 0; from < COUNT; from += BATCH) {
      BatchBindStep batch =
          dsl.batch(
              dsl.insertInto(Rows.THING)
                  .columns(Rows.COLUMNS)
                  .values(null, null, null, null, null));
      for (Object[] row : rows.subList(from, from + BATCH)) {
        batch = batch.bind(row);
      }
      batch.execute();
    }
    connection.rollback();
    return COUNT;
  }
}
