package dev.seeder.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A process that runs a {@link ChildProgram}, and can be killed. */
final class Child implements AutoCloseable {

  private static final String END = "end";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    var reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process that waits for what to do.
   *
   * @param arguments the options of Java, and then the place to stop at, if there is one
   */
  static Child start(String... arguments) {
    // surefire's own class path is one jar that only names the others
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file"),
                "-cp",
                classPath));
    List<String> given = List.of(arguments);
    command.addAll(6, given.stream().filter(word -> word.startsWith("-")).toList());
    command.add(ChildProgram.class.getName());
    given.stream().filter(word -> !word.startsWith("-")).forEach(command::add);
    try {
      return new Child(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // killed while it was writing
    }
    lines.add(END);
  }

  /** Says what to do: database, way, address, and so on. */
  void go(List<String> words) {
    await("ready");
    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)
        .println(String.join(" ", words));
  }

  /** Waits for a line that begins so, or for the end. */
  void await(String beginning) {
    try {
      while (seen.stream().noneMatch(line -> line.startsWith(beginning) || line.equals(END))) {
        seen.add(lines.take());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kills it at once, and returns all that it has said. */
  List<String> kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return said();
  }

  /** Waits for its end, and returns all that it has said. */
  List<String> said() {
    await(END);
    return seen;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
