package dev.seeder.page;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who has put the rows into a table, as a report tells.
 *
 * @param by the seeds that have written into it, in the order of the run
 * @param created how many rows they have inserted
 * @param demo whether all of them are demo data
 */
record Filled(List<Entry> by, long created, boolean demo) {

  static Filled of(LiveTable table, SeedReport report, Collection<? extends Seed> seeds) {
    List<Entry> by = new ArrayList<>();
    long created = 0;
    for (Entry entry : report.entries()) {
      if (entry.outcome() != Outcome.APPLIED) {
        continue;
      }
      for (var each : entry.changes().entrySet()) {
        if (each.getKey().equalsIgnoreCase(table.simpleName())) {
          Changes changes = each.getValue();
          created += changes.created();
          by.add(entry);
        }
      }
    }
    return new Filled(List.copyOf(by), created, by.stream().allMatch(each -> isDemo(each, seeds)));
  }

  private static boolean isDemo(Entry entry, Collection<? extends Seed> seeds) {
    return seeds.stream()
        .anyMatch(seed -> seed.name().equals(entry.seed()) && !seed.isReferenceData());
  }

  /** Returns whether no row of such a table can be anybody else's. */
  boolean isAllOf(long rows) {
    return rows > 0 && rows <= created;
  }
}
