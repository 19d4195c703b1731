package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A report as JSON, in one line. */
final class ReportJson {

  private ReportJson() {}

  static String of(SeedReport report) {
    return "{\"randomSeed\":"
        + report.randomSeed()
        + ",\"repeat\":"
        + quoted(report.repeat())
        + ",\"generator\":"
        + quoted(report.generator())
        + ",\"totalRows\":"
        + report.totalRows()
        + ",\"millis\":"
        + report.time().toMillis()
        + ",\"seeds\":"
        + report.entries().stream().map(ReportJson::seed).collect(in("[", "]"))
        + "}";
  }

  private static String seed(Entry entry) {
    return "{\"seed\":"
        + quoted(entry.seed())
        + ",\"revision\":"
        + entry.revision()
        + ",\"outcome\":"
        + quoted(entry.outcome().name().toLowerCase(Locale.ROOT))
        + ",\"reason\":"
        + quoted(entry.reason())
        + ",\"millis\":"
        + entry.time().toMillis()
        + ",\"tables\":"
        + entry.changes().entrySet().stream()
            .map(
                table ->
                    quoted(table.getKey())
                        + ":"
                        + changes(table.getValue(), shown(entry, table.getKey())))
            .collect(in("{", "}"))
        + "}";
  }

  private static String shown(Entry entry, String table) {
    List<String> rows = entry.shown().getOrDefault(table, List.of());
    return rows.isEmpty()
        ? ""
        : ",\"rows\":" + rows.stream().map(ReportJson::quoted).collect(in("[", "]"));
  }

  private static String changes(Changes changes, String rows) {
    return "{\"created\":"
        + changes.created()
        + ",\"updated\":"
        + changes.updated()
        + ",\"unchanged\":"
        + changes.unchanged()
        + ",\"deleted\":"
        + changes.deleted()
        + rows
        + "}";
  }

  private static Collector<CharSequence, ?, String> in(String begin, String end) {
    return Collectors.joining(",", begin, end);
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(ReportJson::character)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String character(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default ->
          isPlain(codePoint)
              ? Character.toString(codePoint)
              : String.format(Locale.ROOT, "\\u%04x", codePoint);
    };
  }

  /** Halves of a character, and what ends a line in some programs, are not. */
  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
