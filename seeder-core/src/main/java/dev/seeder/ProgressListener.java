package dev.seeder;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Is told how far long inserts came; see {@link Seeder#progress}.
 *
 * <pre>{@code
 * Seeder.of(dataSource)
 *     .progress(progress -> gauge.set(progress.rowsPerSecond()))
 *     .seeds(new Visits())
 *     .run();
 * }</pre>
 *
 * <p>It is called by the thread that runs the seeds, between two statements of its transaction: at
 * most four times a second in each insert of {@link SeedContext}, and once at its end. It never
 * gets the values of rows. An exception that it throws fails the seed, as one of the seed's own
 * would. Whether it is safe for use by several threads matters only if several runs share it.
 */
@FunctionalInterface
public interface ProgressListener {

  /** Is told how far an insert came. */
  void told(Progress progress);

  /**
   * Returns a listener that prints for people: on a terminal one line, which is written anew and
   * removed at the end of the insert; anywhere else, as in CI, a line every 10 seconds.
   *
   * <p>Inserts that take less than 10 seconds, on a terminal a quarter of a second, print nothing.
   * Safe for use by several threads, whose lines take turns.
   *
   * @param out {@link System#out} or {@link System#err}, if it is to be taken for a terminal
   */
  static ProgressListener printing(PrintStream out) {
    return new ProgressPrinter(Objects.requireNonNull(out, "out"), Terminal.is(out));
  }

  /**
   * How far an insert came.
   *
   * @param seed the name of the seed, as in the report
   * @param table the name of the table
   * @param rows how many rows were written by this insert in this run; by a merge, how many were
   *     brought
   * @param expected how many rows there are in all, if their source knows; those that an earlier
   *     run has committed are left out
   * @param elapsed the time since the begin of the insert
   * @param ended whether the insert is over, also if it failed
   */
  record Progress(
      String seed,
      String table,
      long rows,
      OptionalLong expected,
      Duration elapsed,
      boolean ended) {

    /** Makes a progress. */
    public Progress {
      Objects.requireNonNull(seed, "seed");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(elapsed, "elapsed");
    }

    /** Returns the rows of a second since the begin; 0 at the begin itself. */
    public double rowsPerSecond() {
      return elapsed.isZero() ? 0 : rows * 1e9 / elapsed.toNanos();
    }

    /** Returns how long the rest will take at this rate; empty if that cannot be known. */
    public Optional<Duration> remaining() {
      if (expected.isEmpty() || rows == 0) {
        return Optional.empty();
      }
      double left = Math.max(0, expected.getAsLong() - rows);
      return Optional.of(Duration.ofNanos((long) (left * elapsed.toNanos() / rows)));
    }
  }
}
