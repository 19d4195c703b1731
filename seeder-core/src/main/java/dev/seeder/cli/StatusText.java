package dev.seeder.cli;

import dev.seeder.AppliedSeed;
import dev.seeder.words.AlignedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was applied, for people and for programs. */
final class StatusText {

  private static final List<String> HEADER =
      List.of("Seed", "Revision", "Applied", "Rows", "Time", "Random seed", "By");
  private static final Set<Integer> NUMBERS = Set.of(3, 4, 5);

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
    return AlignedLines.of(lines, NUMBERS);
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
}
