package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.words.AlignedLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A report as aligned text. */
final class ReportTable {

  private static final List<String> HEADER =
      List.of("Seed", "Outcome", "Table", "Rows", "Time", "Reason");
  private static final Set<Integer> NUMBERS = Set.of(3, 4);

  private ReportTable() {}

  static String of(SeedReport report) {
    var lines = new ArrayList<List<String>>();
    lines.add(HEADER);
    report.entries().forEach(entry -> add(lines, entry));
    if (!report.names(Outcome.APPLIED).isEmpty()) {
      lines.add(List.of("total", "", "", report.changes().toString(), time(report.time()), ""));
    }
    var shown = new StringBuilder();
    report.entries().forEach(entry -> show(shown, entry));
    return AlignedLines.of(lines, NUMBERS) + shown + "\nTo repeat: " + report.repeat();
  }

  private static void show(StringBuilder shown, Entry entry) {
    entry
        .shown()
        .forEach(
            (table, rows) -> {
              Changes changes = entry.changes().getOrDefault(table, Changes.ofCreated(0));
              long more = changes.created() + changes.updated() + changes.deleted() - rows.size();
              if (rows.isEmpty()) {
                return;
              }
              shown.append('\n').append(entry.seed()).append(": ").append(table);
              rows.forEach(row -> shown.append("\n  ").append(row));
              if (more > 0) {
                shown.append(String.format(Locale.ROOT, "\n  and %,d more", more));
              }
            });
  }

  private static void add(List<List<String>> lines, Entry entry) {
    boolean ran = entry.outcome() == Outcome.APPLIED || entry.outcome() == Outcome.FAILED;
    String first = entry.changes().keySet().stream().findFirst().orElse("");
    lines.add(
        List.of(
            entry.seed(),
            entry.outcome().name().toLowerCase(Locale.ROOT),
            first,
            first.isEmpty() ? "" : String.valueOf(entry.changes().get(first)),
            ran ? time(entry.time()) : "",
            entry.reason()));
    entry
        .changes()
        .forEach(
            (table, changes) -> {
              if (!table.equals(first)) {
                lines.add(List.of("", "", table, changes.toString(), "", ""));
              }
            });
  }

  private static String time(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }
}
