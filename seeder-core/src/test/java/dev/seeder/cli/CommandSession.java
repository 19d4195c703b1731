package dev.seeder.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Somebody who types commands, and reads what is answered. Not safe for use by several threads. */
final class CommandSession {

  private final Map<String, String> variables;
  private final boolean colour;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String typedPassword = "";

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

  /** Runs a command; what was answered before is forgotten. */
  int run(SeederCommand command, String... args) {
    out.reset();
    err.reset();
    return command.run(
        () ->
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colour,
                variables::get,
                () -> typedPassword),
        Arrays.asList(args));
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n")
        .stripTrailing()
        .replaceAll(" +Time\\b", " Time")
        .replaceAll(" +[0-9]+\\.[0-9]+ s\\b", " TIME");
  }
}
