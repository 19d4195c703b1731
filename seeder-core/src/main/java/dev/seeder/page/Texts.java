package dev.seeder.page;

import dev.seeder.SeedReport.Entry;
import dev.seeder.schema.LiveReference;
import java.time.Duration;
import java.util.Locale;

/** Words and numbers of a page, the same in every locale. */
final class Texts {

  private Texts() {}

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String rows(long rows) {
    return rows < 0 ? "rows not counted" : number(rows) + (rows == 1 ? " row" : " rows");
  }

  static String time(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  /** Returns how many rows a seed wrote in a second; empty if it was too short to tell. */
  static String rate(Entry entry) {
    long millis = entry.time().toMillis();
    return millis < 1 || entry.totalRows() == 0
        ? ""
        : number(entry.totalRows() * 1000 / millis) + " rows/s";
  }

  /** Returns the reason of an entry, without the secrets that a run tells once. */
  static String reason(Entry entry) {
    int secrets = entry.reason().indexOf("secret of ");
    return secrets < 0
        ? entry.reason()
        : (entry.reason().substring(0, secrets) + "with secrets, told by the run alone");
  }

  static String outcome(Entry entry) {
    return entry.outcome().name().toLowerCase(Locale.ROOT);
  }

  static String columns(LiveReference reference) {
    return String.join(", ", reference.columns());
  }
}
