package dev.seeder;

import dev.seeder.ProgressListener.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Spliterator;

/** Tells a listener now and then how far one insert came. Not safe for use by several threads. */
final class ProgressMeter implements AutoCloseable {

  private static final long INTERVAL = Duration.ofMillis(250).toNanos();

  private final ProgressWatch watch;
  private final String seed;
  private final String table;
  private final OptionalLong expected;
  private final long begun;
  private long told;
  private long rows;
  private boolean failed;

  /** Begins the meter of an insert. */
  @FunctionalInterface
  interface Begin {
    /** Begins it; the rows tell how many they are, if they know. */
    ProgressMeter of(String table, Spliterator<?> rows);
  }

  private ProgressMeter(ProgressWatch watch, String seed, String table, OptionalLong expected) {
    this.watch = watch;
    this.seed = seed;
    this.table = table;
    this.expected = expected;
    this.begun = watch.nanoTime().getAsLong();
    this.told = begun;
  }

  static ProgressMeter begin(ProgressWatch watch, String seed, String table, Spliterator<?> rows) {
    long size = rows.getExactSizeIfKnown();
    OptionalLong expected = size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    return new ProgressMeter(watch, seed, table, expected);
  }

  /** Adds rows that were written. */
  void add(long more) {
    rows += more;
    long now = watch.nanoTime().getAsLong();
    if (now - told >= INTERVAL) {
      told = now;
      tell(now, false);
    }
  }

  /** Tells the end, unless the listener has failed before. */
  @Override
  public void close() {
    if (!failed) {
      tell(watch.nanoTime().getAsLong(), true);
    }
  }

  private void tell(long now, boolean ended) {
    var progress = new Progress(seed, table, rows, expected, Duration.ofNanos(now - begun), ended);
    try {
      watch.listener().told(progress);
    } catch (RuntimeException e) {
      failed = true;
      throw new IllegalStateException(
          "the listener of Seeder.progress(...) failed: "
              + SeedFailures.cause(e)
              + "\n  To fix: let it catch what it can do without.",
          e);
    } catch (Error e) {
      failed = true;
      throw e;
    }
  }
}
