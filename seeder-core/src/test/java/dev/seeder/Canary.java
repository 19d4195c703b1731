package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A secret, and all the places where this library could have told it. */
final class Canary extends Handler implements AutoCloseable {

  static final String TEXT = "k4n4ry";

  private static final Logger LOGS = Logger.getLogger("dev.seeder");

  private final List<String> lines = new ArrayList<>();
  private final Level before = LOGS.getLevel();

  Canary() {
    setLevel(Level.ALL);
    LOGS.setLevel(Level.ALL);
    LOGS.addHandler(this);
  }

  /** Checks what was thrown: every message of ours in it, and the report that comes with it. */
  static void assertSilent(Throwable failure) {
    assertThat(failure.toString()).doesNotContain(TEXT);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (isOurs(at)) {
        assertThat(at.toString()).doesNotContain(TEXT);
      }
      if (at instanceof SeedException seed) {
        assertThat(seed.report().toString()).doesNotContain(TEXT);
      }
    }
  }

  /** Checks what was logged. */
  void assertSilent() {
    assertThat(String.join("\n", lines)).doesNotContain(TEXT);
  }

  private static boolean isOurs(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return failure.getClass().getName().startsWith("dev.seeder.")
        || (stack.length > 0
            && stack[0].getClassName().startsWith("dev.seeder.")
            && !stack[0].getClassName().contains("Canary"));
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(entry.getMessage() + " " + entry.getThrown());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGS.removeHandler(this);
    LOGS.setLevel(before);
  }
}
