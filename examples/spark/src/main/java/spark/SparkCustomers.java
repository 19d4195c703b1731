package spark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/** Makes customers by the workers of Spark, and compares them with those of one process. */
public final class SparkCustomers {

  private static final StructType COLUMNS =
      StructType.fromDDL(
          "id bigint, name string, email string, customer_since date, credit decimal(10, 2)");

  private SparkCustomers() {}

  /** Writes so many rows, in so many parts, into a directory of Parquet files. */
  public static void main(String[] args) throws Exception {
    long rows = Long.parseLong(args[0]);
    long parts = Long.parseLong(args[1]);
    String directory = Path.of(args[2]).toUri().toString();
    try (SparkSession spark =
        SparkSession.builder()
            .appName("customers")
            .master("local[4, 2]") // four workers, each part is tried twice
            .config("spark.log.level", "OFF")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate()) {
      long begin = System.nanoTime();
      customers(spark, rows, parts).write().mode("overwrite").parquet(directory);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT, "%,d rows in %d parts by Spark: %.1f s%n", rows, parts, seconds);
      Dataset<Row> written = spark.read().parquet(directory);
      requireEqual("rows", rows, written.count());
      requireEqual("distinct keys", rows, written.select("id").distinct().count());
      requireEqual("checksums", ofOneProcess(rows), of(written));
    }
  }

  /** Returns the rows: each part is made by the worker that gets its number. */
  private static Dataset<Row> customers(SparkSession spark, long rows, long parts) {
    FlatMapFunction<Long, Row> part = number -> part(number, parts, rows);
    return spark
        .range(0, parts, 1, (int) parts)
        .as(Encoders.LONG())
        .flatMap(part, Encoders.row(COLUMNS));
  }

  private static Iterator<Row> part(long number, long parts, long rows) {
    Stream<Object[]> values = Customers.part(number, parts, rows);
    TaskContext task = TaskContext.get();
    TaskCompletionListener closing = ended -> values.close();
    task.addTaskCompletionListener(closing);
    Object middle = rows * 3 / 2 / parts;
    return values.peek(row -> breakOnce(task, row, middle)).map(RowFactory::create).iterator();
  }

  /**
   * The worker of the second part breaks down in its middle, once: to show that it does no harm.
   */
  private static void breakOnce(TaskContext task, Object[] row, Object middle) {
    if (task.attemptNumber() == 0 && middle.equals(row[0])) {
      throw new IllegalStateException("The worker breaks down.");
    }
  }

  private static String of(Dataset<Row> written) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Iterator<Row> rows = written.orderBy("id").toLocalIterator(); rows.hasNext(); ) {
      Row row = rows.next();
      Object[] values = new Object[row.size()];
      Arrays.setAll(values, row::get);
      add(digest, values);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String ofOneProcess(long rows) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Object[]> all = Customers.part(0, 1, rows)) {
      all.forEachOrdered(row -> add(digest, row));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Object[] row) {
    digest.update((Arrays.toString(row) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void requireEqual(String what, Object expected, Object found) {
    System.out.println(what + ": " + found);
    if (!expected.equals(found)) {
      throw new IllegalStateException("Expected " + what + " " + expected + ", found " + found);
    }
  }
}
