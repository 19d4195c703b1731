package bookstore;

import static bookstore.Documents.blocks;
import static bookstore.Documents.compile;
import static bookstore.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents show code that compiles, and output that is printed. */
class ReadmeTest {

  /** What the samples leave out for the reader's sake. */
  private static final String IMPORTS =
      """
      import static bookstore.db.Tables.*;
      import static dev.seeder.rows.Values.*;
      import bookstore.db.tables.records.*;
      import dev.seeder.*;
      import dev.seeder.flyway.*;
      import dev.seeder.rows.*;
      import java.util.*;
      import javax.sql.DataSource;
      import org.flywaydb.core.Flyway;
      """;

  /** Names that the samples mention and the reader brings along. */
  private static final String READERS_OWN =
      """
      class Genres implements Seed {
        public String name() { return "genres"; }
        public void run(SeedContext seed) {}
      }
      class DemoBooks implements Seed {
        public String name() { return "demo-books"; }
        public void run(SeedContext seed) {}
      }
      """;

  @TempDir private Path directory;

  @Test
  void quickstartPrintsWhatTheReadmeSays() throws Exception {
    String section = section("README.md", "Quickstart");
    String code = blocks(section, "java").get(0);

    assertThat(code.lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(15);
    compile(directory, "Quickstart", code);

    assertThat(withoutTimes(outputOf("Quickstart")))
        .isEqualTo(withoutTimes(blocks(section, "text").get(0)));
  }

  @Test
  void everySampleOfTheReadmeCompiles() throws Exception {
    List<String> samples = blocks(read("README.md"), "java");

    assertThat(samples).hasSizeGreaterThan(2);
    for (int i = 0; i < samples.size(); i++) {
      String sample = samples.get(i);
      if (!sample.contains("void main(")) {
        compile(directory, "Sample" + i, sampleFile("Sample" + i, sample));
      }
    }
  }

  @Test
  void readmeIsShort() throws Exception {
    assertThat(read("README.md").lines().count()).isLessThanOrEqualTo(200);
  }

  @Test
  void readmeShowsWhatTheBookstorePrints() throws Exception {
    String shown = blocks(section("README.md", "Run it"), "text").get(0);
    var out = new ByteArrayOutputStream();
    String url = "jdbc:sqlite:" + directory.resolve("bookstore.db");

    Bookstore.run(
        List.of("--url", url), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

    assertThat(withoutTimes(out.toString(StandardCharsets.UTF_8)))
        .startsWith(withoutTimes(shown).replaceAll("In jdbc:[^,]*,", "In " + url + ","));
  }

  @Test
  void contributingShowsOneOfTheTests() throws Exception {
    String shown = blocks(read("CONTRIBUTING.md"), "java").get(0);
    String test = read("examples/bookstore/src/test/java/bookstore/BookstoreTest.java");

    assertThat(test).contains(shown.replaceAll("(?m)^(?=.)", "  "));
  }

  private static String sampleFile(String name, String sample) {
    String body =
        sample.contains("class ")
            ? sample.replaceFirst("package .*;", "").replaceFirst("public class", "class")
            : "class %s { void sample(DataSource dataSource) {%n%s}}".formatted(name, sample);
    return IMPORTS + body + READERS_OWN;
  }

  private String outputOf(String mainClass) throws Exception {
    PrintStream before = System.out;
    var out = new ByteArrayOutputStream();
    try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader
          .loadClass(mainClass)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String withoutTimes(String text) {
    return text.replace(System.lineSeparator(), "\n")
        .stripTrailing()
        .replaceAll(" +Time\\b", " Time")
        .replaceAll(" +[0-9]+\\.[0-9]+ s\\b", " TIME");
  }

  private static String section(String file, String heading) throws IOException {
    String text = read(file);
    int start = text.indexOf("\n## " + heading + "\n");
    assertThat(start).as("heading %s of %s", heading, file).isNotNegative();
    int end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
