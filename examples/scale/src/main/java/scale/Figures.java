package scale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The medians of what one way took on one database. */
record Figures(Database database, Way way, int rows, Measured medians) {

  static final String HEADING =
      "%-9s %-12s %10s %9s %9s %9s %9s %8s %6s"
          .formatted(
              "database",
              "way",
              "rows",
              "wall s",
              "cpu s",
              "server s",
              "load s",
              "peak MB",
              "ratio");

  static Figures of(Database database, Way way, Size size, List<Measured> rounds) {
    var medians =
        new Measured(
            median(rounds, Measured::wall),
            median(rounds, Measured::cpu),
            median(rounds, Measured::serverCpu),
            median(rounds, Measured::peak),
            median(rounds, Measured::load));
    return new Figures(database, way, size.rows(), medians);
  }

  /** Returns how many times as long as the limit it took, by the clock on the wall. */
  Optional<Double> ratio(List<Figures> all) {
    return all.stream()
        .filter(other -> other.database == database && other.way == Way.LIMIT)
        .map(limit -> medians.wall() / limit.medians.wall())
        .findFirst();
  }

  String line(List<Figures> all) {
    return String.format(
        Locale.ROOT,
        "%-9s %-12s %,10d %9.2f %9.2f %9.2f %9.2f %8.0f %6s",
        database.name().toLowerCase(Locale.ROOT),
        way,
        rows,
        medians.wall(),
        medians.cpu(),
        medians.serverCpu(),
        medians.load(),
        medians.peak(),
        ratio(all).map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).orElse(""));
  }

  String json(List<Figures> all) {
    return String.format(
        Locale.ROOT,
        "{\"database\": \"%s\", \"way\": \"%s\", \"rows\": %d, \"wall_s\": %.3f, \"cpu_s\": %.3f,"
            + " \"server_cpu_s\": %.3f, \"load_s\": %.3f, \"peak_mb\": %.1f,"
            + " \"ratio_to_limit\": %s}",
        database.name().toLowerCase(Locale.ROOT),
        way,
        rows,
        medians.wall(),
        medians.cpu(),
        medians.serverCpu(),
        medians.load(),
        medians.peak(),
        ratio(all).map(ratio -> String.format(Locale.ROOT, "%.3f", ratio)).orElse("null"));
  }

  private static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
