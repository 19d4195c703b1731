package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.ProgressListener.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  private String printed() {
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static Progress visits(long rows, long millis, boolean ended) {
    return of("visit", rows, OptionalLong.of(4_000_000), millis, ended);
  }

  private static Progress of(
      String table, long rows, OptionalLong expected, long millis, boolean ended) {
    return new Progress("visits", table, rows, expected, Duration.ofMillis(millis), ended);
  }

  @Test
  void aTerminalHasOneLineThatIsGoneAtTheEnd() {
    var printer = new ProgressPrinter(out, true);

    printer.told(visits(1_000, 250, false));
    printer.told(visits(2_000_000, 500_000, false));
    printer.told(visits(4_000_000, 900_000, true));

    String first = "visits: visit 1,000 of 4,000,000 rows (0 %), 4,000/s, 16 min 39 s left";
    String second = "visits: visit 2,000,000 of 4,000,000 rows (50 %), 4,000/s, 8 min 20 s left";
    assertThat(printed())
        .isEqualTo("\r" + first + "\r" + second + "\r" + " ".repeat(second.length()) + "\r");
  }

  @Test
  void aShorterLineCoversALongerOne() {
    var printer = new ProgressPrinter(out, true);

    printer.told(of("visit", 10, OptionalLong.empty(), 2_000, false));
    printer.told(of("v", 10, OptionalLong.empty(), 2_000, false));

    assertThat(printed()).isEqualTo("\rvisits: visit 10 rows, 5/s\rvisits: v 10 rows, 5/s    ");
  }

  @Test
  void aTerminalLineIsNotWiderThanATerminal() {
    var printer = new ProgressPrinter(out, true);

    printer.told(of("v".repeat(100), 10, OptionalLong.empty(), 2_000, false));

    assertThat(printed()).hasSize(80).endsWith("vvv...");
  }

  @Test
  void aTerminalShowsNothingOfAShortInsert() {
    new ProgressPrinter(out, true).told(visits(100, 200, true));

    assertThat(printed()).isEmpty();
  }

  @Test
  void anythingElseHasALineEveryTenSeconds() {
    var printer = new ProgressPrinter(out, false);

    printer.told(visits(1_000_000, 9_999, false));
    printer.told(visits(1_000_000, 10_000, false));
    printer.told(visits(2_000_000, 19_999, false));
    printer.told(visits(2_000_000, 20_000, false));
    printer.told(visits(4_000_000, 40_000, true));
    printer.told(visits(1_000, 5_000, true));
    printer.told(of("note", 0, OptionalLong.of(0), 10_000, false));
    printer.told(of("note", 36_000_000, OptionalLong.of(72_000_000), 7_500_000, false));

    assertThat(printed())
        .isEqualTo(
            """
            visits: visit 1,000,000 of 4,000,000 rows (25 %), 100,000/s, 30 s left
            visits: visit 2,000,000 of 4,000,000 rows (50 %), 100,000/s, 20 s left
            visits: visit 4,000,000 of 4,000,000 rows (100 %), 100,000/s, ended after 40 s
            visits: note 0 of 0 rows (100 %), 0/s
            visits: note 36,000,000 of 72,000,000 rows (50 %), 4,800/s, 2 h 5 min left
            """);
  }

  @Test
  void onlyTheStreamsOfTheProcessAreATerminal() {
    ProgressListener.printing(out).told(visits(1_000_000, 10_000, false));

    assertThat(printed()).startsWith("visits: visit 1,000,000 of").endsWith("left\n");
    assertThat(Terminal.canRewrite("dumb")).isFalse();
    assertThat(Terminal.canRewrite("xterm")).isTrue();
    assertThat(Terminal.canRewrite(null)).isTrue();
  }
}
