package dev.seeder.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States between runs: their names, their reports, and who makes them. */
class StateFileTest {

  private static final SeedReport REPORT =
      new SeedReport(
          List.of(
              new Entry(
                  "books",
                  2,
                  Outcome.APPLIED,
                  "by COPY, \"ä\"",
                  Map.of("book", new Changes(1, 2, 3, 4)),
                  Duration.ofMillis(5))),
          42,
          "Seeder.randomSeed(42)",
          "Seeder 1");

  @TempDir Path directory;

  @Test
  void reportIsTheSameInTheNextRun() throws Exception {
    var file = new StateFile(directory.resolve("seeder").resolve("a.db"), true);
    assertThat(file.report()).isNull();

    file.make(path -> write(path, "rows"));

    assertThat(file.report()).isEqualTo(REPORT);
    assertThat(file.path()).hasContent("rows");
    assertThat(names()).containsExactly("a.db", "a.db.report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no report", "AAAA"})
  void stateWhoseReportIsDamagedIsMadeAnew(String damaged) throws Exception {
    var file = new StateFile(directory.resolve("seeder").resolve("a.db"), true);
    file.make(path -> write(path, "rows"));
    Path report = file.path().resolveSibling("a.db.report");

    Files.writeString(report, damaged);
    assertThat(file.report()).isNull();
    Files.delete(report);
    assertThat(file.report()).isNull();

    file.make(path -> write(path, "rows"));
    assertThat(file.report()).isEqualTo(REPORT);
  }

  @Test
  void stateThatCouldNotBeMadeIsNotThere() throws Exception {
    var file = new StateFile(directory.resolve("seeder").resolve("a.db"), true);

    assertThatThrownBy(
            () ->
                file.make(
                    path -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(file.report()).isNull();
    assertThat(names()).isEmpty();
  }

  @Test
  void severalWhoMakeItAtOnceLeaveOne() throws Exception {
    var file = new StateFile(directory.resolve("seeder").resolve("a.db"), true);
    var together = new CountDownLatch(3);
    var threads = Executors.newFixedThreadPool(3);

    List<Future<SeedReport>> made =
        Stream.generate(
                () ->
                    threads.submit(
                        () ->
                            file.make(
                                path -> {
                                  together.countDown();
                                  await(together);
                                  return write(path, "rows");
                                })))
            .limit(3)
            .toList();

    for (Future<SeedReport> one : made) {
      assertThat(one.get()).isEqualTo(REPORT);
    }
    threads.shutdown();
    assertThat(names()).containsExactly("a.db", "a.db.report");
  }

  @Test
  void statesThatNobodyUsedForAWeekAreRemovedWithTheNext() throws Exception {
    var old = new StateFile(directory.resolve("seeder").resolve("old.db"), true);
    var used = new StateFile(directory.resolve("seeder").resolve("used.db"), true);
    for (StateFile file : List.of(old, used)) {
      file.make(path -> write(path, "rows"));
    }
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
    for (String name : List.of("old.db", "old.db.report", "used.db", "used.db.report")) {
      Files.setLastModifiedTime(directory.resolve("seeder").resolve(name), longAgo);
    }
    assertThat(used.report()).isEqualTo(REPORT);

    new StateFile(directory.resolve("seeder").resolve("new.db"), true)
        .make(path -> write(path, "rows"));

    assertThat(names()).containsExactly("new.db", "new.db.report", "used.db", "used.db.report");
  }

  @Test
  void nameChangesWithTheFilesBesideTheMigrations() throws Exception {
    Path sql = Files.createDirectories(directory.resolve("sql"));
    Files.writeString(sql.resolve("V1__A.sql"), "create table a (id int)");
    String before = name(sql);

    assertThat(name(sql)).isEqualTo(before).matches("[0-9a-f]{16}");

    Files.writeString(sql.resolve("V1__A.sql"), "create table b (id int)");
    assertThat(name(sql)).isNotEqualTo(before);
  }

  private static String name(Path folder) throws IOException {
    var print = new Fingerprint();
    print.addLocation("filesystem:" + folder, StateFileTest.class.getClassLoader());
    return print.hex();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SeedReport write(Path path, String content) {
    try {
      Files.writeString(path, content);
      return REPORT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("seeder"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
