package dev.seeder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seeder.Seed;
import dev.seeder.rows.Draw;
import dev.seeder.rows.Factory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jooq.CloseableDSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, as scripts see it. */
class ProcessTest {

  // surefire's own class path is one jar that only names the others
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path directory;

  private String url = "";
  private String out = "";
  private String err = "";

  @BeforeEach
  void createTables() {
    url = "jdbc:sqlite:" + directory.resolve("library.db");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      Library.create(dsl);
    }
  }

  @Test
  void exitCodesSayWhatHappened() throws Exception {
    assertThat(run(CLASS_PATH, List.of(), "--url", url)).isZero();
    assertThat(out).contains("demo-books   applied").doesNotContain("\u001b", "jOOQ");
    assertThat(err).doesNotContain("INFO");

    assertThat(run(CLASS_PATH, List.of(), "pln")).isEqualTo(2);
    assertThat(run(CLASS_PATH, List.of(), "reset", "--url", url)).isEqualTo(3);
    assertThat(run(CLASS_PATH, List.of(), "plan", "--url", url + "2")).isEqualTo(4);
    assertThat(run(CLASS_PATH, List.of(), "export", "bok", "b.csv", "--url", url)).isEqualTo(1);
  }

  @Test
  void helpOpensNoDatabase() throws Exception {
    Path loaded = directory.resolve("loaded.txt");

    assertThat(run(CLASS_PATH, List.of("-Xlog:class+load:file=" + loaded), "--help")).isZero();

    assertThat(Files.readString(loaded))
        .contains("dev.seeder.cli.Commands ")
        .doesNotContain("org.jooq.impl.", "net.datafaker.", "org.sqlite.", "org.postgresql.");
  }

  @Test
  void missingPicocliIsNamed() throws Exception {
    String without =
        Arrays.stream(CLASS_PATH.split(File.pathSeparator))
            .filter(entry -> !entry.contains("picocli"))
            .collect(Collectors.joining(File.pathSeparator));

    assertThat(run(without, List.of(), "--help")).isEqualTo(1);

    assertThat(err)
        .contains(
            "The command line needs picocli, which is not on the class path.",
            "  To fix: add the dependency info.picocli:picocli, 4.7 or later.");
  }

  @Test
  void terminalHasColoursUnlessSomebodyWantsNone() throws Exception {
    assertThat(onTerminal(Library.class, "plan", Map.of()))
        .contains("genres       \u001b[36mpending\u001b[0m");
    assertThat(onTerminal(Library.class, "plan", Map.of("NO_COLOR", "1")))
        .contains("genres       pending")
        .doesNotContain("\u001b");
  }

  @Test
  void terminalShowsALongInsertOnOneLineThatIsGoneAtTheEnd() throws Exception {
    String shown = onTerminal(LongInsert.class, "run", Map.of("NO_COLOR", "1"));

    assertThat(shown)
        .containsPattern("\rlong: genre 1,000 of 3,000 rows \\(33 %\\), [0-9,]+/s, [0-9]+ s left")
        .containsPattern("\r {20,}\rSeed +Outcome")
        .doesNotContain("\u001b", "genre-17");
  }

  /** A program whose inserts take longer than a quarter of a second. */
  static final class LongInsert {

    private LongInsert() {}

    public static void main(String[] args) {
      Field<String> code = DSL.field(DSL.name("code"), SQLDataType.VARCHAR);
      Factory<?> genres = Factory.of(DSL.table(DSL.name("genre"))).generate(code, LongInsert::code);
      Seed seed = Seed.of("long", context -> context.insert(genres.rows(3_000)));
      System.exit(SeederCommand.of(seed).run(args));
    }

    private static String code(Draw draw) {
      if (draw.row() % 1_000 == 999) {
        LockSupport.parkNanos(400_000_000);
      }
      return "genre-" + draw.row();
    }
  }

  private String onTerminal(Class<?> main, String command, Map<String, String> variables)
      throws Exception {
    assumeThat(System.getProperty("os.name")).as("script as of Linux").isEqualTo("Linux");
    assumeThat(Path.of("/usr/bin/script")).as("what makes a terminal").exists();
    String program =
        String.join(
            " ", JAVA, "-cp", CLASS_PATH, "'" + main.getName() + "'", command, "--url", url);
    Path output = directory.resolve("terminal.txt");
    var builder =
        new ProcessBuilder("/usr/bin/script", "-qec", program, "/dev/null")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.equals("NO_COLOR"));
    builder.environment().putAll(variables);
    assertThat(builder.start().waitFor()).isZero();
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private int run(String classPath, List<String> options, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Library.class.getName()));
    command.addAll(Arrays.asList(args));
    Path output = directory.resolve("out.txt");
    Path errors = directory.resolve("err.txt");
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SEEDER_"));
    int exit = builder.start().waitFor();
    out = Files.readString(output, StandardCharsets.UTF_8);
    err = Files.readString(errors, StandardCharsets.UTF_8);
    return exit;
  }
}
