package scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process took, from its start to its end.
 *
 * @param wall seconds that passed
 * @param cpu seconds of all processors, those of the database server included
 * @param serverCpu the server's part of them
 * @param peak megabytes that the process had in memory at most; 0 where the system does not say
 * @param load seconds between connection and commit, as the process says; for others {@code wall}
 */
record Measured(double wall, double cpu, double serverCpu, double peak, double load) {

  /** How often a process is looked at: its last CPU time is not older than this. */
  private static final int MILLISECONDS = 10;

  /** Runs a command to its end. */
  static Measured run(List<String> command, Path input, Path directory, long server)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Path errors = directory.resolve("errors.txt");
    var builder =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    double serverBefore = serverSeconds(server);
    long start = System.nanoTime();
    Process process = builder.start();
    double cpu = 0;
    double peak = 0;
    do {
      cpu = Math.max(cpu, seconds(process.toHandle()));
      peak = Math.max(peak, megabytes(process.pid()));
    } while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS));
    double wall = (System.nanoTime() - start) / 1e9;
    double serverCpu = serverSeconds(server) - serverBefore;
    String printed = Files.readString(output).strip();
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " failed:\n" + printed + Files.readString(errors));
    }
    double load = printed.isEmpty() ? wall : Double.parseDouble(printed);
    return new Measured(wall, cpu + serverCpu, serverCpu, peak, load);
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** The most that was in memory (Linux). */
  private static double megabytes(long process) {
    Path status = Path.of("/proc", String.valueOf(process), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it has ended
    }
  }

  /** The server and its processes, those that have ended too (Linux). */
  private static double serverSeconds(long server) {
    if (server == Database.NONE) {
      return 0;
    }
    double processes =
        ProcessHandle.of(server).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToDouble(Measured::seconds)
            .sum();
    return processes + ticks(server) / 100.0;
  }

  private static long ticks(long process) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      // utime, stime, cutime, cstime
      return Stream.of(words).skip(11).limit(4).mapToLong(Long::parseLong).sum();
    } catch (IOException e) {
      return 0; // another system than Linux
    }
  }
}
