package dev.seeder.write;

import benchmarks.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one row of five columns on its way to PostgreSQL, as the text of COPY. In the package of
 * what it measures, which is nobody else's to call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class EncodeBenchmark {

  private static final int COUNT = 1_000;

  private final List<Object[]> rows = Rows.finished(COUNT);
  private final List<CopyColumn> columns = columns();

  private static List<CopyColumn> columns() {
    Configuration configuration = new DefaultConfiguration().set(SQLDialect.POSTGRES);
    List<CopyColumn> columns = new ArrayList<>();
    for (Field<?> field : Rows.COLUMNS) {
      Class<?> type = field.getType();
      String name =
          type == LocalDate.class ? "date" : type == BigDecimal.class ? "numeric" : "varchar";
      CopyForm form = CopyForm.of(type, new CopyType(name, false, null));
      if (form == null) {
        throw new IllegalStateException("There is no form of " + type + ".");
      }
      columns.add(new CopyColumn(PlainColumn.of(field.getBinding(), configuration), form));
    }
    return columns;
  }

  /** Writes rows as text. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Object encode() {
    CopyText text = new CopyText();
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (i > 0) {
          text.nextValue();
        }
        columns.get(i).write(row[i], text);
      }
      text.nextRow();
    }
    return text;
  }
}
