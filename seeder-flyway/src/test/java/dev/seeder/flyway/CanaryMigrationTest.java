package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.Seeder;
import dev.seeder.rows.RowSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
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

    Seed inParts =
        new Seed() {
          @Override
          public String name() {
            return "in-parts";
          }

          @Override
          public long commitEvery() {
            return 1;
          }

          @Override
          public void run(SeedContext seed) {
            seed.insert(
                RowSource.of(
                    table(DSL.name("book")),
                    List.of(
                        field(DSL.name("id"), Integer.class),
                        field(DSL.name("title"), String.class)),
                    () -> List.of(new Object[] {1, CANARY}, new Object[] {1, CANARY}).iterator()));
          }
        };

    for (Seed each : List.of(refused, unreadable, inParts)) {
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

  @Test
  void whatCodeOfTheMigrationThrowsIsNotRepeated() {
    for (RuntimeException thrown :
        List.of(
            new DataAccessException(CANARY),
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> UUID.fromString(String.join("-", CANARY, CANARY))))) {
      assertFailsInSilence(flyway(new R__Throwing(thrown)));
    }
  }

  private static final class R__Throwing extends SeedMigration {

    private final RuntimeException thrown;

    R__Throwing(RuntimeException thrown) {
      this.thrown = thrown;
    }

    @Override
    protected List<Seed> seeds() {
      return List.of(Seed.of("none", seed -> {}));
    }

    @Override
    protected Seeder configure(Seeder seeder) {
      throw thrown;
    }
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
