package dev.seeder.junit;

import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as text without quotes or spaces, which is kept beside the state that it tells of. */
final class ReportText {

  private ReportText() {}

  static String write(SeedReport report) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(report.randomSeed());
      out.writeUTF(report.repeat());
      out.writeUTF(report.generator());
      out.writeInt(report.entries().size());
      for (Entry entry : report.entries()) {
        write(entry, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static SeedReport read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text.strip());
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long randomSeed = in.readLong();
      String repeat = in.readUTF();
      String generator = in.readUTF();
      var entries = new ArrayList<Entry>();
      for (int left = in.readInt(); left > 0; left--) {
        entries.add(entry(in));
      }
      return new SeedReport(entries, randomSeed, repeat, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Entry entry, DataOutputStream out) throws IOException {
    out.writeUTF(entry.seed());
    out.writeInt(entry.revision());
    out.writeUTF(entry.outcome().name());
    out.writeUTF(entry.reason());
    out.writeLong(entry.time().toNanos());
    out.writeInt(entry.changes().size());
    for (Map.Entry<String, Changes> table : entry.changes().entrySet()) {
      out.writeUTF(table.getKey());
      out.writeLong(table.getValue().created());
      out.writeLong(table.getValue().updated());
      out.writeLong(table.getValue().unchanged());
      out.writeLong(table.getValue().deleted());
    }
  }

  private static Entry entry(DataInputStream in) throws IOException {
    String seed = in.readUTF();
    int revision = in.readInt();
    Outcome outcome = Outcome.valueOf(in.readUTF());
    String reason = in.readUTF();
    Duration time = Duration.ofNanos(in.readLong());
    var changes = new LinkedHashMap<String, Changes>();
    for (int left = in.readInt(); left > 0; left--) {
      String table = in.readUTF();
      changes.put(table, new Changes(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
    return new Entry(seed, revision, outcome, reason, changes, time);
  }
}
