package dev.seeder.flyway;

import static dev.seeder.flyway.MigratingProcess.BOOKS;
import static dev.seeder.flyway.MigratingProcess.Mode.HALT_AFTER_THE_ROWS;
import static dev.seeder.flyway.MigratingProcess.Mode.MIGRATE;
import static dev.seeder.flyway.MigratingProcess.Mode.WAIT_HALF_WAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, and processes that start at once. */
@Tag("processes")
@Timeout(120)
class ProcessesTest {

  @TempDir Path folder;

  @Test
  void aKilledSeedLeavesNothingOnSqliteAndTheNextMigrateIsWhole() throws Exception {
    String url = sqlite();

    killsHalfWay(url);

    assertThat(tables(url, "select name from sqlite_master where type = 'table'"))
        .isSubsetOf(FlywayTest.HISTORY);
    assertThat(run(url)).isEqualTo("executed 1");
    isWhole(url);
  }

  @Test
  void aKilledSeedLeavesNothingOnPostgresAndTheNextMigrateIsWhole() throws Exception {
    String url = PostgresServer.freshDatabase();

    killsHalfWay(url);

    assertThat(tables(url, "select tablename from pg_tables where schemaname = 'public'"))
        .isSubsetOf(FlywayTest.HISTORY);
    assertThat(run(url)).isEqualTo("executed 1");
    isWhole(url);
  }

  @Test
  void twoProcessesAtOnceSeedOnceOnSqlite() throws Exception {
    seedOnceTogether(sqlite());
  }

  @Test
  void twoProcessesAtOnceSeedOnceOnPostgres() throws Exception {
    seedOnceTogether(PostgresServer.freshDatabase());
  }

  @Test
  void aProcessThatEndsBetweenTheTwoCommitsOfPostgresDoesNotSeedTwice() throws Exception {
    String url = PostgresServer.freshDatabase();

    Process halting = MigratingProcess.start(HALT_AFTER_THE_ROWS, url);
    assertThat(halting.waitFor()).isEqualTo(3);
    assertThat(count(url, "book")).isEqualTo(BOOKS);
    assertThat(count(url, FlywayTest.HISTORY)).isZero();

    assertThat(run(url)).isEqualTo("executed 1");
    isWhole(url);
    assertThat(run(url)).isEqualTo("executed 0");
  }

  @Test
  void aProcessThatEndsAfterTheCommitOfSqliteHasRecordedIt() throws Exception {
    String url = sqlite();

    Process halting = MigratingProcess.start(HALT_AFTER_THE_ROWS, url);
    assertThat(halting.waitFor()).isEqualTo(3);

    isWhole(url);
    assertThat(run(url)).isEqualTo("executed 0");
  }

  private String sqlite() {
    return "jdbc:sqlite:"
        + folder.resolve("bookstore.db")
        + "?busy_timeout=60000&transaction_mode=IMMEDIATE";
  }

  private static void killsHalfWay(String url) throws Exception {
    Process process = MigratingProcess.start(WAIT_HALF_WAY, url);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("half way");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void seedOnceTogether(String url) throws Exception {
    Process first = MigratingProcess.start(MIGRATE, url);
    Process second = MigratingProcess.start(MIGRATE, url);
    try (BufferedReader firstOutput = first.inputReader(StandardCharsets.UTF_8);
        BufferedReader secondOutput = second.inputReader(StandardCharsets.UTF_8)) {
      assertThat(List.of(firstOutput.readLine(), secondOutput.readLine())).containsOnly("ready");

      goAhead(first);
      goAhead(second);

      assertThat(List.of(firstOutput.readLine(), secondOutput.readLine()))
          .containsExactlyInAnyOrder("executed 1", "executed 0");
    }
    isWhole(url);
  }

  private static String run(String url) throws IOException {
    Process process = MigratingProcess.start(MIGRATE, url);
    goAhead(process);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("ready");
      return output.readLine();
    }
  }

  private static void goAhead(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  private static void isWhole(String url) {
    assertThat(count(url, "book")).isEqualTo(BOOKS);
    assertThat(count(url, FlywayTest.HISTORY)).isEqualTo(1);
  }

  private static int count(String url, String table) {
    try (var dsl = DSL.using(url)) {
      return dsl.fetchCount(DSL.table(DSL.name(table)));
    }
  }

  private static List<String> tables(String url, String sql) {
    try (var dsl = DSL.using(url)) {
      return dsl.fetch(sql).getValues(0, String.class);
    }
  }
}
