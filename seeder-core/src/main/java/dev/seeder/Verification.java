package dev.seeder;

import dev.seeder.SeedReport.Entry;
import dev.seeder.compare.Contents;
import dev.seeder.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Seeds run twice on the same database. Not safe for use by several threads. */
final class Verification {

  private final Transactions transactions;
  private final RunSettings settings;
  private final List<Seed> seeds;

  Verification(Transactions transactions, RunSettings settings, List<Seed> seeds) {
    this.transactions = transactions;
    this.settings = settings.withHistory(null);
    this.seeds = seeds;
  }

  /** Reads what the tables hold after the seeds before it. */
  private static final class Probe implements Seed {

    private final String name;
    private @Nullable Contents contents;

    Probe(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public void run(SeedContext seed) {
      contents = Contents.read(seed.dsl());
    }

    Contents contents() {
      return Objects.requireNonNull(contents);
    }
  }

  /** A seed that runs on its own rows, as after its revision was raised. */
  private record Again(Seed seed) implements Seed {

    @Override
    public String name() {
      return seed.name() + ", run again";
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public Set<String> environments() {
      return seed.environments();
    }

    @Override
    public void run(SeedContext again) {
      seed.run(again);
    }
  }

  SeedReport run() {
    SeedPlan.order(seeds);
    var first = new Probe("the rows of the first run");
    SeedReport tried = tried(List.of(first));
    var second = new Probe("the rows of the second run");
    List<Seed> again = new ArrayList<>(List.of(second));
    seeds.stream().filter(Seed::isReferenceData).map(Again::new).forEach(again::add);
    var third = new Probe("the rows of reference data that ran again");
    again.add(third);
    tried(again);

    SeedReport report = withoutProbes(tried);
    List<String> found =
        told(
            "run again on the same database",
            first.contents().differences(second.contents()),
            report);
    found.addAll(
        told("run again on its own rows", second.contents().differences(third.contents()), report));
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          "The seeds cannot be repeated:\n  "
              + String.join("\n  ", found)
              + "\n  To fix: take values from draw (its random numbers, faker and clock), order"
              + " what is selected, and write reference data by upsert(...) or sync(...).");
    }
    return report;
  }

  private SeedReport tried(List<Seed> more) {
    List<Seed> all = new ArrayList<>(seeds);
    all.addAll(more);
    return new SeedRun(transactions, settings, all).dryRun(null, 0);
  }

  private SeedReport withoutProbes(SeedReport all) {
    Set<String> own = seeds.stream().map(Seed::name).collect(Collectors.toSet());
    List<Entry> entries =
        all.entries().stream().filter(entry -> own.contains(entry.seed())).toList();
    return new SeedReport(entries, all.randomSeed(), all.repeat(), all.generator());
  }

  private static List<String> told(
      String when, Map<String, List<String>> differences, SeedReport report) {
    List<String> told = new ArrayList<>();
    differences.forEach(
        (table, lines) -> {
          String writers =
              report.entries().stream()
                  .filter(entry -> entry.changes().containsKey(table))
                  .map(entry -> "\"" + entry.seed() + "\"")
                  .collect(Collectors.joining(", "));
          String by = writers.isEmpty() ? "" : " (by " + writers + ")";
          lines.forEach(line -> told.add(line + ", " + when + by));
        });
    return told;
  }
}
