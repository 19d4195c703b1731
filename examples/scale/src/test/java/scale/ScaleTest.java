package scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void measuresEachWay(@TempDir Path directory) throws Exception {
    Path json = directory.resolve("figures.json");

    assertThat(run("--rows", "XS", "--rounds", "1", "--heap", "128m", "--json", json.toString()))
        .isZero();

    String figure = "[0-9]+\\.[0-9]+";
    assertThat(Files.readString(json).replaceAll(figure, "N"))
        .isEqualTo(
            """
            [
              {"database": "sqlite", "way": "seeder", FIGURES},
              {"database": "sqlite", "way": "flyway", FIGURES},
              {"database": "sqlite", "way": "handwritten", FIGURES},
              {"database": "sqlite", "way": "jdbc", FIGURES},
              {"database": "sqlite", "way": "limit", FIGURES}
            ]
            """
                .replace(
                    "FIGURES",
                    "\"rows\": 265, \"wall_s\": N, \"cpu_s\": N, \"server_cpu_s\": N,"
                        + " \"load_s\": N, \"peak_mb\": N, \"ratio_to_limit\": N"));
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
  }

  @Test
  void measuresRowsOfWhichSomeChanged(@TempDir Path directory) throws Exception {
    ChangedRows.measure(
        Database.SQLITE, 1_000, directory, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches("\\| SQLITE( \\| [0-9]+\\.[0-9]){4} \\|\\R");
  }

  @Test
  void wrongArgumentsAreExplained() throws Exception {
    assertThat(run("--rows", "huge")).isEqualTo(2);
    assertThat(run("--rounds", "0")).isEqualTo(2);
    assertThat(run("--json")).isEqualTo(2);
    assertThat(run("--speed", "9")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "\"--rows\" is \"huge\", expected one of [xs, s, m, l, xl].",
            "\"--rounds\" is \"0\", expected a number from 1 to 999.",
            "\"--json\" needs a value.",
            "Unknown argument \"--speed\".");
  }

  private int run(String... arguments) throws Exception {
    return Scale.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
