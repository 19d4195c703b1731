package dev.seeder.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.seeder.SeedReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** An answer for programs: one JSON object, in one line. */
final class JsonAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  /** What a command adds to its answer. */
  @FunctionalInterface
  interface Part {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonAnswer() {}

  /** Returns a report as a part of an answer. */
  static Part report(SeedReport report) {
    return json -> {
      json.writeFieldName("report");
      json.writeRawValue(report.toJson());
    };
  }

  static String of(String command, int exit, @Nullable String error, Part part) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("command", command);
      json.writeNumberField("exit", exit);
      if (error != null) {
        json.writeStringField("error", error);
      }
      part.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
