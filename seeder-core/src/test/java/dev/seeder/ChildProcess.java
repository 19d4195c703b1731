package dev.seeder;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;

/** Another process that runs a seeder, and can be killed. */
final class ChildProcess implements AutoCloseable {

  /** What the seed of {@link #main} prints after half of its rows. */
  static final String HALF = "half";

  private static final int ROWS = 2_000;

  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ChildProcess start(TestDatabase database, String url, String mode) throws IOException {
    // surefire's own class path is one jar that only names the others
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            classPath,
            ChildProcess.class.getName(),
            database.name(),
            url,
            mode);
    builder.redirectError(
        new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));
    return new ChildProcess(builder.start());
  }

  /** Returns the next line that the process prints, null at the end. */
  String line() throws IOException {
    return output.readLine();
  }

  /** Lets the process go on that waits for it. */
  void goOn() {
    var input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    input.println();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Returns the seeds that a child runs: one that is quick, and one that calls {@code half}. */
  static List<Seed> seeds(Runnable half) {
    Seed customers =
        Seed.of(
            "customers",
            seed -> {
              seed.insert(DatabaseContract.customers(ROWS / 2, DatabaseContract::customer));
              half.run();
              seed.insert(
                  DatabaseContract.customers(
                      ROWS / 2, i -> DatabaseContract.customer(i + ROWS / 2)));
            });
    return List.of(DatabaseContract.COUNTRIES, customers);
  }

  /** Runs as the child: database, address, and "kill" or "race". */
  public static void main(String[] arguments) throws IOException {
    TestDatabase database = TestDatabase.valueOf(arguments[0]);
    Seeder seeder = Seeder.of(DSL.using(database.dataSource(arguments[1]), database.dialect()));
    if (arguments[2].equals("kill")) {
      seeder.seeds(seeds(ChildProcess::printHalfAndWait)).run();
    } else {
      Seeder ready = seeder.seeds(seeds(() -> {}));
      System.out.println("ready");
      System.in.read();
      ready
          .run()
          .entries()
          .forEach(entry -> System.out.println(entry.seed() + " " + entry.outcome()));
    }
  }

  private static void printHalfAndWait() {
    System.out.println(HALF);
    try {
      System.in.read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
