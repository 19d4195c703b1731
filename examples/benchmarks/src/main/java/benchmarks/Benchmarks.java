package benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks and prints their medians side by side. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs the kinds that contain the argument, or all; "row" runs the writing of whole rows. */
  public static void main(String[] args) throws RunnerException {
    String part = args.length == 0 ? "" : args[0];
    String[] kinds =
        Kinds.names().stream()
            .filter(kind -> kind.equals("constant") || kind.contains(part))
            .toArray(String[]::new);
    print(
        new Runner(
                new OptionsBuilder().include("ValuesBenchmark.value").param("kind", kinds).build())
            .run());
    if (part.isEmpty()) {
      print(new Runner(new OptionsBuilder().include("ValuesBenchmark.fiveColumns").build()).run());
    }
    if (part.isEmpty() || part.equals("row")) {
      printRows(
          new Runner(
                  new OptionsBuilder()
                      .include("EncodeBenchmark")
                      .include("InsertBenchmark")
                      .build())
              .run());
    }
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Double> medians =
        results.stream()
            .collect(
                Collectors.toMap(
                    Benchmarks::name,
                    result -> result.getPrimaryResult().getStatistics().getPercentile(50),
                    (one, other) -> one,
                    TreeMap::new));
    System.out.println("| value | ns | unique, ns | Datafaker, ns | ratio |");
    System.out.println("|---|---:|---:|---:|---:|");
    medians.forEach(
        (kind, nanoseconds) -> {
          if (kind.startsWith("datafaker.") || kind.startsWith("unique.")) {
            return;
          }
          String name = kind.substring(kind.indexOf('.') + 1);
          Double other = medians.get("datafaker." + name);
          System.out.printf(
              Locale.ROOT,
              "| %s | %.0f | %s | %s | %s |%n",
              name,
              nanoseconds,
              rounded(medians.get("unique." + name)),
              rounded(other),
              other == null ? "" : String.format(Locale.ROOT, "%.1f", other / nanoseconds));
        });
  }

  private static void printRows(Collection<RunResult> results) {
    System.out.println("| row of five columns | ns |");
    System.out.println("|---|---:|");
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f |%n",
          name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }

  private static String name(RunResult result) {
    String kind = result.getParams().getParam("kind");
    String method = result.getParams().getBenchmark();
    return method.endsWith(".value")
        ? kind
        : method.endsWith("Seeder") ? "seeder.five columns" : "datafaker.five columns";
  }

  private static String rounded(@Nullable Double nanoseconds) {
    return nanoseconds == null ? "" : String.format(Locale.ROOT, "%.0f", nanoseconds);
  }
}
