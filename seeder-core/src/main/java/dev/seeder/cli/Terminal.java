package dev.seeder.cli;

import dev.seeder.ProgressListener;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command line is typed and answered.
 *
 * @param colour whether there is somebody who sees colours
 * @param variables gives an environment variable, null where there is none
 * @param password asks for a password
 * @param progress is told how far long inserts came
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean colour,
    UnaryOperator<@Nullable String> variables,
    Supplier<String> password,
    ProgressListener progress) {

  /** Ends a colour. */
  static final String PLAIN = "\u001b[0m";

  /** Returns the one of this process; picocli knows terminals, and NO_COLOR. */
  static Terminal ofProcess() {
    return new Terminal(
        System.out,
        System.err,
        Ansi.AUTO.enabled(),
        System::getenv,
        Terminal::askForPassword,
        ProgressListener.printing(System.err));
  }

  @Nullable String variable(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns a text whose first line is red, where there are colours. */
  String red(String text) {
    return colour ? "\u001b[31m" + text.replaceFirst("(?=\n|$)", PLAIN) : text;
  }

  /** Java 17 has no console where the input is a file or a pipe: that is read as it is. */
  @SuppressWarnings("SystemConsoleNull") // later versions have one there, which reads it as well
  private static String askForPassword() {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
