package dev.seeder;

import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.SeedReport.Outcome;
import dev.seeder.rows.Factory;
import dev.seeder.rows.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds that commit in between, and go on after a failure. */
class CommitEveryTest {

  private static final int BOOKS = 5_000;
  private static final int AUTHORS = 1_200;
  private static final long EVERY = 1_000;

  private static final Table<Record> AUTHOR = table(name("author"));
  private static final Table<Record> BOOK = table(name("book"));
  private static final Table<Record> HISTORY = table(name("seeder_history"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<Integer> AUTHOR_ID = field(name("author_id"), INTEGER);
  private static final Field<String> EMAIL = field(name("email"), VARCHAR(100));
  private static final Field<Integer> PAGES = field(name("pages"), INTEGER);

  @TempDir Path directory;
  private TestDatabase database = TestDatabase.SQLITE;
  private DataSource source;
  private DSLContext dsl;

  static Stream<TestDatabase> databases() {
    return SchemaScript.DATABASES.stream();
  }

  private void open(TestDatabase opened) {
    database = opened;
    source = database.dataSource(database.freshUrl(directory));
    dsl = DSL.using(source, database.dialect());
    createTables(dsl);
  }

  static void createTables(DSLContext dsl) {
    dsl.createTable(AUTHOR)
        .column(ID, INTEGER.notNull())
        .column(EMAIL, VARCHAR(100).notNull())
        .constraints(primaryKey(ID), DSL.unique(EMAIL))
        .execute();
    dsl.createTable(BOOK)
        .column(ID, INTEGER.notNull())
        .column(AUTHOR_ID, INTEGER.notNull())
        .column(name("title"), VARCHAR(200).notNull())
        .column(name("isbn"), VARCHAR(20).notNull())
        .column(PAGES, INTEGER)
        .constraints(
            primaryKey(ID),
            DSL.unique(name("isbn")),
            DSL.foreignKey(AUTHOR_ID).references(AUTHOR, ID))
        .execute();
  }

  @AfterEach
  void drop() {
    database.drop(dsl);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void goesOnAfterTheLastRowsThatWereCommitted(TestDatabase opened) {
    open(opened);
    Seeder.of(source).withoutHistory().seeds(new Library(0, Integer.MAX_VALUE)).run();
    List<String> whole = books();
    dsl.deleteFrom(BOOK).execute();
    dsl.deleteFrom(AUTHOR).execute();

    Seeder failing = Seeder.of(source).seeds(new Library(EVERY, 3_456));
    assertThatThrownBy(failing::run)
        .hasMessageContaining(
            """
            Seed "library" failed at row 3,457 of "book"; the rows it has committed stay, and the \
            next run goes on after them.""");
    assertThat(dsl.fetchCount(AUTHOR)).isEqualTo(AUTHORS);
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(3_000);
    assertThat(failing.plan().entries().get(0).reason()).isEqualTo("begun, and goes on");

    SeedReport report = Seeder.of(source).seeds(new Library(EVERY, Integer.MAX_VALUE)).run();

    assertThat(report.totalRows()).isEqualTo(BOOKS - 3_000);
    assertThat(books()).isEqualTo(whole);
    assertThat(dsl.fetchCount(HISTORY)).as("lock and seed").isEqualTo(2);
    assertThat(
            dsl.select(field(name("inserted_rows"), Long.class))
                .from(HISTORY)
                .where(field(name("seed"), String.class).eq("library"))
                .fetchSingle()
                .value1())
        .isEqualTo(AUTHORS + BOOKS);
    assertThat(Seeder.of(source).seeds(new Library(EVERY, 0)).run().names(Outcome.UNCHANGED))
        .containsExactly("library");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void twoRunsAtOnceInsertEachRowOnce(TestDatabase opened) throws Exception {
    open(opened);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<SeedReport> run =
          () -> Seeder.of(source).seeds(new Library(200, Integer.MAX_VALUE)).run();
      for (Future<SeedReport> report : threads.invokeAll(List.of(run, run))) {
        assertThat(report.get().names(Outcome.FAILED)).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(dsl.fetchCount(AUTHOR)).isEqualTo(AUTHORS);
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(BOOKS);
    assertThat(dsl.fetchCount(HISTORY)).isEqualTo(2);
  }

  @Test
  void beginsAnewAfterADeadlockThatEndedItsTransaction() throws Exception {
    open(TestDatabase.MARIADB);
    RowSource authors =
        RowSource.of(
            AUTHOR,
            List.of(ID, EMAIL),
            List.of(new Object[] {1, "mary@example.com"}, new Object[] {2, "jane@example.com"}));
    List<CompletableFuture<Void>> attempts = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      DSLContext rival = DSL.using(connection, database.dialect());
      for (int id = 1; id <= 100; id++) { // the one that has written less has to go
        rival.insertInto(AUTHOR).columns(ID, EMAIL).values(id, id + "@example.org").execute();
      }
      Seed unlucky =
          new Library(EVERY, 0) {
            @Override
            public void run(SeedContext seed) {
              if (attempts.isEmpty()) {
                attempts.add(CompletableFuture.runAsync(() -> lockAndRollBack(rival)));
              }
              seed.insert(authors);
            }
          };

      SeedReport report = Seeder.of(source).seeds(unlucky).run();

      attempts.get(0).get();
      assertThat(report.names(Outcome.APPLIED)).containsExactly("library");
    }
    assertThat(dsl.fetchCount(AUTHOR)).isEqualTo(2);
  }

  private static void lockAndRollBack(DSLContext rival) {
    rival.execute("update seeder_history set inserted_rows = 7 where seed = '(lock)'");
    rival.execute("rollback");
  }

  @Test
  void aProcessThatIsKilledLosesNothingAndRepeatsNothing()
      throws IOException, InterruptedException {
    open(TestDatabase.SQLITE);
    String url = "jdbc:sqlite:" + directory.resolve("killed.db");
    DSLContext killed = DSL.using(url);
    createTables(killed);
    var random = new Random(11);
    for (int kill = 0; kill < 4; kill++) {
      Process process = start(url);
      process.waitFor(400 + random.nextInt(900), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }

    assertThat(start(url).waitFor()).isZero();

    Seeder.of(source).withoutHistory().seeds(new Library(0, Integer.MAX_VALUE)).run();
    assertThat(books(killed)).isEqualTo(books());
  }

  @Test
  void needsAHistoryAndATransactionOfItsOwn() {
    open(TestDatabase.SQLITE);
    Library library = new Library(EVERY, Integer.MAX_VALUE);

    assertThatThrownBy(Seeder.of(source).withoutHistory().seeds(library)::run)
        .hasMessageContaining("it commits every 1000 rows, and needs a history");
    assertThatThrownBy(() -> dsl.transaction(inner -> Seeder.of(inner.dsl()).seeds(library).run()))
        .hasMessageContaining("the transaction that is open is not its own");
    assertThatThrownBy(Seeder.of(source).seeds(new Library(-1, 0))::plan)
        .hasMessageContaining("Seed \"library\" commits every -1 rows.");
    assertThat(dsl.fetchCount(AUTHOR)).isZero();
  }

  @Test
  void goesOnOnlyWithTheSameRows() {
    open(TestDatabase.SQLITE);
    assertThatThrownBy(Seeder.of(source).seeds(new Library(EVERY, 2_000))::run);

    assertThatThrownBy(
            Seeder.of(source).randomSeed(7).seeds(new Library(EVERY, Integer.MAX_VALUE))::run)
        .hasMessageContaining("it was begun with Seeder.randomSeed(0)")
        .hasMessageContaining("To fix: finish it with those");
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(2_000);
  }

  @Test
  void keysAreInferredForTablesThatWereEmpty() {
    open(TestDatabase.SQLITE);
    dsl.execute("insert into author values (1, 'mary@example.com')");

    assertThatThrownBy(Seeder.of(source).seeds(new Library(EVERY, 2_000))::run)
        .hasMessageContaining("Table \"author\" has rows that this insert has not made")
        .hasMessageContaining("To fix: empty the table first");
  }

  @Test
  void doesNotCommitInsideANestedTransaction() {
    open(TestDatabase.SQLITE);
    Seed nested =
        new Library(EVERY, 0) {
          @Override
          public void run(SeedContext seed) {
            seed.dsl().transaction(() -> seed.insert(AUTHORS_OF_BOOKS.rows(10)));
          }
        };

    assertThatThrownBy(Seeder.of(source).seeds(nested)::run)
        .hasMessageContaining("cannot insert inside seed.dsl().transaction(...)");
    assertThat(dsl.fetchCount(AUTHOR)).isZero();
  }

  private List<String> books() {
    return books(dsl);
  }

  private static List<String> books(DSLContext from) {
    return from.select(DSL.asterisk())
        .from(BOOK)
        .join(AUTHOR)
        .on(AUTHOR_ID.eq(field(name("author", "id"), INTEGER)))
        .orderBy(field(name("book", "id")))
        .fetch()
        .map(row -> List.of(row.intoArray()).toString());
  }

  private static Process start(String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A process to be killed. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      Seeder.of(DSL.using(arguments[0])).seeds(new Library(100, Integer.MAX_VALUE)).run();
    }
  }

  /** Authors and books, whose keys are inferred. */
  private static class Library implements Seed {

    static final Factory<Record> AUTHORS_OF_BOOKS =
        Factory.of(AUTHOR).generate(EMAIL, unique(email()));

    private final long every;
    private final int failing;

    Library(long every, int failing) {
      this.every = every;
      this.failing = failing;
    }

    @Override
    public String name() {
      return "library";
    }

    @Override
    public long commitEvery() {
      return every;
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(AUTHORS_OF_BOOKS.rows(AUTHORS));
      int end = failing;
      seed.insert(
          Factory.of(BOOK)
              .generate(
                  PAGES,
                  draw -> {
                    if (draw.row() >= end) {
                      throw new IllegalStateException("no more pages");
                    }
                    return draw.random().nextInt(10, 900);
                  })
              .rows(BOOKS));
    }
  }
}
