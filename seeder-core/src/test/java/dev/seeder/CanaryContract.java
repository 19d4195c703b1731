package dev.seeder;

import static dev.seeder.Canary.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.RowSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value of a row and a password are told by no message, report, log or history of ours. */
abstract class CanaryContract extends DatabaseContract {

  private static final Table<Record> NOTE = table(name("note"));
  private static final Field<String> WORD = field(name("word"), VARCHAR(40));
  private static final Field<String> SHORT = field(name("short"), VARCHAR(8));
  private static final Field<String> OTHER = field(name("other"), VARCHAR(40));
  private static final String LONG = String.join("-", TEXT, TEXT);

  CanaryContract(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void createNotes() {
    dsl.execute(
        """
        create table "note" (
          "id" integer not null,
          "word" varchar(40) not null,
          "short" varchar(8),
          "other" varchar(40),
          constraint "note_key" primary key ("id"),
          constraint "note_word" unique ("word"),
          constraint "note_short" check ("short" <> 'k4n4ry!'),
          constraint "note_other" foreign key ("other") references "note" ("word"))""");
  }

  /** Returns rows of notes: the first is good, the second is the one given. */
  private static RowSource notes(Object... second) {
    return RowSource.of(
        NOTE,
        List.of(ID, WORD, SHORT, OTHER),
        () -> List.of(new Object[] {1, LONG, "good", null}, second).iterator());
  }

  private static Map<String, RowSource> refusedRows() {
    Map<String, RowSource> rows = new LinkedHashMap<>();
    rows.put("unique", notes(2, LONG, null, null));
    rows.put("check", notes(2, "b", TEXT + "!", null));
    rows.put("foreign key", notes(2, "b", null, TEXT));
    rows.put("too long", notes(2, TEXT.repeat(10), null, null));
    rows.put("no number", notes(TEXT, "b", null, null));
    rows.put("null", notes(2, null, TEXT, null));
    rows.put(
        "generated",
        Factory.of(NOTE)
            .generate(ID, draw -> 1)
            .set(WORD, LONG)
            .generate(SHORT, draw -> TEXT)
            .rows(2));
    rows.put(
        "generated too long",
        Factory.of(NOTE).generate(ID, draw -> 5).set(WORD, TEXT.repeat(10)).rows(1));
    return rows;
  }

  @Test
  void aRefusedRowIsNotRepeated() {
    List<Seed> seeds = new ArrayList<>();
    refusedRows()
        .forEach(
            (kind, rows) -> {
              seeds.add(Seed.of(kind + ", inserted", seed -> seed.insert(rows)));
              seeds.add(Seed.of(kind + ", upserted", seed -> seed.upsert(rows, ID)));
              seeds.add(Seed.of(kind + ", missing", seed -> seed.insertMissing(rows, ID)));
              seeds.add(Seed.of(kind + ", synced", seed -> seed.sync(rows, ID)));
            });

    int failed = 0;
    for (Seed each : seeds) {
      failed += failsInSilence(each) ? 1 : 0;
    }

    assertThat(failed).isGreaterThan(seeds.size() / 2);
    assertThat(dsl.fetch(HISTORY).format()).doesNotContain(TEXT);
  }

  @Test
  void aRefusedStatementOfTheSeedIsNotRepeated() {
    assertThat(failsInSilence(sql("insert into \"note\" values (1, '" + TEXT + "', null, 'x', 5)")))
        .isTrue();
    assertThat(failsInSilence(sql("insert into \"nothing\" values ('" + TEXT + "')"))).isTrue();
    assertThat(failsInSilence(sql("insert into \"note\" values ('" + TEXT + "' '"))).isTrue();
  }

  private static Seed sql(String text) {
    return Seed.of("by SQL", seed -> seed.dsl().execute(text));
  }

  @Test
  void whatTheJdkThrowsForAValueIsNotRepeated() {
    Factory<Record> customers = Factory.of(CUSTOMER).generate(AGE, draw -> 30);
    Consumer<SeedContext> parsing = seed -> UUID.fromString(LONG);
    Consumer<SeedContext> naming = seed -> Mood.valueOf(TEXT);
    Consumer<SeedContext> counting = seed -> Integer.parseInt(TEXT);
    Consumer<SeedContext> generating =
        seed ->
            seed.insert(customers.generate(ID, draw -> UUID.fromString(LONG).variant()).rows(1));

    for (Consumer<SeedContext> body : List.of(parsing, naming, counting, generating)) {
      assertThat(failsInSilence(Seed.of("failing", body))).isTrue();
    }
  }

  @Test
  void aRefusedRowOfASeedThatCommitsInBetweenIsNotRepeated() {
    Map<String, RowSource> rows = refusedRows();
    int failed = 0;
    for (Map.Entry<String, RowSource> each : rows.entrySet()) {
      failed += failsInSilence(inParts(each.getKey(), each.getValue())::run) ? 1 : 0;
    }

    assertThat(failed).isGreaterThan(rows.size() / 2);
    assertThat(dsl.fetch(HISTORY).format()).doesNotContain(TEXT);
  }

  private Seeder inParts(String name, RowSource rows) {
    return seeder(
        new Seed() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public long commitEvery() {
            return 1;
          }

          @Override
          public void run(SeedContext seed) {
            seed.insert(rows);
          }
        });
  }

