package dev.seeder;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints the progress of inserts: on one line that is written anew, or a line now and then. */
final class ProgressPrinter implements ProgressListener {

  /** What a narrow terminal shows without a second line, which could not be removed. */
  private static final int WIDTH = 79;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean live;
  private int shown;
  private Duration due = PAUSE;

  /**
   * Makes a printer.
   *
   * @param live whether a line is written anew
   */
  ProgressPrinter(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @Override
  public synchronized void told(Progress progress) {
    if (live) {
      rewrite(progress.ended() ? "" : shortened(line(progress)));
    } else if (progress.elapsed().compareTo(due) >= 0) {
      out.println(line(progress));
      due = progress.elapsed().plus(PAUSE);
    }
    if (progress.ended()) {
      due = PAUSE;
    }
  }

  private void rewrite(String line) {
    if (shown == 0 && line.isEmpty()) {
      return;
    }
    String rest = " ".repeat(Math.max(0, shown - line.length()));
    out.print("\r" + line + rest + (line.isEmpty() ? "\r" : ""));
    out.flush();
    shown = line.length();
  }

  private static String shortened(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }

  private static String line(Progress progress) {
    var line = new StringBuilder(progress.seed()).append(": ").append(progress.table());
    add(line, " %,d", progress.rows());
    progress
        .expected()
        .ifPresent(
            all -> {
              long percent = all == 0 ? 100 : Math.min(100, (long) (progress.rows() * 100.0 / all));
              add(line, " of %,d", all);
              add(line, " rows (%d %%)", percent);
            });
    if (progress.expected().isEmpty()) {
      line.append(" rows");
    }
    add(line, ", %,d/s", Math.round(progress.rowsPerSecond()));
    if (progress.ended()) {
      add(line, ", ended after %s", time(progress.elapsed()));
    } else {
      progress.remaining().ifPresent(left -> add(line, ", %s left", time(left)));
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String format, Object value) {
    line.append(String.format(Locale.ROOT, format, value));
  }

  /** Returns a time such as {@code "2 h 5 min"}, {@code "3 min 20 s"} or {@code "12 s"}. */
  private static String time(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
