package dev.seeder;

import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as aligned text. */
final class ReportTable {

  private static final String GAP = "   ";
  private static final List<String> HEADER =
      List.of("Seed", "Outcome", "Table", "Rows", "Time", "Reason");

  private ReportTable() {}

  static String of(SeedReport report) {
    var lines = new ArrayList<List<String>>();
    lines.add(HEADER);
    report.entries().forEach(entry -> add(lines, entry));
    if (!report.names(Outcome.APPLIED).isEmpty()) {
      lines.add(List.of("total", "", "", report.changes().toString(), time(report.time()), ""));
    }
    return aligned(lines) + "To repeat: " + report.repeat();
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

  private static String aligned(List<List<String>> lines) {
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        boolean right = i == 3 || i == 4;
        row.append(right ? pad + line.get(i) : line.get(i) + pad).append(GAP);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String time(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }
}