  @Test
  void whatIsVerifiedIsNotRepeated() {
    Map<String, RowSource> rows = refusedRows();
    int failed = 0;
    for (Map.Entry<String, RowSource> each : rows.entrySet()) {
      Seed inserting = Seed.of(each.getKey(), seed -> seed.insert(each.getValue()));
      failed += failsInSilence(seeder(inserting)::verify) ? 1 : 0;
    }
    assertThat(failed).isGreaterThan(rows.size() / 2);

    var run = new AtomicInteger();
    Seed changing =
        Seed.of(
            "changing",
            seed ->
                seed.dsl()
                    .insertInto(NOTE, ID, WORD)
                    .values(1, TEXT + run.incrementAndGet())
                    .execute());
    assertThat(failsInSilence(seeder(changing)::verify)).isTrue();
    assertThat(run).hasValueGreaterThan(1);
  }

  /** Rows that others refer to, a mark that cannot be written, and a history that is none. */
  @Test
  void whatIsResetMarkedOrReadIsNotRepeated() {
    Seeder seeder = Seeder.of(dsl).environment("test");
    String here = databaseName();
    if (!here.isEmpty()) {
      seeder.mark(here);
    }
    dsl.execute(
        "create table \"child\" (\"word\" varchar(40) not null,"
            + " foreign key (\"word\") references \"note\" (\"word\"))");
    dsl.insertInto(NOTE, ID, WORD).values(1, LONG).execute();
    dsl.execute("insert into \"child\" values ('" + LONG + "')");

    assertThat(isRefusedInSilence(() -> seeder.reset(NOTE))).isTrue();
    assertThat(isRefusedInSilence(() -> seeder.mark("other"))).isTrue();
    assertThat(isRefusedInSilence(seeder.historyTable(name("note"))::applied)).isTrue();
    dsl.execute("drop table if exists \"seeder_environment\"");
    dsl.execute("create table \"seeder_environment\" (\"word\" varchar(40))");
    dsl.execute("insert into \"seeder_environment\" values ('" + LONG + "')");
    assertThat(isRefusedInSilence(() -> seeder.mark(here))).isTrue();
    assertThat(dsl.fetchCount(NOTE)).isEqualTo(1);
  }

  /** Returns the name that the database is marked by; none where it is in memory. */
  private String databaseName() {
    return switch (database) {
      case POSTGRES -> "postgres";
      case MARIADB -> String.valueOf(dsl.fetchValue("select database()"));
      case SQLITE, DUCKDB -> url.replaceAll(".*/([^/?]+).*", "$1");
      default -> "";
    };
  }

  @Test
  void whatTheSeedItselfSaysIsTold() {
    Seed telling =
        Seed.of(
            "telling",
            seed -> {
              throw new IllegalStateException("no " + TEXT);
            });

    assertThat(failure(seeder(telling)).getMessage()).contains("Cause: no " + TEXT);
  }

  /** Runs and tries a seed; returns whether the run failed. */
  private boolean failsInSilence(Seed each) {
    boolean run = failsInSilence(seeder(each)::run);
    failsInSilence(seeder(each)::dryRun);
    return run;
  }

  /** Returns whether a call failed; no note is left. */
  private boolean failsInSilence(Runnable call) {
    boolean failed = isRefusedInSilence(call);
    dsl.deleteFrom(NOTE).execute();
    return failed;
  }

  private static boolean isRefusedInSilence(Runnable call) {
    try (var canary = new Canary()) {
      Throwable failure = catchThrowable(call::run);
      if (failure != null) {
        Canary.assertSilent(failure);
      }
      canary.assertSilent();
      return failure != null;
    }
  }
}
