package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.transaction.GuardedConnection;
import dev.seeder.write.RowText;
import dev.seeder.write.ShownRows;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteContext.BatchMode;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of a seed, per table. Not safe for use by several threads. */
final class RowCounter implements ExecuteListener, TransactionListener {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a listener is never serialized
  private final Map<String, Changes> rows = new LinkedHashMap<>();

  @SuppressWarnings("serial") // as above
  private final GuardedConnection guard;

  @SuppressWarnings("serial") // as above
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  @SuppressWarnings("serial") // as above
  private final @Nullable RowText text;

  /** The rows at the begin of each nested transaction that is open: they count if it fails. */
  @SuppressWarnings("serial") // as above
  private final Deque<Before> before = new ArrayDeque<>();

  private record Before(Map<String, Changes> rows, Map<String, List<String>> lines) {}

  /**
   * Makes a counter.
   *
   * @param text how single rows are shown; null if they are not
   */
  RowCounter(GuardedConnection guard, @Nullable RowText text) {
    this.guard = guard;
    this.text = text;
  }

  /** Returns whether a nested transaction is open. */
  boolean isNested() {
    return !before.isEmpty();
  }

  void add(String table, Changes changes) {
    rows.merge(table, changes, Changes::plus);
  }

  /** Returns what is to be filled with the rows of a table; null if none are to be shown. */
  @Nullable ShownRows shown() {
    return text == null ? null : new ShownRows(text);
  }

  /** Takes lines of what is done to a table, up to so many of each kind. */
  void show(String table, @Nullable ShownRows shown) {
    if (shown == null || text == null) {
      return;
    }
    List<String> before = lines.getOrDefault(table, List.of());
    lines.put(
        table,
        Stream.of("+", "~", "-")
            .flatMap(
                sign ->
                    Stream.concat(before.stream(), shown.lines().stream())
                        .filter(line -> line.startsWith(sign))
                        .limit(text.most()))
            .toList());
  }

  /** Returns the lines per table. */
  Map<String, List<String>> lines() {
    return Collections.unmodifiableMap(lines);
  }

  Map<String, Changes> changes() {
    return Collections.unmodifiableMap(rows);
  }

  /** Returns the rows inserted into all tables. */
  long total() {
    return rows.values().stream().mapToLong(Changes::created).sum();
  }

  @Override
  public void beginStart(TransactionContext context) {
    before.push(new Before(new LinkedHashMap<>(rows), new LinkedHashMap<>(lines)));
  }

  @Override
  public void commitEnd(TransactionContext context) {
    before.pop();
  }

  @Override
  public void rollbackEnd(TransactionContext context) {
    Before then = before.pop();
    rows.clear();
    rows.putAll(then.rows());
    lines.clear();
    lines.putAll(then.lines());
  }

  @Override
  public void end(ExecuteContext context) {
    // not before: only now are the rows of "returning" known
    if (context.exception() != null) {
      return;
    }
    Query[] queries = context.batchQueries();
    if (context.batchMode() == BatchMode.NONE) {
      count(context.query(), context.rows());
    } else if (context.batchMode() == BatchMode.SINGLE && queries.length > 0) {
      // jOOQ has one number here, which is that of the first row
      for (int batchRows : guard.batchRows()) {
        count(queries[0], batched(batchRows, queries[0]));
      }
    } else {
      int[] batchRows = context.batchRows();
      for (int i = 0; i < queries.length && i < batchRows.length; i++) {
        count(queries[i], batched(batchRows[i], queries[i]));
      }
    }
  }

  /** Drivers may answer "done, but I do not know how many" with a negative number. */
  private static int batched(int rows, Query query) {
    if (rows >= 0) {
      return rows;
    }
    return query instanceof QOM.Insert<?> insert ? Math.max(1, insert.$values().size()) : 1;
  }

  private void count(@Nullable Query query, int inserted) {
    if (inserted > 0 && query instanceof QOM.Insert<?> insert) {
      add(insert.$into().getName(), Changes.ofCreated(inserted));
    }
  }
}
