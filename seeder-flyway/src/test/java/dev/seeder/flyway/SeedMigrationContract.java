package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.BOOK;
import static dev.seeder.flyway.Bookstore.ID;
import static dev.seeder.flyway.Bookstore.TITLE;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.createTables;
import static dev.seeder.flyway.Bookstore.failing;
import static dev.seeder.flyway.Bookstore.insertBooks;
import static dev.seeder.flyway.Bookstore.replacedBooks;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.SeedException;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.flyway.scanned.books.V2__Three_books;
import dev.seeder.rows.Factory;
import dev.seeder.rows.RowSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What seeds under Flyway do on every database. */
abstract class SeedMigrationContract extends FlywayTest {

  private static final Table<Record> TICKET = table(name("ticket"));
  private static final Field<String> NOTE = field(name("note"), SQLDataType.VARCHAR(20));

  /** Returns whether Flyway records a failure, so that its next run waits for a repair. */
  abstract boolean recordsFailures();

  @Test
  void seedsInTheVersionAfterTheSchemaAndNeverAgain() {
    Flyway flyway = flywayAfterSchema(versioned("2", "books", books(3), genreless()));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).isEqualTo(Map.of("1", "V1__Schema.sql", "2", "seeds (books, no-rows)"));
    assertThat(RecordingLog.LINES)
        .containsExactly("INFO Seeds of migration \"2 - books\": books (3 rows), no-rows (0 rows)");

