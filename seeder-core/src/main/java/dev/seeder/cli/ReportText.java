package dev.seeder.cli;

import dev.seeder.SeedReport;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report for people, with colours where they can see them. */
final class ReportText {

  /** The second column: the first one never has three spaces inside. */
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(?m)^(\\S+(?: {1,2}\\S+)* {3,})(applied|failed|skipped|pending|unchanged)\\b");

  private static final Map<String, String> COLOURS =
      Map.of(
          "applied", "\u001b[32m",
          "failed", "\u001b[31m",
          "skipped", "\u001b[33m",
          "pending", "\u001b[36m",
          "unchanged", "\u001b[2m");

  private ReportText() {}

  static String of(SeedReport report, boolean colour) {
    if (!colour) {
      return report.toString();
    }
    return OUTCOME
        .matcher(report.toString())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + COLOURS.get(found.group(2))
                        + found.group(2)
                        + Terminal.PLAIN));
  }
}
