package dev.seeder;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run did, or what a plan would do: one entry per seed, in the order of the run.
 *
 * <p>{@link #toString()} is an aligned table, the same in every locale. Immutable.
 *
 * @param entries the seeds in the order in which they were, or would be, run
 * @param randomSeed the number that drives everything random: {@link Seeder#randomSeed(long)}
 * @param repeat the code that repeats the generated rows, such as {@code "Seeder.randomSeed(42)"};
 *     it names locale and clock too where they are not the default
 * @param generator what made the rows, with its versions, such as {@code "Seeder 1.0.0, Datafaker
 *     2.4.2"}: other versions may make other rows of the same random seed
 */
public record SeedReport(List<Entry> entries, long randomSeed, String repeat, String generator) {

  /** What became of a seed. */
  public enum Outcome {
    /** It ran in this run, and its rows are in the database. */
    APPLIED,
    /** It had been applied before, by this process or by another one. */
    UNCHANGED,
    /** It did not run: a seed before it failed, or it is not for this environment. */
    SKIPPED,
    /** It ran and was rolled back. */
    FAILED,
    /** It would run; only in a plan. */
    PENDING
  }

  /**
   * One seed.
   *
   * @param seed the name of the seed
   * @param revision the revision of the seed, see {@link Seed#revision()}
   * @param outcome what became of it
   * @param reason why, in a few words, such as {@code "not applied yet"}; of a seed that ran, by
   *     which of the database's fast ways {@link SeedContext#insert} wrote its rows, such as {@code
   *     "by COPY"}; may be empty
   * @param rows the rows inserted per table, in the order of the first insert; counted are {@link
   *     SeedContext#insert} and the insert statements of {@link SeedContext#dsl()}, not plain SQL
   *     text
   * @param time how long the seed took, the commit included
   */
  public record Entry(
      String seed,
      int revision,
      Outcome outcome,
      String reason,
      Map<String, Long> rows,
      Duration time) {

    /** Makes an entry; the rows are copied and keep their order. */
    public Entry {
      Objects.requireNonNull(seed, "seed");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(time, "time");
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Returns the rows inserted into all tables. */
    public long totalRows() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Makes a report; the entries are copied. */
  public SeedReport {
    entries = List.copyOf(entries);
    Objects.requireNonNull(repeat, "repeat");
    Objects.requireNonNull(generator, "generator");
  }

  /** Returns the rows inserted by all seeds of the run. */
  public long totalRows() {
    return entries.stream().mapToLong(Entry::totalRows).sum();
  }

  /** Returns the time of all seeds together. */
  public Duration time() {
    return entries.stream().map(Entry::time).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the names of the seeds with this outcome, in order. */
  public List<String> names(Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).map(Entry::seed).toList();
  }

  /** Returns the report as a table for people; its layout is not meant for parsing. */
  @Override
  public String toString() {
    return ReportTable.of(this);
  }
}
