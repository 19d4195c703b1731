package dev.seeder;

import static dev.seeder.SeedHistory.DATAFAKER;
import static dev.seeder.SeedHistory.RANDOM_SEED;
import static dev.seeder.SeedHistory.REVISION;
import static dev.seeder.SeedHistory.ROWS;
import static dev.seeder.SeedHistory.SEED;
import static dev.seeder.SeedHistory.SEEDER;

import dev.seeder.SeedHistory.Applied;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/**
 * How far the inserts of a seed came that commits in between: one row of the history for each, with
 * the number of the insert behind the revision. Not safe for use by several threads.
 */
final class SeedProgress {

  private static final String MARK = " #";

  private final DSLContext dsl;
  private final Table<?> history;
  private final Applied seed;
  private final long randomSeed;
  private final List<Long> committed;
  private final List<Long> rows = new ArrayList<>();

  private SeedProgress(
      DSLContext dsl, Table<?> history, Applied seed, long randomSeed, List<Long> committed) {
    this.dsl = dsl;
    this.history = history;
    this.seed = seed;
    this.randomSeed = randomSeed;
    this.committed = committed;
  }

  /** Returns whether an applied revision is in truth one that has begun. */
  static boolean isBegun(Applied recorded, Applied seed) {
    return recorded.seed().equals(seed.seed())
        && recorded.revision().startsWith(seed.revision() + MARK);
  }

  /**
   * Reads what earlier runs have committed.
   *
   * @throws IllegalStateException if those rows are not the ones that this run would make
   */
  static SeedProgress read(DSLContext dsl, Table<?> history, Applied seed, long randomSeed) {
    List<Long> committed = new ArrayList<>();
    for (int number = 1; ; number++) {
      Record found =
          dsl.select(RANDOM_SEED, SEEDER, DATAFAKER, ROWS)
              .from(history)
              .where(isPart(seed, number))
              .fetchOne();
      if (found == null) {
        return new SeedProgress(dsl, history, seed, randomSeed, committed);
      }
      requireSame(seed, found, randomSeed);
      committed.add(found.get(ROWS));
    }
  }

  private static void requireSame(Applied seed, Record begun, long randomSeed) {
    boolean same =
        begun.get(RANDOM_SEED) == randomSeed
            && Versions.seeder().equals(begun.get(SEEDER))
            && Versions.datafaker().equals(begun.get(DATAFAKER));
    if (!same) {
      throw new IllegalStateException(
          "it was begun with Seeder.randomSeed("
              + begun.get(RANDOM_SEED)
              + "), Seeder "
              + begun.get(SEEDER)
              + " and Datafaker "
              + begun.get(DATAFAKER)
              + ", and would go on with other rows.\n"
              + "  To fix: finish it with those; or delete its rows, and from the history those of"
              + " seed '"
              + seed.seed()
              + "' whose revision has a '#'.");
    }
  }

  /** Returns how many rows were there when it was read. */
  long found() {
    return committed.stream().mapToLong(Long::longValue).sum();
  }

  /** Begins the next insert of the seed and returns how many of its rows are there. */
  long begin() {
    int number = rows.size();
    rows.add(number < committed.size() ? committed.get(number) : 0);
    return rows.get(number);
  }

  /** Returns whether the insert that was begun has all of its rows: another one came after it. */
  boolean isOver() {
    return rows.size() < committed.size();
  }

  /** Writes how many rows the insert has, into their own transaction. */
  void save(long done) {
    int number = rows.size();
    rows.set(number - 1, done);
    int updated = dsl.update(history).set(ROWS, done).where(isPart(seed, number)).execute();
    if (updated == 0) {
      dsl.insertInto(history)
          .columns(SEED, REVISION, RANDOM_SEED, SEEDER, DATAFAKER, ROWS)
          .values(
              seed.seed(),
              revision(seed, number),
              randomSeed,
              Versions.seeder(),
              Versions.datafaker(),
              done)
          .execute();
    }
  }

  /** Returns whether the insert is where it was left, and no other run has gone on with it. */
  boolean isUnchanged() {
    int number = rows.size();
    return dsl.fetchCount(history, isPart(seed, number).and(ROWS.eq(rows.get(number - 1)))) == 1
        && dsl.fetchCount(history, isPart(seed, number + 1)) == 0;
  }

  /** Forgets the inserts, which the record of the whole seed is written for. */
  void finish() {
    for (int number = 1; number <= Math.max(rows.size(), committed.size()); number++) {
      dsl.deleteFrom(history).where(isPart(seed, number)).execute();
    }
  }

  /** Returns the rows of all inserts. */
  long total() {
    return rows.stream().mapToLong(Long::longValue).sum();
  }

  private static Condition isPart(Applied seed, int number) {
    return SEED.eq(seed.seed()).and(REVISION.eq(revision(seed, number)));
  }

  private static String revision(Applied seed, int number) {
    return seed.revision() + MARK + number;
  }
}
