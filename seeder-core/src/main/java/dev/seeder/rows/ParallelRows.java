package dev.seeder.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows made by several threads ahead of the one that reads them, in chunks, and read in their
 * order.
 *
 * <p>The reader makes the next chunk itself if no thread has begun it. How many rows are there at a
 * time is bounded by the number of threads. What a chunk failed with comes after the rows that were
 * made before. To be read by one thread.
 */
final class ParallelRows implements Iterator<@Nullable Object[]>, AutoCloseable {

  private static final int ROWS = 1_000;

  /** Fewer chunks are made before threads are. */
  private static final int FEWEST = 4;

  private static final int MOST_THREADS = 8;

  private final Supplier<RowSearch> searches;
  private final long to;
  private final int ahead;
  private final ThreadPoolExecutor threads;
  private final ConcurrentLinkedDeque<RowSearch> idle = new ConcurrentLinkedDeque<>();
  private final ArrayDeque<FutureTask<Chunk>> chunks = new ArrayDeque<>();
  private Chunk current = new Chunk(List.of(), null);
  private int next;
  private long from;

  private record Chunk(List<@Nullable Object[]> rows, @Nullable Throwable failure) {}

  private ParallelRows(Supplier<RowSearch> searches, long from, long to, int threads) {
    this.searches = searches;
    this.from = from;
    this.to = to;
    this.ahead = 2 * threads;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ParallelRows::thread);
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** Returns how many threads are of use to so many rows; 0 if they have to be made in order. */
  static int threads(long rows, List<RowRule> rules) {
    boolean inOrder = rules.stream().anyMatch(DistinctRule.class::isInstance);
    int others = Runtime.getRuntime().availableProcessors() - 1;
    return inOrder || rows < FEWEST * ROWS ? 0 : Math.min(MOST_THREADS, others);
  }

  /**
   * Returns the rows of the range; the threads end when the stream is closed.
   *
   * @param searches makes what finds rows, one for each thread; all of them find the same ones
   * @param threads how many there are beside the reader's
   */
  static Stream<@Nullable Object[]> rows(
      Supplier<RowSearch> searches, long from, long to, int threads) {
    var chunks = new ParallelRows(searches, from, to, threads);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    Spliterator<@Nullable Object[]> rows = Spliterators.spliterator(chunks, to - from, traits);
    return StreamSupport.stream(rows, false).onClose(chunks::close);
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "seeder-rows");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean hasNext() {
    while (next == current.rows.size() && current.failure == null) {
      begin();
      FutureTask<Chunk> first = chunks.poll();
      if (first == null) {
        return false;
      }
      first.run(); // unless a thread has begun it
      current = get(first);
      next = 0;
    }
    return true;
  }

  @Override
  public @Nullable Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (next == current.rows.size()) {
      if (current.failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) current.failure;
    }
    return current.rows.get(next++);
  }

  private void begin() {
    while (chunks.size() <= ahead && from < to) {
      long first = from;
      long last = Math.min(to, first + ROWS);
      var chunk = new FutureTask<>(() -> make(first, last));
      chunks.add(chunk);
      threads.execute(chunk);
      from = last;
    }
  }

  private Chunk make(long first, long last) {
    List<@Nullable Object[]> rows = new ArrayList<>((int) (last - first));
    try {
      RowSearch search = idle.poll();
      if (search == null) {
        search = searches.get();
      }
      search.rows(first, last, false).forEachOrdered(rows::add);
      idle.push(search);
      return new Chunk(rows, null);
    } catch (RuntimeException | Error failure) {
      return new Chunk(rows, failure);
    }
  }

  private static Chunk get(FutureTask<Chunk> chunk) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return chunk.get();
        } catch (InterruptedException e) {
          interrupted = true; // a chunk is soon made
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    chunks.clear();
    threads.shutdownNow();
  }
}
