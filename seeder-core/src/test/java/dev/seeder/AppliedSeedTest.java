package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;

import dev.seeder.rows.Factory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database says afterwards of the seeds that were applied, and the log of the run. */
class AppliedSeedTest {

  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<Integer> ID = field(name("id"), INTEGER.notNull());
  private static final int NONE = -1;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB", "DUCKDB"})
  void areToldInTheOrderOfTheirBeginning(TestDatabase database) {
    DSLContext dsl = books(database);
    Seed later = new Books("later", 1, Set.of(), 0, 2, NONE);
    Seed first = new Books("a first", 3, Set.of("later"), 0, 0, NONE);
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    Seeder.of(dsl).randomSeed(7).seeds(later, first).run();

    List<AppliedSeed> applied = Seeder.of(dsl).applied();
    assertThat(applied).extracting(AppliedSeed::seed).containsExactly("later", "a first");
    assertThat(applied).extracting(AppliedSeed::revision).containsExactly("1", "3");
    assertThat(applied).extracting(AppliedSeed::rows).containsExactly(2L, 0L);
    assertThat(applied)
        .allSatisfy(
            seed -> {
              assertThat(seed.randomSeed()).isEqualTo(7);
              assertThat(seed.generator()).matches("Seeder \\S+, Datafaker \\S+");
              assertThat(seed.startedAt()).isBetween(before, Instant.now());
              assertThat(seed.time()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
            });
    database.drop(dsl);
  }

  @Test
  void areNoneWhereThereIsNoHistory() {
    DSLContext dsl = books(TestDatabase.SQLITE);

    assertThat(Seeder.of(dsl).applied()).isEmpty();
    assertThat(Seeder.of(dsl).withoutHistory().applied()).isEmpty();
    assertThat(dsl.fetchExists(table("sqlite_master"), field("name").eq("seeder_history")))
        .isFalse();
  }

  @Test
  void aSeedThatIsThereInPartIsNotOneOfThem() {
    DSLContext dsl = books(TestDatabase.SQLITE);
    Seed inParts = new Books("in parts", 1, Set.of(), 1, 3, 2);

    assertThatThrownBy(Seeder.of(dsl).seeds(inParts)::run).isInstanceOf(SeedException.class);

    assertThat(dsl.fetchCount(BOOK)).isEqualTo(2);
    assertThat(Seeder.of(dsl).applied()).isEmpty();
  }

  @Test
  void eachSeedIsALineOfTheLog() {
    DSLContext dsl = books(TestDatabase.SQLITE);
    Seeder seeder = Seeder.of(dsl).seeds(new Books("many", 1, Set.of(), 0, 1_200, NONE));

    assertThat(logged(seeder))
        .singleElement()
        .asString()
        .matches("Seed \"many\": applied, 1,200 rows in \\d+ ms");
    assertThat(logged(seeder))
        .singleElement()
        .asString()
        .matches("Seed \"many\": unchanged, 0 rows in 0 ms");
  }

  private static List<String> logged(Seeder seeder) {
    var lines = new ArrayList<String>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("dev.seeder"); // held, as loggers are collected
    Level level = log.getLevel();
    log.setLevel(Level.INFO);
    log.addHandler(handler);
    try {
      seeder.run();
    } finally {
      log.removeHandler(handler);
      log.setLevel(level);
    }
    return lines;
  }

  private DSLContext books(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    dsl.createTable(BOOK).columns(ID).primaryKey(ID).execute();
    return dsl;
  }

  /** Inserts so many books; the one at a place fails. */
  private record Books(
      String name, int revision, Set<String> dependsOn, long commitEvery, int count, int failing)
      implements Seed {

    @Override
    public void run(SeedContext seed) {
      seed.insert(
          Factory.of(BOOK)
              .generate(
                  ID,
                  draw -> {
                    if (draw.row() == failing) {
                      throw new IllegalStateException("no more");
                    }
                    return (int) draw.row();
                  })
              .rows(count));
    }
  }
}