    assertThat(flyway.migrate().migrationsExecuted).isZero();
    assertThatCode(flyway::validate).doesNotThrowAnyException();
    assertThat(bookCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "versioned", "repeatable"})
  void theNextNumberIsBehindThoseThatSeedsGave(String kind) {
    Seed tickets =
        Seed.of(
            "tickets",
            seed -> {
              seed.insert(
                  RowSource.of(TICKET, List.of(ID), List.of(new Object[] {1}, new Object[] {2})));
              seed.dsl().insertInto(TICKET, ID).values(3).execute();
            });
    var table = new WithTickets(MigrationName.versioned("1", "tickets"));
    Flyway flyway =
        switch (kind) {
          case "first" -> flyway(new WithTickets(MigrationName.versioned("1", "all"), tickets));
          case "versioned" -> flyway(table, versioned("2", "tickets", tickets));
          default -> flyway(table, repeatable("tickets", tickets));
        };

    flyway.migrate();
    dsl.insertInto(TICKET, NOTE).values("of the application").execute();

    assertThat(dsl.select(ID).from(TICKET).orderBy(ID).fetch(ID)).containsExactly(1, 2, 3, 4);
  }

  /** Makes a table whose rows are numbered, and maybe fills it. */
  private static final class WithTickets extends SeedMigration {

    private final MigrationName name;
    private final List<Seed> seeds;

    WithTickets(MigrationName name, Seed... seeds) {
      this.name = name;
      this.seeds = List.of(seeds);
    }

    @Override
    MigrationName name() {
      return name;
    }

    @Override
    protected void schema(DSLContext dsl) {
      dsl.createTable(TICKET)
          .column(ID, SQLDataType.INTEGER.identity(true))
          .column(NOTE)
          .primaryKey(ID)
          .execute();
    }

    @Override
    protected boolean acceptsImplicitCommits() {
      return true;
    }

    @Override
    protected List<Seed> seeds() {
      return seeds;
    }
  }

  @Test
  void rowsWithoutTheirParentFailTheSeedWhereTheDatabaseDoesNotCheck() {
    flywayAfterSchema().migrate();
    dsl.execute(
        "create table review (id integer primary key, book integer,"
            + " foreign key (book) references book (id))");
    Seed reviews =
        Seed.of(
            "reviews",
            seed -> {
              insertBooks(seed, 1);
              seed.dsl().execute("insert into review values (1, 1)");
              seed.dsl().execute("insert into review values (2, 9)");
            });
    Flyway flyway =
        configuration("classpath:sql")
            .initSql(
                switch (dialect()) {
                  case SQLITE -> "pragma foreign_keys = off";
                  case POSTGRES -> "set session_replication_role = replica";
                  case MARIADB -> "set foreign_key_checks = 0";
                  default -> "set referential_integrity false";
                })
            .javaMigrations(versioned("2", "reviews", reviews))
            .load();

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "2 - reviews" failed:
            Seed "reviews" failed; it was rolled back to its savepoint.
              Cause: the seed leaves 1 row of "review" whose "book" refers to no row of "book", and \
            the database does not check it.
                To fix: insert the rows referred to, or take the keys from their table; delete no \
            row that others refer to.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(bookCount()).isZero();
  }

  @Test
  void seedsThatCommitInBetweenGoOnInTheNextRun() {
    var end = new AtomicLong(2_500);
    Flyway flyway = flywayAfterSchema(versioned("2", "many books", manyBooks(end)));

    assertThatMigrateFails(flyway)
        .hasMessageContaining("failed at row 2,501 of \"book\"; the rows it has committed stay");
    assertThat(bookCount()).isEqualTo(2_000);

    end.set(Long.MAX_VALUE);
    flyway.repair();
    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(5_000);
    assertThatCode(flyway::validate).doesNotThrowAnyException();
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  @Test
  void seedsThatCommitInBetweenAreNotRepeatedIfFlywayLosesItsRecord() {
    Flyway flyway =
        flywayAfterSchema(versioned("2", "many books", manyBooks(new AtomicLong(Long.MAX_VALUE))));
    flyway.migrate();

    dsl.execute("delete from \"flyway_schema_history\" where \"version\" = '2'");
    flyway.migrate();

    assertThat(bookCount()).isEqualTo(5_000);
    assertThat(history()).containsEntry("2", "seeds (many-books)");
  }

  @Test
  void aSchemaBesideSeedsThatCommitInBetweenIsRefused() {
    Flyway flyway =
        flywayAfterSchema(
            new SeedMigration() {
              @Override
              MigrationName name() {
                return MigrationName.versioned("2", "many books");
              }

              @Override
              protected void schema(DSLContext dsl) {
                dsl.execute("create table shelf (id integer)");
              }

              @Override
              protected List<Seed> seeds() {
                return List.of(manyBooks(new AtomicLong(Long.MAX_VALUE)));
              }
            });

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "2 - many books" has seeds that commit in between, and makes a schema.
              To fix: make the schema in a migration of its own, before this one.""");
    assertThat(bookCount()).isZero();
  }

  private static Seed manyBooks(AtomicLong end) {
    return new Seed() {
      @Override
      public String name() {
        return "many-books";
      }

      @Override
      public long commitEvery() {
        return 1_000;
      }

      @Override
      public void run(SeedContext seed) {
        seed.insert(
            Factory.of(BOOK)
                .generate(ID, draw -> Math.toIntExact(draw.row()))
                .generate(
                    TITLE,
                    draw -> {
                      if (draw.row() == end.get()) {
                        throw new IllegalStateException("out of titles");
                      }
                      return "Book " + draw.row();
                    })
                .rows(5_000));
      }
    };
  }

  @Test
  void handsTheReportToTheMigrationBeforeFlywayCommits() {
    Flyway flyway =
        flywayAfterSchema(
            new SeedMigration() {
              @Override
              MigrationName name() {
                return MigrationName.versioned("2", "books");
              }

              @Override
              protected List<Seed> seeds() {
                return List.of(books(3));
              }

              @Override
              protected void seeded(SeedReport report) {
                throw new IllegalStateException("Seeded " + report.totalRows() + " rows.");
              }
            });

    assertThatMigrateFails(flyway).hasMessage("Migration \"2 - books\" failed:\nSeeded 3 rows.");
    assertThat(bookCount()).isZero();
  }

  @Test
  void seedsAsTheFirstMigrationAfterABaseline() {
    createTables(dsl);
    Flyway flyway =
        configuration(NO_LOCATION)
            .baselineOnMigrate(true)
            .javaMigrations(versioned("2", "one book", books(1)))
            .load();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(1);
    assertThat(RecordingLog.LINES)
        .containsExactly("INFO Seeds of migration \"2 - one book\": books (1 row)");
  }

  @Test
  void aHigherRevisionFailsTheValidationOfAVersionedMigration() {
    flywayAfterSchema(versioned("2", "books", replacedBooks(3, 1))).migrate();

    Flyway changed = flywayAfterSchema(versioned("2", "books", replacedBooks(4, 2)));

    assertThatThrownBy(changed::validate).hasMessageContaining("checksum mismatch");
    assertThatMigrateFails(changed).hasMessageContaining("checksum mismatch");
    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void aRepeatableMigrationRunsAgainWheneverItHasChanged() {
    Flyway first = flywayAfterSchema(repeatable("demo data", replacedBooks(3, 1)));
    Flyway second = flywayAfterSchema(repeatable("demo data", replacedBooks(5, 2)));

    assertThat(first.migrate().migrationsExecuted).isEqualTo(2);
    assertThat(first.migrate().migrationsExecuted).isZero();
    assertThat(bookCount()).isEqualTo(3);

    assertThat(second.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(second.migrate().migrationsExecuted).isZero();
    assertThat(bookCount()).isEqualTo(5);

    assertThat(first.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(3);
    assertThat(history()).containsEntry("demo data", "seeds (books)");
    assertThat(RecordingLog.LINES)
        .containsExactly(
            "INFO Seeds of migration \"demo data\": books (3 rows)",
            "INFO Seeds of migration \"demo data\": books (5 rows)",
            "INFO Seeds of migration \"demo data\": books (3 rows)");
  }

  @Test
  void aFailingSeedTakesTheWholeMigrationWithIt() {
    Flyway flyway = flywayAfterSchema(versioned("2", "books", insertingBookNine(), failing()));

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "2 - books" failed:
            Seed "failing" failed; it was rolled back to its savepoint.
              Cause: boom
              Applied before it in this run, if the surrounding transaction is committed: book-nine
              To repeat exactly: Seeder.randomSeed(0)""")
        .cause()
        .isInstanceOf(FlywayException.class)
        .cause()
        .isInstanceOf(SeedException.class);

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
    migratesAfterAFailure(flywayAfterSchema(versioned("2", "books", books(2))));
    assertThat(bookCount()).isEqualTo(2);
  }

  @Test
  void anErrorOfASeedIsAFailureToo() {
    Seed asserting =
        Seed.of(
            "asserting",
            seed -> {
              insertBooks(seed, 1);
              throw new AssertionError("no book");
            });

    assertThatMigrateFails(flywayAfterSchema(versioned("2", "books", asserting)))
        .hasMessage(
            """
            Migration "2 - books" failed:
            Seed "asserting" failed; it was rolled back to its savepoint.
              Cause: java.lang.AssertionError
              To repeat exactly: Seeder.randomSeed(0)""")
        .hasRootCauseInstanceOf(AssertionError.class);

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void aSwallowedSqlErrorIsNoSuccess() {
    Seed swallowing =
        Seed.of(
            "swallowing",
            seed -> {
              insertBooks(seed, 1);
              try {
                seed.dsl().insertInto(BOOK, ID, TITLE).values(1, "the same key").execute();
              } catch (DataAccessException e) {
                // what the test is about
              }
            });

    assertThatMigrateFails(flywayAfterSchema(versioned("2", "books", swallowing)));

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void aNestedTransactionIsASavepointOfFlywaysTransaction() {
    Seed nesting =
        Seed.of(
            "nesting",
            seed -> {
              seed.dsl()
                  .transaction(
                      c -> c.dsl().insertInto(BOOK, ID, TITLE).values(1, "kept").execute());
              assertThatThrownBy(
                      () ->
                          seed.dsl()
                              .transaction(
                                  c -> {
                                    c.dsl().insertInto(BOOK, ID, TITLE).values(2, "gone").execute();
                                    throw new IllegalStateException("undo");
                                  }))
                  .hasMessage("undo");
            });

    flywayAfterSchema(versioned("2", "books", nesting)).migrate();
    assertThat(dsl.select(TITLE).from(BOOK).fetch(TITLE)).containsExactly("kept");

    Flyway failing =
        flywayAfterSchema(
            versioned("2", "books", nesting),
            versioned("3", "more", insertingBookNine(), failsAfterANestedTransaction()));
    assertThatMigrateFails(failing);
    assertThat(dsl.select(TITLE).from(BOOK).fetch(TITLE)).containsExactly("kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "rollback", "close", "autoCommit"})
  void aSeedCannotEndFlywaysTransaction(String call) {
    Seed ending =
        Seed.of(
            "ending",
            seed -> {
              insertBooks(seed, 1);
              seed.dsl().connection(connection -> call(connection, call));
            });

    assertThatMigrateFails(flywayAfterSchema(versioned("2", "books", ending)))
        .cause()
        .cause()
        .isInstanceOf(SeedException.class);

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
  }

  @Test
  void aPlanThatCannotWorkFailsBeforeTheSchemaIsMade() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", books(1), books(2))))
        .hasMessage(
            """
            Migration "1 - Bookstore" failed:
            Two seeds are named "books".
              They are: Seed.of(...) in dev.seeder.flyway.Bookstore and Seed.of(...) in \
            dev.seeder.flyway.Bookstore
              To fix: rename one of them, or pass it once.""");

    assertThat(tables()).isEmpty();
  }

  @Test
  void aSeedMayDependOnOneOfAnEarlierMigration() {
    Flyway flyway =
        flywayAfterSchema(
            versioned("2", "books", genreless(), books(3)),
            versioned("3", "sales", empty("sales", "books", "no-rows")),
            repeatable("a stock", empty("stock, of books", "sales")),
            repeatable("b report", empty("report", "stock, of books", "sales")));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(5);
    assertThat(history())
        .containsEntry("3", "seeds (sales)")
        .containsEntry("b report", "seeds (report)");
  }

  @Test
  void aSeedThatIsNeededAndNotAppliedIsNamedBeforeTheSchemaIsMade() {
    Flyway flyway =
        configuration("classpath:sql")
            .javaMigrations(
                versioned("2", "books", genreless(), books(3)),
                versioned("3", "sales", empty("sales", "book"), empty("late", "sales", "stock")),
                versioned("4", "stock", empty("stock")))
            .load();

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "3 - sales" failed:
            Seed "sales" depends on "book", which is neither in migration "3 - sales" nor applied \
            by one before it.
              Seeds of this migration: sales, late
              Seeds applied before it: no-rows, books
              To fix: rename the dependency, or put the missing seed into this migration or into \
            one that runs earlier.
            Seed "late" depends on "stock", which is neither in migration "3 - sales" nor applied \
            by one before it.
              Seeds of this migration: sales, late
              Seeds applied before it: no-rows, books
              To fix: rename the dependency, or put the missing seed into this migration or into \
            one that runs earlier.""");
  }

  @Test
  void aGroupOfMigrationsIsSaidToBeRecordedAtItsEnd() {
    Flyway flyway =
        configuration("classpath:sql")
            .group(true)
            .javaMigrations(versioned("2", "sales", empty("sales", "books")))
            .load();

    assertThatMigrateFails(flyway)
        .hasMessage(
            """
            Migration "2 - sales" failed:
            Seed "sales" depends on "books", which is neither in migration "2 - sales" nor applied \
            by one before it.
              Seeds of this migration: sales
              Seeds applied before it: none; those of the same group count once Flyway has recorded \
            them, which may be at the end of the group
              To fix: rename the dependency, or put the missing seed into this migration or into \
            one that runs earlier.""");
  }

  @Test
  void everyProblemOfThePlanIsNamed() {
    assertThatMigrateFails(
            flyway(withScript("db/bookstore.sql", empty("a", "b", null), books(1), books(2))))
        .hasMessage(
            """
            Migration "1 - Bookstore" failed:
            Seed "a" depends on "b", which is neither in migration "1 - Bookstore" nor applied by \
            one before it.
              Seeds of this migration: a, books
              Seeds applied before it: none
              To fix: rename the dependency, or put the missing seed into this migration or into \
            one that runs earlier.
            Two seeds are named "books".
              They are: Seed.of(...) in dev.seeder.flyway.Bookstore and Seed.of(...) in \
            dev.seeder.flyway.Bookstore
              To fix: rename one of them, or pass it once.
            Seed "a" returns a null inside dependsOn().
              To fix: leave it out.""");

    assertThat(tables()).isEmpty();
  }

  private static Seed empty(String name, String... needed) {
    return new Empty(name, new LinkedHashSet<>(Arrays.asList(needed)));
  }

  private record Empty(String name, Set<String> dependsOn) implements Seed {
    @Override
    public void run(SeedContext seed) {}
  }

  @Test
  void theSameMigrationFoundAndHandedOverIsOne() {
    Flyway flyway =
        configuration("classpath:sql", "classpath:dev/seeder/flyway/scanned/books")
            .javaMigrations(new V2__Three_books())
            .load();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
    assertThat(history())
        .containsEntry("2", "dev.seeder.flyway.scanned.books.V2__Three_books (books)");
    assertThat(flyway.info().current().getDescription()).isEqualTo("Three books");
    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void configureSetsRandomSeedLocaleAndClock() {
    List<Object> seen = new ArrayList<>();
    var clock = Clock.fixed(Instant.parse("2020-02-02T02:02:02Z"), ZoneOffset.UTC);
    Seed looking =
        Seed.of(
            "looking",
            seed -> {
              seen.add(seed.randomSeed());
              seen.add(seed.clock().instant());
              seen.add(seed.faker().getContext().getLocale());
            });

    flywayAfterSchema(
            new R__Configured(
                looking, seeder -> seeder.randomSeed(42).clock(clock).locale(Locale.GERMAN)))
        .migrate();

    assertThat(seen).containsExactly(42L, clock.instant(), Locale.GERMAN);
  }

  @Test
  void whateverElseIsThrownNamesTheMigration() {
    var configured =
        new R__Configured(
            books(1),
            seeder -> {
              throw new StackOverflowError();
            });

    assertThatMigrateFails(flywayAfterSchema(configured))
        .hasMessage("Migration \"Configured\" failed.\n  Cause: java.lang.StackOverflowError")
        .hasRootCauseInstanceOf(StackOverflowError.class);

    assertThat(bookCount()).isZero();
  }

  @Test
  void whatSomebodyWroteIsToldAndAllElseByItsClass() {
    String canary = "k4n4ry";
    Map<RuntimeException, String> told = new LinkedHashMap<>();
    told.put(new IllegalStateException("the shop is closed"), ":\nthe shop is closed");
    told.put(new IllegalArgumentException("no such shop"), ":\nno such shop");
    told.put(
        catchThrowableOfType(
            IllegalArgumentException.class,
            () -> UUID.fromString(String.join("-", canary, canary))),
        ".\n  Cause: java.lang.IllegalArgumentException");
    told.put(
        catchThrowableOfType(NumberFormatException.class, () -> Integer.parseInt(canary)),
        ".\n  Cause: java.lang.NumberFormatException");
    told.put(new DataAccessException(canary), ".\n  Cause: org.jooq.exception.DataAccessException");

    told.forEach(
        (thrown, message) -> {
          var configured =
              new R__Configured(
                  books(1),
                  seeder -> {
                    throw thrown;
                  });
          Flyway flyway = flywayAfterSchema(configured);
          assertThatMigrateFails(flyway)
              .hasMessage("Migration \"Configured\" failed" + message)
              .hasRootCause(thrown);
          flyway.repair();
        });

    assertThat(String.join("\n", RecordingLog.LINES)).doesNotContain(canary);
    assertThat(bookCount()).isZero();
  }

  @Test
  void dependenciesOrderTheSeedsOfAMigration() {
    flywayAfterSchema(versioned("2", "books", needing("no-rows"), genreless())).migrate();

    assertThat(history()).containsEntry("2", "seeds (needing, no-rows)");
    assertThat(RecordingLog.LINES)
        .containsExactly(
            "INFO Seeds of migration \"2 - books\": no-rows (0 rows), needing (0 rows)");
  }

  @Test
  void aMigrationWithoutSeedsAndWithoutSchemaRuns() {
    flyway(withScript("db/empty.sql")).migrate();

    assertThat(history()).containsEntry("1", "dev.seeder.flyway.Bookstore$V1__Bookstore");
    assertThat(RecordingLog.LINES).isEmpty();
  }

  @Test
  void nullInsteadOfSeedsOrOfWhatTheyDeclareIsSaid() {
    assertThatMigrateFails(flyway(new V1__Nothing()))
        .hasMessage(
            """
            Migration "1 - Nothing" returns null from seeds().
              To fix: return List.of() where there are none.""");
    assertThatMigrateFails(flyway(versioned("1", "nameless", empty(null, "books"))))
        .hasMessage(
            """
            Migration "1 - nameless" failed:
            The seed of dev.seeder.flyway.SeedMigrationContract$Empty has no name: name() returns \
            null.
              To fix: return a name that is kept for good, such as "demo-books".""");
  }

  private static final class V1__Nothing extends SeedMigration {
    @Override
    protected List<Seed> seeds() {
      return null;
    }
  }

  @Test
  void aMissingFileFailsBeforeAnythingRuns() {
    assertThatMigrateFails(flyway(withScript("db/nowhere.sql", books(1))))
        .hasMessage(
            """
            Migration "1 - Bookstore" names the file "db/nowhere.sql", which is not on the \
            classpath.
              To fix: put it under src/main/resources, and name it from there without a leading \
            slash.""");

    assertThat(tables()).isEmpty();
  }

  @Test
  void nothingOfOursIsCreatedBesideTheTables() {
    flyway(versioned("1", "books", genreless())).migrate();

    assertThat(tables()).isEqualTo(ledgers());
  }

  /** Returns the tables of ours that the database needs. */
  List<String> ledgers() {
    return List.of();
  }

  void migratesAfterAFailure(Flyway flyway) {
    if (recordsFailures()) {
      assertThatMigrateFails(flyway).hasMessageContaining("failed");
      flyway.repair();
    }
    flyway.migrate();
  }

  static Seed genreless() {
    return Seed.of("no-rows", seed -> {});
  }

  private static Seed needing(String other) {
    return new Seed() {
      @Override
      public String name() {
        return "needing";
      }

      @Override
      public Set<String> dependsOn() {
        return Set.of(other);
      }

      @Override
      public void run(SeedContext seed) {}
    };
  }

  static Seed insertingBookNine() {
    return Seed.of(
        "book-nine", seed -> seed.dsl().insertInto(BOOK, ID, TITLE).values(9, "Book 9").execute());
  }

  private static Seed failsAfterANestedTransaction() {
    return Seed.of(
        "nested-then-fails",
        seed -> {
          DSLContext outer = seed.dsl();
          outer.transaction(c -> c.dsl().insertInto(BOOK, ID, TITLE).values(3, "gone").execute());
          throw new IllegalStateException("boom");
        });
  }

  static void call(Connection connection, String call) throws SQLException {
    switch (call) {
      case "commit" -> connection.commit();
      case "rollback" -> connection.rollback();
      case "close" -> connection.close();
      default -> connection.setAutoCommit(true);
    }
  }

  private static final class R__Configured extends SeedMigration {

    private final Seed seed;
    private final UnaryOperator<Seeder> configuration;

    R__Configured(Seed seed, UnaryOperator<Seeder> configuration) {
      this.seed = seed;
      this.configuration = configuration;
    }

    @Override
    protected List<Seed> seeds() {
      return List.of(seed);
    }

    @Override
    protected Seeder configure(Seeder seeder) {
      return configuration.apply(seeder);
    }
  }
}
