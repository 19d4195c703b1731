package dev.seeder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seeder.ProgressListener;
import dev.seeder.ProgressListener.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/** Somebody who types commands, and reads what is answered. Not safe for use by several threads. */
final class CommandSession {

  private final Map<String, String> variables;
  private final boolean colour;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String typedPassword = "";
  private int times = 1;

  CommandSession(Map<String, String> variables, boolean colour) {
    this.variables = variables;
    this.colour = colour;
  }

  /** Returns one without colours. */
  static CommandSession plain(Map<String, String> variables) {
    return new CommandSession(variables, false);
  }

  /** Types this where a password is asked for. */
  CommandSession withPassword(String password) {
    this.typedPassword = password;
    return this;
  }

  /** Lets inserts seem to take so many times as long, so that they are worth a line. */
  CommandSession withInsertsTaking(int times) {
    this.times = times;
    return this;
  }

  /** Runs a command; what was answered before is forgotten. */
  int run(SeederCommand command, String... args) {
    out.reset();
    err.reset();
    return command.run(
        () ->
            new Terminal(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                colour,
                variables::get,
                () -> typedPassword,
                longer(ProgressListener.printing(new PrintStream(err, true, UTF_8)))),
        Arrays.asList(args));
  }

  private ProgressListener longer(ProgressListener listener) {
    return progress ->
        listener.told(
            new Progress(
                progress.seed(),
                progress.table(),
                progress.rows(),
                progress.expected(),
                progress.elapsed().multipliedBy(times),
                progress.ended()));
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(UTF_8)
        .replace(System.lineSeparator(), "\n")
        .stripTrailing()
        .replaceAll(" +Time\\b", " Time")
        .replaceAll(" +[0-9]+\\.[0-9]+ s\\b", " TIME");
  }
}
