package dev.seeder;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A seed failed; its transaction was rolled back.
 *
 * <p>The message names the seed, the table, the row and how to repeat the run, and holds no values
 * of rows and no passwords. The {@link #getCause() cause} is what the database or the seed threw,
 * unchanged: a database may print values in its messages.
 */
public final class SeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SeedReport report;
  private final String seed;
  private final @Nullable String table;
  private final @Nullable Long row;

  SeedException(
      String message,
      SeedReport report,
      String seed,
      @Nullable String table,
      @Nullable Long row,
      @Nullable Throwable cause) {
    super(message, cause);
    this.report = report;
    this.seed = seed;
    this.table = table;
    this.row = row;
  }

  /**
   * Returns what the run had done when it stopped: the seeds applied before stay applied. Null
   * after the exception was serialized.
   */
  public SeedReport report() {
    return report;
  }

  /** Returns the name of the seed that failed. */
  public String seed() {
    return seed;
  }

  /** Returns the table whose rows were being written, null where that is not known. */
  public @Nullable String table() {
    return table;
  }

  /** Returns the number of the row that failed, counted from 1, where that is known. */
  public OptionalLong row() {
    return row == null ? OptionalLong.empty() : OptionalLong.of(row);
  }

  /** Returns the number that repeats the run: {@link Seeder#randomSeed(long)}. */
  public long randomSeed() {
    return report.randomSeed();
  }
}
