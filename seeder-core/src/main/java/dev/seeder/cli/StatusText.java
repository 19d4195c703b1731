package dev.seeder.cli;

import dev.seeder.AppliedSeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was applied, for people and for programs. */
final class StatusText {

  private static final List<String> HEADER =
      List.of("Seed", "Revision", "Applied", "Rows", "Time", "Random seed", "By");

  private StatusText() {}

  static String of(List<AppliedSeed> applied, List<String> missing) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    applied.forEach(
        seed ->
            lines.add(
                List.of(
                    seed.seed(),
                    seed.revision(),
                    seed.startedAt().toString(),
                    String.format(Locale.ROOT, "%,d", seed.rows()),
                    String.format(Locale.ROOT, "%.2f s", seed.time().toMillis() / 1000.0),
                    Long.toString(seed.randomSeed()),
                    seed.generator())));
    missing.forEach(seed -> lines.add(List.of(seed, "", "not applied", "", "", "", "")));
    return aligned(lines);
  }

  static JsonAnswer.Part json(List<AppliedSeed> applied, List<String> missing) {
    return json -> {
      json.writeArrayFieldStart("applied");
      for (AppliedSeed seed : applied) {
        json.writeStartObject();
        json.writeStringField("seed", seed.seed());
        json.writeStringField("revision", seed.revision());
        json.writeStringField("startedAt", seed.startedAt().toString());
        json.writeNumberField("rows", seed.rows());
        json.writeNumberField("millis", seed.time().toMillis());
        json.writeNumberField("randomSeed", seed.randomSeed());
        json.writeStringField("generator", seed.generator());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notApplied");
      for (String seed : missing) {
        json.writeString(seed);
      }
      json.writeEndArray();
    };
  }

  private static String aligned(List<List<String>> lines) {
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      Arrays.setAll(widths, i -> Math.max(widths[i], line.get(i).length()));
    }
    List<String> rows = new ArrayList<>();
    for (List<String> line : lines) {
      var row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        boolean number = i >= 3 && i <= 5;
        row.append(number ? pad + line.get(i) : line.get(i) + pad).append("   ");
      }
      rows.add(row.toString().stripTrailing());
    }
    return String.join("\n", rows);
  }
}
