package benchmarks;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.OTHER;

import dev.seeder.rows.Factory;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
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

  /** What is made: "seeder" and "datafaker" of the same kind are to be compared. */
  @Param({"constant"})
  @SuppressWarnings("NullAway") // JMH sets it
  public String kind;

  private Iterator<Object[]> rows = java.util.Collections.emptyIterator();

  /** Opens the rows. */
  @Setup
  public void open() {
    rows = Rows.open(Factory.of(Rows.THING).generate(field(name("value"), OTHER), Kinds.of(kind)));
  }

  /** Reads a row of one column. */
  @Benchmark
  public Object value() {
    return rows.next();
  }

  /** Rows of five columns: name, e-mail address, title, price, date. */
  @State(Scope.Thread)
  public static class Records {

    final Iterator<Object[]> seeder = Rows.open(Rows.factory());

    final Iterator<Object[]> datafaker =
        Rows.open(
            Factory.of(Rows.THING)
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
