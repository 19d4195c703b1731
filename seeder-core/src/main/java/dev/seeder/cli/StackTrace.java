package dev.seeder.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text. */
final class StackTrace {

  private StackTrace() {}

  static String of(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
