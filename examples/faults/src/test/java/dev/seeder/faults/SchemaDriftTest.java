package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.SeedException;
import dev.seeder.Seeder;
import dev.seeder.rows.Factory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that changes after a seed was planned, or half of its rows were committed. */
class SchemaDriftTest {

  private static final Table<Record> ITEM = table(name("item"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<String> WORD = field(name("word"), VARCHAR(40));
  private static final Field<Integer> SIZE = field(name("size"), INTEGER);
  private static final int ROWS = 500;
  private static final int PART = 200;

  @TempDir Path directory;

  /** What changes, and what the failure says of it; nothing where the seed fits all the same. */
  private enum Drift {
    COLUMN_DROPPED("word", "alter table \"item\" drop column \"word\""),
    COLUMN_RENAMED("word", "alter table \"item\" rename column \"word\" to \"text\""),
    COLUMN_ADDED(null, "alter table \"item\" add column \"more\" integer default 5 not null"),
    TABLE_GONE("there is no table \"item\"", "drop table \"item\""),
    TABLE_RENAMED("there is no table \"item\"", "alter table \"item\" rename to \"things\""),
    KEY_ADDED(
        "a value that must be unique is there already",
        "create unique index \"item_once\" on \"item\" (\"size\")"),
    TYPE_CHANGED(null, "");

    final String told;
    final String sql;

    Drift(String told, String sql) {
      this.told = told;
      this.sql = sql;
    }

    List<String> sql(FaultDatabase database) {
      if (this != TYPE_CHANGED) {
        return List.of(sql);
      }
      return switch (database.dialect()) {
        case SQLITE ->
            List.of(
                "alter table \"item\" drop column \"size\"",
                "alter table \"item\" add column \"size\" varchar(20)");
        case MARIADB -> List.of("alter table \"item\" modify \"size\" varchar(20)");
        default -> List.of("alter table \"item\" alter column \"size\" set data type varchar(20)");
      };
    }
  }

  /** The sizes of the first 400 rows differ; a part may fail when it has committed 200. */
  private record Items(long commitEvery, boolean fails) implements Seed {

    @Override
    public String name() {
      return "items";
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(
          Factory.of(ITEM)
              .generate(ID, draw -> (int) draw.row())
              .generate(WORD, draw -> "word " + draw.row())
              .generate(
                  SIZE,
                  draw -> {
                    if (fails && draw.row() >= PART + 50) {
                      throw new IllegalStateException("enough for now");
                    }
                    return (int) Math.min(draw.row(), 400);
                  })
              .rows(ROWS));
    }
  }

  static Stream<Arguments> drifts() {
    return Stream.of(
            FaultDatabase.SQLITE_WAL,
            FaultDatabase.H2,
            FaultDatabase.POSTGRES,
            FaultDatabase.MARIADB)
        .flatMap(database -> Stream.of(Drift.values()).map(drift -> arguments(database, drift)));
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void betweenPlanAndRunItIsToldAndNothingIsThere(FaultDatabase database, Drift drift) {
    String url = created(database);
    Seeder seeder = Seeder.of(database.dsl(url)).seeds(new Items(0, false));
    seeder.plan();

    drift(database, url, drift);
    Throwable failure = catchThrowable(seeder::run);

    isToldOrDone(database, url, drift, failure, 0, "its transaction was rolled back");
    database.drop(url);
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void betweenTwoPartsItIsToldAndWhatWasCommittedStays(FaultDatabase database, Drift drift) {
    String url = created(database);
    Seeder seeder = Seeder.of(database.dsl(url));
    assertThat(catchThrowable(seeder.seeds(new Items(PART, true))::run))
        .hasMessageContaining("enough for now");

    drift(database, url, drift);
    Throwable failure = catchThrowable(seeder.seeds(new Items(PART, false))::run);

    // with the key a second part fits before the row that does not
    int there = drift == Drift.KEY_ADDED ? 2 * PART : PART;
    isToldOrDone(database, url, drift, failure, there, "");
    database.drop(url);
  }

  private String created(FaultDatabase database) {
    String url = database.freshUrl(directory);
    try (CloseableDSLContext dsl = database.connect(url)) {
      dsl.execute(
          "create table \"item\" (\"id\" integer not null primary key,"
              + " \"word\" varchar(40), \"size\" integer)");
    }
    return url;
  }

  private static void drift(FaultDatabase database, String url, Drift drift) {
    try (CloseableDSLContext dsl = database.connect(url)) {
      drift.sql(database).forEach(dsl::execute);
    }
  }

  private static void isToldOrDone(
      FaultDatabase database, String url, Drift drift, Throwable failure, int before, String fate) {
    String trial = database + ", " + drift;
    DSLContext dsl = database.dsl(url);
    boolean fits = drift.told == null;
    if (fits) {
      assertThat(failure).as(trial).isNull();
    } else {
      assertThat(failure)
          .as(trial)
          .isInstanceOf(SeedException.class)
          .hasMessageContainingAll("Seed \"items\" failed", fate, drift.told);
    }
    Table<Record> now = drift == Drift.TABLE_RENAMED ? table(name("things")) : ITEM;
    if (drift != Drift.TABLE_GONE) {
      assertThat(dsl.fetchCount(now)).as(trial).isEqualTo(fits ? ROWS : before);
    }
    assertThat(Seeder.of(dsl).applied().size()).as(trial).isEqualTo(fits ? 1 : 0);
  }
}
