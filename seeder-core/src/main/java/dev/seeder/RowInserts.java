package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import dev.seeder.rows.RowSource.OpenRows;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Waits;
import dev.seeder.write.IdentityCounters;
import dev.seeder.write.RowFailure;
import dev.seeder.write.RowWriter;
import dev.seeder.write.ShownRows;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The inserts of a running seed, in one transaction or in parts. Not safe for several threads. */
final class RowInserts {

  private final Session session;
  private final SeedChecks checks;
  private final RowCounter counter;
  private final ProgressMeter.Begin progress;
  private final @Nullable Parts parts;
  private final WaysTaken ways = new WaysTaken();
  private boolean committed;
  private boolean overtaken;

  /**
   * How a seed commits in between.
   *
   * @param every after how many rows of an insert
   * @param lock takes the lock again, which a commit gives back
   */
  record Parts(long every, SeedProgress progress, Lock lock) {

    /** Takes the lock of the history. */
    @FunctionalInterface
    interface Lock {
      void take() throws Exception;
    }
  }

  /**
   * Makes the inserts.
   *
   * @param parts null if the seed is one transaction
   */
  RowInserts(
      Session session,
      SeedChecks checks,
      RowCounter counter,
      ProgressMeter.Begin progress,
      @Nullable Parts parts) {
    this.session = session;
    this.checks = checks;
    this.counter = counter;
    this.progress = progress;
    this.parts = parts;
  }

  /** Returns by which way the rows were inserted, where that is worth telling. */
  String ways() {
    return ways.told();
  }

  /** Returns whether rows were committed before the end of the seed. */
  boolean committed() {
    return committed;
  }

  /** Returns whether another run has gone on with the seed, so that this one has to begin anew. */
  boolean overtaken() {
    return overtaken;
  }

  long insert(RowSource rows, RowScope into) {
    String table = rows.table().getName();
    try {
      checks.writing(into.dsl(), rows.table(), false);
      return parts == null ? insertAll(rows, into) : insertRest(rows, into, parts);
    } catch (RowFailure failure) {
      checks.failed(failure);
      throw MissingTable.explain(failure, session.own(), rows.table());
    } catch (RuntimeException | Error failure) {
      checks.failed(failure);
      throw new RowFailure(table, null, failure);
    }
  }

  private long insertAll(RowSource rows, RowScope into) {
    OpenRows opened = rows.open(into);
    try (Stream<@Nullable Object[]> values = opened.values()) {
      Spliterator<@Nullable Object[]> all = values.spliterator();
      try (ProgressMeter meter = progress.of(rows.table().getName(), all)) {
        return write(
            writer(rows, opened, into), Spliterators.iterator(all), rows, opened, 0, meter);
      }
    }
  }

  private long insertRest(RowSource rows, RowScope into, Parts inParts) {
    if (counter.isNested()) {
      throw new IllegalStateException(
          "it commits in between, and so cannot insert inside seed.dsl().transaction(...).\n"
              + "  To fix: insert outside of it, or let commitEvery() be 0.");
    }
    SeedProgress parted = inParts.progress();
    long done = parted.begin();
    if (parted.isOver()) {
      return done;
    }
    OpenRows opened = rows.openAfter(into, done);
    try (Stream<@Nullable Object[]> values = opened.values()) {
      Spliterator<@Nullable Object[]> all = values.spliterator();
      try (ProgressMeter meter = progress.of(rows.table().getName(), all)) {
        RowWriter writer = writer(rows, opened, into);
        Iterator<@Nullable Object[]> left = Spliterators.iterator(all);
        long written;
        do {
          written = write(writer, new Some(left, inParts.every()), rows, opened, done, meter);
          done += written;
          parted.save(done);
          if (written == inParts.every()) {
            checks.require();
            commit(inParts);
          }
        } while (written == inParts.every());
        return done;
      }
    }
  }

  private RowWriter writer(RowSource rows, OpenRows opened, RowScope into) {
    return new RowWriter(
        session.connection(), into.dsl().configuration(), rows.table(), opened.columns());
  }

  private long write(
      RowWriter writer,
      Iterator<@Nullable Object[]> values,
      RowSource rows,
      OpenRows opened,
      long before,
      ProgressMeter meter) {
    ShownRows shown = counter.shown();
    Iterator<@Nullable Object[]> all =
        shown == null ? values : shown.inserted(values, opened.columns());
    long inserted = writer.insert(all, before, meter::add);
    counter.show(rows.table().getName(), shown);
    ways.add(rows.table().getName(), writer.way());
    IdentityCounters.moveBehind(session.own(), rows.table(), opened.columns());
    counter.add(rows.table().getName(), Changes.ofCreated(inserted));
    return inserted;
  }

  private void commit(Parts inParts) {
    try {
      session.connection().commit();
      committed = true;
      inParts.lock().take();
      overtaken = !inParts.progress().isUnchanged();
    } catch (SQLException e) {
      // then nobody knows: the rows may be there
      committed |= Waits.isConnectionLost(e);
      // another node of a cluster has committed first
      overtaken = Waits.isSerializationFailure(e);
      throw new IllegalStateException(
          "the rows could not be committed: " + SeedFailures.cause(e) + ".", e);
    } catch (Exception e) {
      overtaken = Waits.isLockTimeout(e) || Waits.isSerializationFailure(e);
      throw new IllegalStateException(
          "the lock could not be taken again: " + SeedFailures.cause(e) + ".", e);
    }
    if (overtaken) {
      throw new IllegalStateException("Another run has gone on with the seed.");
    }
  }

  /** The next rows of an iterator, up to a number. */
  private static final class Some implements Iterator<@Nullable Object[]> {

    private final Iterator<@Nullable Object[]> rows;
    private long left;

    Some(Iterator<@Nullable Object[]> rows, long most) {
      this.rows = rows;
      this.left = most;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && rows.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
      left--;
      return rows.next();
    }
  }
}
