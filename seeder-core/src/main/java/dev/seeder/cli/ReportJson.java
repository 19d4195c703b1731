package dev.seeder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report in JSON. */
final class ReportJson {

  private ReportJson() {}

  static JsonAnswer.Part of(SeedReport report) {
    return json -> {
      json.writeNumberField("randomSeed", report.randomSeed());
      json.writeStringField("repeat", report.repeat());
      json.writeStringField("generator", report.generator());
      json.writeNumberField("totalRows", report.totalRows());
      json.writeNumberField("millis", report.time().toMillis());
      json.writeArrayFieldStart("seeds");
      for (Entry entry : report.entries()) {
        write(entry, json);
      }
      json.writeEndArray();
    };
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("seed", entry.seed());
    json.writeNumberField("revision", entry.revision());
    json.writeStringField("outcome", entry.outcome().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", entry.reason());
    json.writeNumberField("millis", entry.time().toMillis());
    json.writeObjectFieldStart("tables");
    for (Map.Entry<String, Changes> table : entry.changes().entrySet()) {
      Changes changes = table.getValue();
      json.writeObjectFieldStart(table.getKey());
      json.writeNumberField("created", changes.created());
      json.writeNumberField("updated", changes.updated());
      json.writeNumberField("unchanged", changes.unchanged());
      json.writeNumberField("deleted", changes.deleted());
      List<String> rows = entry.shown().getOrDefault(table.getKey(), List.of());
      if (!rows.isEmpty()) {
        json.writeArrayFieldStart("rows");
        for (String row : rows) {
          json.writeString(row);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
