package benchmarks;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.product;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.OTHER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one row of one column, as a seed reads it: the row's array is part of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class ValuesBenchmark {

  private static final Table<Record> THING = table(name("thing"));

  /** What is made: "seeder" and "datafaker" of the same kind are to be compared. */
  @Param({"constant"})
  @SuppressWarnings("NullAway") // JMH sets it
  public String kind;

  private Iterator<Object[]> rows = java.util.Collections.emptyIterator();

  /** Opens the rows. */
  @Setup
  public void open() {
    rows = open(Factory.of(THING).generate(field(name("value"), OTHER), Kinds.of(kind)));
  }

  /** Reads a row of one column. */
  @Benchmark
  public Object value() {
    return rows.next();
  }

  static Iterator<Object[]> open(Factory<?> factory) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    RowScope scope = new RowScope(using(SQLDialect.DEFAULT), 42, clock, Locale.ENGLISH);
    return factory.rows(Long.MAX_VALUE).open(scope).values().iterator();
  }

  /** Rows of five columns: name, e-mail address, title, price, date. */
  @State(Scope.Thread)
  public static class Records {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    final Iterator<Object[]> seeder =
        open(
            Factory.of(THING)
                .generate(field(name("name"), VARCHAR), fullName())
                .generate(field(name("email"), VARCHAR), email())
                .generate(field(name("title"), VARCHAR), product())
                .generate(field(name("price"), NUMERIC), price("4.99", "59.99"))
                .generate(field(name("bought"), LOCALDATE), between(FIRST, LAST)));

    final Iterator<Object[]> datafaker =
        open(
            Factory.of(THING)
                .generate(field(name("name"), OTHER), Kinds.of("datafaker.fullName"))
                .generate(field(name("email"), OTHER), Kinds.of("datafaker.email"))
                .generate(field(name("title"), OTHER), Kinds.of("datafaker.product"))
                .generate(field(name("price"), OTHER), Kinds.of("datafaker.price"))
                .generate(field(name("bought"), OTHER), Kinds.of("datafaker.date")));
  }

  /** Reads a row of five columns by Seeder's generators. */
  @Benchmark
  public Object fiveColumnsSeeder(Records records) {
    return records.seeder.next();
  }

  /** Reads a row of five columns by Datafaker's calls. */
  @Benchmark
  public Object fiveColumnsDatafaker(Records records) {
    return records.datafaker.next();
  }
}
