package dev.seeder.write;

import dev.seeder.write.RowWay.Ready;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of rows made ready in their order. Where the way allows it, a thread makes the next chunk
 * ready while one is being written. To be read by one thread.
 */
final class ReadyChunks implements AutoCloseable {

  private final RowWay way;
  private final RowChunks chunks;
  private @Nullable ExecutorService thread;
  private @Nullable Begun ahead;
  private long read;

  /** A chunk that is ready: its rows, and how many rows of the source come before them. */
  record Chunk(List<@Nullable Object[]> rows, long before, Ready ready) {}

  private record Begun(List<@Nullable Object[]> rows, long before, FutureTask<Ready> ready) {}

  ReadyChunks(RowWay way, RowChunks chunks, long before) {
    this.way = way;
    this.chunks = chunks;
    this.read = before;
  }

  /**
   * Returns the next chunk; null after the last.
   *
   * @throws RowFailure with the number of the row that cannot be made, or made ready
   */
  @Nullable Chunk next() {
    Begun begun = ahead == null ? read() : ahead;
    ahead = null;
    if (begun == null) {
      return null;
    }
    begun.ready().run(); // unless the thread has begun it
    var chunk = new Chunk(begun.rows(), begun.before(), get(begun.ready()));
    if (way.isReadyInAnyThread()) {
      readAhead();
    }
    return chunk;
  }

  private @Nullable Begun read() {
    if (!chunks.hasNext()) {
      return null;
    }
    List<@Nullable Object[]> rows = chunks.next();
    long before = read;
    read += rows.size();
    return begun(rows, before, () -> way.ready(rows, before));
  }

  private void readAhead() {
    try {
      ahead = read();
    } catch (RowFailure failure) {
      // comes after the rows before it, which may be refused
      ahead =
          begun(
              List.of(),
              read,
              () -> {
                throw failure;
              });
    }
    if (ahead != null) {
      if (thread == null) {
        thread = Executors.newSingleThreadExecutor(ReadyChunks::thread);
      }
      thread.execute(ahead.ready());
    }
  }

  private static Begun begun(
      List<@Nullable Object[]> rows, long before, Callable<Ready> makesReady) {
    return new Begun(rows, before, new FutureTask<>(makesReady));
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "seeder-write");
    thread.setDaemon(true);
    return thread;
  }

  private static Ready get(FutureTask<Ready> ready) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ready.get();
        } catch (InterruptedException e) {
          interrupted = true; // a chunk is soon ready
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.shutdownNow();
    }
  }
}
