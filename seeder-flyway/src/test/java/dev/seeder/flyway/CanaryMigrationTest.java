package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seeder.Seed;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A value of a row is told neither by the exception of a migration nor by log or history. */
class CanaryMigrationTest extends FlywayTest {

  private static final String CANARY = "k4n4ry";

  @TempDir Path directory;

  @Override
  DataSource freshDatabase() {
    var fresh = new SQLiteDataSource();
    fresh.setUrl("jdbc:sqlite:" + directory.resolve("canary.db"));
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  @Test
  void aRefusedRowOfASeedIsNotRepeated() {
    String wrong = "insert into book values (1, '" + CANARY + "'), (1, '" + CANARY + "')";
    Seed refused = Seed.of("refused", seed -> seed.dsl().execute(wrong));
    Seed unreadable = Seed.of("unreadable", seed -> seed.dsl().execute(wrong + CANARY));

    for (Seed each : List.of(refused, unreadable)) {
      assertFailsInSilence(flywayAfterSchema(versioned("2", "canary", each)));
    }
  }

  @Test
  void aRefusedRowOfASchemaIsNotRepeated() {
    assertFailsInSilence(
        flyway(
            withSchema(
                dsl -> dsl.execute("insert into nothing values ('" + CANARY + "')"),
                Seed.of("none", seed -> {}))));
  }

  private void assertFailsInSilence(Flyway flyway) {
    Throwable failure = catchThrowable(flyway::migrate);

    assertThat(failure).isInstanceOf(FlywayException.class);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at.getClass().getName().startsWith("dev.seeder.") || at instanceof FlywayException) {
        assertThat(at.toString()).doesNotContain(CANARY);
      }
    }
    assertThat(String.join("\n", RecordingLog.LINES)).doesNotContain(CANARY);
    assertThat(flyway.info().all()).isNotEmpty();
    assertThat(dsl.meta().getTables(HISTORY)).isNotEmpty();
    assertThat(dsl.fetch("select * from " + HISTORY).format()).doesNotContain(CANARY);
  }
}
