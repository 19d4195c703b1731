package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The classes as they are compiled, for Java 17 and its jOOQ, run on the newest jOOQ and the Flyway
 * of the build, in a process of a second JDK that stands beside the one of the build.
 */
class NewestJooqTest {

  private static final int NEEDED = 21;
  private static final Path JOOQ = Path.of("target", "newest-jooq", "jooq.jar");
  private static final Class<?>[] TESTS = {
    SqliteSeedMigrationTest.class, H2SeedMigrationTest.class, SqliteCheckTest.class
  };

  /** A JDK of the machine. */
  private record Jdk(Path home, int version) {

    Path java() {
      return home.resolve("bin").resolve("java");
    }

    /** Reads what every JDK says of itself; nothing where there is none. */
    static Stream<Jdk> at(Path home) {
      var release = new Properties();
      try (var reader = Files.newBufferedReader(home.resolve("release"))) {
        release.load(reader);
      } catch (IOException e) {
        return Stream.empty();
      }
      Matcher version =
          Pattern.compile("\"?(\\d+).*").matcher(release.getProperty("JAVA_VERSION", ""));
      return version.matches()
          ? Stream.of(new Jdk(home, Integer.parseInt(version.group(1))))
          : Stream.empty();
    }
  }

  @Test
  void theSameClassesRunOnTheNewestJooq() throws Exception {
    Optional<Jdk> jdk = newest();
    if (jdk.isEmpty()) {
      String line =
          "%s was not tried on the newest jOOQ: no JDK of %d or newer was found."
              .formatted(flyway(), NEEDED);
      System.out.println(line);
      abort(line);
    }
    Jdk found = jdk.orElseThrow();
    Process process =
        new ProcessBuilder(
                found.java().toString(),
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                NewestJooqTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    String last = output.strip().lines().reduce("", (before, line) -> line);
    System.out.println(last);
    assertThat(last)
        .matches(
            "\\d{2,} tests on %s, jOOQ 3\\.2\\d\\..* and Java %d"
                .formatted(Pattern.quote(flyway()), found.version()));
  }

  private static Optional<Jdk> newest() throws IOException {
    Path current = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(Objects.requireNonNull(current.getParent()))) {
      Stream<Path> named =
          System.getenv().entrySet().stream()
              .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
              .map(variable -> Path.of(variable.getValue()));
      return Stream.concat(beside, named)
          .flatMap(Jdk::at)
          .filter(jdk -> jdk.version() >= NEEDED && Files.isExecutable(jdk.java()))
          .max(Comparator.comparing(Jdk::version));
    }
  }

  /** Returns what the jar of Flyway is called, such as flyway-core-13.0.0. */
  private static String flyway() {
    String jar = Flyway.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return jar.replaceAll(".*/|\\.jar$", "");
  }

  private static String classPath() {
    String separator = System.getProperty("path.separator");
    String own =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> others =
        Arrays.stream(own.split(Pattern.quote(separator)))
            .filter(entry -> !Path.of(entry).getFileName().toString().matches("jooq-\\d.*\\.jar"))
            .toList();
    return Stream.concat(Stream.of(JOOQ.toString()), others.stream())
        .collect(Collectors.joining(separator));
  }

  /** Runs the tests as the second process. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(TESTS).map(test -> selectClass(test)).toList())
            .filters(TagFilter.excludeTags("processes"))
            .build();
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    listener
        .getSummary()
        .printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 20);
    System.out.printf(
        "%d tests on %s, jOOQ %s and Java %d%n",
        listener.getSummary().getTestsSucceededCount(),
        flyway(),
        // as it is now: the compiler has written its own one wherever it is named
        Constants.class.getField("FULL_VERSION").get(null),
        Runtime.version().feature());
    System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
