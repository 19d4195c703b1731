package dev.seeder;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run did, or what a plan would do: one entry per seed, in the order of the run.
 *
 * <p>{@link #toString()} is an aligned table for people, {@link #toJson()} is for programs; both
 * are the same in every locale. Immutable.
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
    /** It would run; only in a plan or a dry run. */
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
   *     "by COPY"}, and its {@linkplain SeedContext#secret secrets}; may be empty
   * @param changes what became of the rows per table, in the order of the first write; counted are
   *     the verbs of {@link SeedContext} and the insert statements of {@link SeedContext#dsl()},
   *     not plain SQL text
   * @param time how long the seed took, the commit included
   * @param shown single rows per table, one line each, of a dry run that {@linkplain
   *     Seeder#dryRun(java.util.function.Consumer, int) shows them}; else empty: {@code + code
   *     "it", name "Italy"} would be inserted, {@code ~ code "fr": name "Gaul" -> "France"}
   *     updated, {@code - code "xx", name "Nowhere"} deleted
   */
  public record Entry(
      String seed,
      int revision,
      Outcome outcome,
      String reason,
      Map<String, Changes> changes,
      Duration time,
      Map<String, List<String>> shown) {

    /** Makes an entry; changes and rows are copied and keep their order. */
    public Entry {
      Objects.requireNonNull(seed, "seed");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(time, "time");
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
      var copied = new LinkedHashMap<String, List<String>>();
      shown.forEach((table, lines) -> copied.put(table, List.copyOf(lines)));
      shown = Collections.unmodifiableMap(copied);
    }

    /** Makes an entry that shows no rows. */
    public Entry(
        String seed,
        int revision,
        Outcome outcome,
        String reason,
        Map<String, Changes> changes,
        Duration time) {
      this(seed, revision, outcome, reason, changes, time, Map.of());
    }

    /** Returns the rows inserted per table, in the order of the first write. */
    public Map<String, Long> rows() {
      var rows = new LinkedHashMap<String, Long>();
      changes.forEach((table, changed) -> rows.put(table, changed.created()));
      return Collections.unmodifiableMap(rows);
    }

    /** Returns the rows inserted into all tables. */
    public long totalRows() {
      return changes.values().stream().mapToLong(Changes::created).sum();
    }
  }

  /**
   * What became of rows: of those that were brought, and of those that were there.
   *
   * @param created how many were inserted
   * @param updated how many were there, and differed
   * @param unchanged how many were there as they were brought, or are only to be there; they were
   *     not written
   * @param deleted how many were there, and were not brought
   */
  public record Changes(long created, long updated, long unchanged, long deleted) {

    /** Returns rows that were inserted. */
    static Changes ofCreated(long created) {
      return new Changes(created, 0, 0, 0);
    }

    /** Returns the sums. */
    Changes plus(Changes more) {
      return new Changes(
          created + more.created,
          updated + more.updated,
          unchanged + more.unchanged,
          deleted + more.deleted);
    }

    /** Returns what was written, such as {@code +3 ~1 -2}, or {@code 3} of inserts alone. */
    @Override
    public String toString() {
      if (updated == 0 && unchanged == 0 && deleted == 0) {
        return String.format(Locale.ROOT, "%,d", created);
      }
      return Stream.of(signed("+", created), signed("~", updated), signed("-", deleted))
          .filter(part -> !part.isEmpty())
          .reduce((before, part) -> before + " " + part)
          .orElse("0");
    }

    private static String signed(String sign, long rows) {
      return rows == 0 ? "" : String.format(Locale.ROOT, "%s%,d", sign, rows);
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

  /** Returns what became of the rows of all seeds. */
  Changes changes() {
    return entries.stream()
        .flatMap(entry -> entry.changes().values().stream())
        .reduce(Changes.ofCreated(0), Changes::plus);
  }

  /** Returns the time of all seeds together. */
  public Duration time() {
    return entries.stream().map(Entry::time).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the names of the seeds with this outcome, in order. */
  public List<String> names(Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).map(Entry::seed).toList();
  }

  /**
   * Returns the report for programs: one JSON object, in one line.
   *
   * <pre>{@code
   * {"randomSeed":42,"repeat":"Seeder.randomSeed(42)","generator":"Seeder 1.0.0, Datafaker 2.4.2",
   *  "totalRows":3,"millis":61,"seeds":[
   *   {"seed":"genres","revision":1,"outcome":"applied","reason":"","millis":61,"tables":{
   *     "genre":{"created":3,"updated":0,"unchanged":0,"deleted":0}}}]}
   * }</pre>
   *
   * <p>Seeds and tables are in their order. Outcomes are those of {@link Outcome}, in lower case. A
   * table of which a dry run shows rows has them in "rows". As the table does, it holds the
   * {@linkplain SeedContext#secret secrets} of the run, and nothing else of its rows.
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** Returns the report as a table for people; its layout is not meant for parsing. */
  @Override
  public String toString() {
    return ReportTable.of(this);
  }
}
