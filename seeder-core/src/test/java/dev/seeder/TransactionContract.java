package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;
import org.junit.jupiter.api.Test;

/** Whose the transaction is, and that nobody gets around it. On every database. */
abstract class TransactionContract extends DatabaseContract {

  private static final Seed CUSTOMERS =
      Seed.of("customers", seed -> seed.insert(customers(3, DatabaseContract::customer)));

  private static final Seed FAILING =
      Seed.of(
          "failing",
          seed -> {
            seed.insert(customers(3, DatabaseContract::customer));
            throw new IllegalStateException("No more paper.");
          });

  private static final String CAUGHT =
      """
      Seed "careless" failed%s; its transaction was rolled back.
        Cause: an earlier failure was caught by the seed, which went on: %s.
          To fix: let it through, or put what may fail into seed.dsl().transaction(...), which \
      rolls back to a savepoint.
        To repeat exactly: Seeder.randomSeed(0)""";

  TransactionContract(TestDatabase database) {
    super(database);
  }

  /** Returns how a second row of a key is told. */
  abstract String keyTaken();

  /** Creates the history table, as a migration would. */
  private void createHistory() {
    seeder(seed("first", seed -> {})).run();
  }

  @Test
  void aSurroundingTransactionKeepsAll() {
    createHistory();

    SeedReport report =
        dsl.transactionResult(
            tx -> {
              SeedReport inner = Seeder.of(tx.dsl()).seeds(COUNTRIES, CUSTOMERS).run();
              assertThat(dsl.fetchCount(COUNTRY)).as("seen from outside").isZero();
              return inner;
            });

    assertThat(outcomes(report)).containsExactly("countries APPLIED", "customers APPLIED");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
    assertThat(recorded()).containsExactly("countries 1", "customers 1", "first 1");
    assertThat(reasons(joined(COUNTRIES))).containsExactly("countries UNCHANGED: applied before");
  }

  private SeedReport joined(Seed... seeds) {
    return dsl.transactionResult(tx -> Seeder.of(tx.dsl()).seeds(seeds).run());
  }

  @Test
  void aSurroundingTransactionRemovesAll() {
    createHistory();

    assertThatThrownBy(
            () ->
                dsl.transaction(
                    tx -> {
                      Seeder.of(tx.dsl()).seeds(COUNTRIES, CUSTOMERS).run();
                      throw new IllegalStateException("Changed my mind.");
                    }))
        .hasMessage("Changed my mind.");

    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(recorded()).containsExactly("first 1");
  }

  @Test
  void aHistoryThatIsMissingIsCreatedInTheSurroundingTransaction() {
    assumeThat(database)
        .as("CREATE TABLE would commit the surrounding transaction")
        .isNotIn(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.MARIADB, TestDatabase.MYSQL);

    assertThatThrownBy(
            () ->
                dsl.transaction(
                    tx -> {
                      Seeder.of(tx.dsl()).seeds(COUNTRIES).run();
                      throw new IllegalStateException("Changed my mind.");
                    }))
        .hasMessage("Changed my mind.");
    assertThat(tables()).containsExactlyInAnyOrder("country", "customer");

    joined(COUNTRIES);
    assertThat(recorded()).containsExactly("countries 1");
  }

  @Test
  void aFailingSeedTakesNothingElseOfTheSurroundingTransaction() {
    createHistory();

    dsl.transaction(
        tx -> {
          tx.dsl().insertInto(COUNTRY, CODE, NAME).values("fr", "France").execute();
          SeedException failure =
              failure(Seeder.of(tx.dsl()).seeds(COUNTRIES, FAILING, seed("last", seed -> {})));
          assertThat(failure)
              .hasMessage(
                  """
                  Seed "failing" failed; it was rolled back to its savepoint.
                    Cause: No more paper.
                    Applied before it in this run, if the surrounding transaction is committed: \
                  countries
                    To repeat exactly: Seeder.randomSeed(0)""");
        });

    assertThat(dsl.select(CODE).from(COUNTRY).orderBy(CODE).fetch(CODE))
        .containsExactly("de", "fr");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(recorded()).containsExactly("countries 1", "first 1");
  }

  @Test
  void aRefusedRowTakesNothingElseOfTheSurroundingTransaction() {
    createHistory();

    dsl.transaction(
        tx -> {
          SeedException failure =
              failure(Seeder.of(tx.dsl()).seeds(COUNTRIES, customersBut(1_500, 2_000, 1, "de", 3)));
          assertThat(failure)
              .hasMessage(
                  """
                  Seed "customers" failed at row 1,500 of "customer"; it was rolled back to its \
                  savepoint.
                    Cause: %s
                    Applied before it in this run, if the surrounding transaction is committed: \
                  countries
                    To repeat exactly: Seeder.randomSeed(0)"""
                      .formatted(keyTaken()));
          Seeder.of(tx.dsl()).seeds(CUSTOMERS).run();
        });

    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
  }

  @Test
  void aConnectionWithoutAutoCommitIsJoined() throws SQLException {
    createHistory();

    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      DSLContext joined = DSL.using(connection, database.dialect());
      Seeder.of(joined).seeds(COUNTRIES).run();

      assertThat(connection.getAutoCommit()).isFalse();
      assertThat(joined.fetchCount(COUNTRY)).isEqualTo(1);
      connection.rollback();
    }

    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(recorded()).containsExactly("first 1");
  }

  @Test
  void aConnectionWithAutoCommitIsCommittedAndGivenBackAsItWas() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Seeder own = Seeder.of(DSL.using(connection, database.dialect()));

      own.seeds(COUNTRIES).run();
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(failure(own.seeds(FAILING))).hasMessageContaining("No more paper.");

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.isClosed()).isFalse();
    }

    assertThat(recorded()).containsExactly("countries 1");
  }

  @Test
  void aTransactionProviderOfTheUserIsAsked() {
    createHistory();
    var configuration = new DefaultConfiguration().set(database.dialect());
    configuration.set(
        new ThreadLocalTransactionProvider(new DataSourceConnectionProvider(dataSource)));
    DSLContext threadLocal = DSL.using(configuration);

    SeedReport alone = Seeder.of(threadLocal).seeds(COUNTRIES).run();
    SeedException failed = failure(Seeder.of(threadLocal).seeds(FAILING));
    assertThatThrownBy(
            () ->
                threadLocal.transaction(
                    () -> {
                      Seeder.of(threadLocal).seeds(CUSTOMERS).run();
                      throw new IllegalStateException("Changed my mind.");
                    }))
        .hasMessage("Changed my mind.");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    threadLocal.transaction(
        () -> {
          assertThat(failure(Seeder.of(threadLocal).seeds(FAILING)))
              .hasMessageStartingWith(
                  "Seed \"failing\" failed; it was rolled back to its savepoint.");
          Seeder.of(threadLocal).seeds(CUSTOMERS).run();
        });

    assertThat(outcomes(alone)).containsExactly("countries APPLIED");
    assertThat(failed)
        .hasMessageStartingWith("Seed \"failing\" failed; its transaction was rolled back.");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
    assertThat(recorded()).containsExactly("countries 1", "customers 1", "first 1");
  }

  @Test
  void aPoolOfOneConnectionIsEnough() {
    for (boolean autoCommit : new boolean[] {true, false}) {
      try (HikariDataSource pool = pool(autoCommit)) {
        String suffix = autoCommit ? "on" : "off";
        Seed good = Seed.of("good " + suffix, seed -> {});
        for (int i = 0; i < 3; i++) {
          Seeder.of(pool).seeds(good).run();
          Seeder.of(DSL.using(pool, database.dialect())).seeds(good).plan();
          assertThat(failure(Seeder.of(pool).seeds(good, FAILING)))
              .hasMessageStartingWith("Seed \"failing\" failed");
        }

        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(recorded()).contains("good " + suffix + " 1");
      }
    }
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  private HikariDataSource pool(boolean autoCommit) {
    var config = new HikariConfig();
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(2_000);
    config.setAutoCommit(autoCommit);
    return new HikariDataSource(config);
  }

  @Test
  void aFailureThatIsCaughtFailsTheSeed() {
    seeder(COUNTRIES, CUSTOMERS).run();

    for (Consumer<SeedContext> careless : careless()) {
      SeedException failure =
          failure(
              seeder(
                  Seed.of(
                      "careless",
                      seed -> {
                        try {
                          careless.accept(seed);
                        } catch (RuntimeException e) {
                          // that was careless
                        }
                      })));

      String where = failure.table() == null ? "" : " at row 1 of \"customer\"";
      assertThat(failure).hasMessage(CAUGHT.formatted(where, keyTaken()));
    }
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
  }

  private static List<Consumer<SeedContext>> careless() {
    return List.of(
        seed -> again(seed.dsl()),
        seed -> seed.dsl().execute("insert into \"customer\" values (1, 'de', 30)"),
        seed ->
            seed.dsl()
                .batch(
                    seed.dsl().insertInto(CUSTOMER, ID, HOME).values(9, "de"),
                    seed.dsl().insertInto(CUSTOMER, ID, HOME).values(1, "de"))
                .execute(),
        seed -> {
          try {
            seed.dsl()
                .loadInto(InsertContract.CustomerTable.CUSTOMERS)
                .onErrorIgnore()
                .loadArrays(customer(1), customer(7))
                .fields(InsertContract.CustomerTable.CUSTOMERS.fields())
                .execute();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        seed ->
            seed.dsl()
                .connection(
                    connection -> {
                      try (var statement = connection.createStatement()) {
                        statement.executeUpdate("insert into \"customer\" values (1, 'de', 30)");
                      }
                    }),
        seed -> seed.insert(customers(1, DatabaseContract::customer)));
  }

  /** Releases a savepoint that was rolled back to. */
  void release(Connection connection, Savepoint savepoint) throws SQLException {
    connection.releaseSavepoint(savepoint);
  }

  private static void again(DSLContext dsl) {
    dsl.insertInto(CUSTOMER, ID, HOME).values(1, "de").execute();
  }

  @Test
  void aFailureInsideANestedTransactionMayBeCaught() {
    Seed careful =
        Seed.of(
            "careful",
            seed -> {
              assertThatThrownBy(() -> seed.dsl().transaction(nested -> again(nested.dsl())))
                  .isInstanceOf(DataAccessException.class);
              assertThatThrownBy(
                      () ->
                          seed.dsl()
                              .transaction(
                                  nested -> seed.insert(customers(1, DatabaseContract::customer))))
                  .isInstanceOf(RuntimeException.class);
              seed.dsl()
                  .connection(
                      connection -> {
                        Savepoint savepoint = connection.setSavepoint();
                        assertThatThrownBy(() -> again(DSL.using(connection, database.dialect())))
                            .isInstanceOf(DataAccessException.class);
                        connection.rollback(savepoint);
                        release(connection, savepoint);
                      });
              seed.dsl().insertInto(CUSTOMER, ID, HOME).values(4, "de").execute();
            });

    SeedReport report = seeder(COUNTRIES, CUSTOMERS, careful).run();

    assertThat(report.names(SeedReport.Outcome.APPLIED)).hasSize(3);
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(4);
  }

  @Test
  void aNestedTransactionMayLeaveItsArgumentOut() {
    Seed nesting =
        Seed.of(
            "nesting",
            seed -> {
              DSLContext in = seed.dsl();
              in.transaction(
                  () -> {
                    in.insertInto(CUSTOMER, ID, HOME).values(4, "de").execute();
                    assertThatThrownBy(() -> in.transaction(() -> again(in)))
                        .isInstanceOf(DataAccessException.class);
                  });
              assertThatThrownBy(
                      () ->
                          in.transaction(
                              () -> {
                                in.insertInto(CUSTOMER, ID, HOME).values(5, "de").execute();
                                throw new IllegalStateException("Changed my mind.");
                              }))
                  .hasMessage("Changed my mind.");
              assertThat(in.<Integer>transactionResult(() -> in.fetchCount(CUSTOMER))).isEqualTo(4);
            });

    SeedReport report = seeder(COUNTRIES, CUSTOMERS, nesting).run();

    assertThat(report.entries().get(2).totalRows()).isEqualTo(1);
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(4);
  }

  @Test
  void aContextIsOfNoUseAfterItsSeed() {
    var kept = new ArrayList<SeedContext>();
    seeder(COUNTRIES, Seed.of("keeping", kept::add)).run();
    SeedContext over = kept.get(0);
    String message =
        """
        Seed "keeping" is over, and its SeedContext with it.
          To fix: use the context only while Seed.run(...) runs, and in no other thread.""";

    assertThatThrownBy(() -> over.insert(customers(1, DatabaseContract::customer)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> over.run(COUNTRIES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> over.dsl().fetchCount(CUSTOMER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  private interface Act {
    void on(Connection connection) throws SQLException;
  }

  @Test
  void endingTheTransactionIsRefused() {
    refused("commit()", Connection::commit);
    refused("rollback()", Connection::rollback);
    refused("close()", Connection::close);
    refused("abort()", connection -> connection.abort(Runnable::run));
    refused("setAutoCommit(true)", connection -> connection.setAutoCommit(true));

    assertThat(recorded()).isEmpty();
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  private void refused(String call, Act act) {
    Seed open =
        Seed.of(
            "ending",
            seed -> {
              COUNTRIES.run(seed);
              seed.dsl().connection(act::on);
            });
    Seed caught =
        Seed.of(
            "ending",
            seed -> {
              COUNTRIES.run(seed);
              try {
                seed.dsl().connection(act::on);
              } catch (RuntimeException e) {
                // and goes on
              }
            });

    assertThat(failure(seeder(open)))
        .hasMessage(
            """
            Seed "ending" failed; its transaction was rolled back.
              Cause: A seed must not call %s: the transaction belongs to whoever runs the seed.
                To fix: remove the call; seed.dsl().transaction(...) nests by a savepoint.
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(call));
    assertThat(failure(seeder(caught)))
        .hasMessage(
            """
            Seed "ending" failed; its transaction was rolled back.
              Cause: the seed called %s, which was refused, and went on.
                To fix: remove the call; seed.dsl().transaction(...) nests by a savepoint.
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(call));
  }

  @Test
  void switchingAutoCommitOffIsNoNews() {
    Seed seed =
        Seed.of(
            "off",
            context -> context.dsl().connection(connection -> connection.setAutoCommit(false)));

    assertThat(outcomes(seeder(seed).run())).containsExactly("off APPLIED");
  }

  @Test
  void aTransactionEndedByTextIsNoticed() {
    for (String text : List.of("COMMIT", "ROLLBACK")) {
      Seed ending =
          Seed.of(
              "ending",
              seed -> {
                seed.dsl().connection(connection -> connection.createStatement().execute(text));
                seed.insert(customers(0, DatabaseContract::customer));
              });

      assertThat(failure(seeder(ending)))
          .hasMessage(
              """
              Seed "ending" failed; rows written before it ended its transaction may have stayed.
                Cause: the seed ended its transaction, by COMMIT or ROLLBACK as text, or by a \
              statement that commits on this database, such as CREATE TABLE on MariaDB or H2.
                  To fix: leave that statement to a migration.
                To repeat exactly: Seeder.randomSeed(0)""");
      assertThat(recorded()).isEmpty();
    }
  }

  @Test
  void aSeedThatEndsItsTransactionAndFailsSaysThatRowsMayHaveStayed() {
    Seed ending =
        Seed.of(
            "ending",
            seed -> {
              COUNTRIES.run(seed);
              seed.dsl().execute("COMMIT");
              throw new IllegalStateException("No more paper.");
            });

    assertThat(failure(seeder(ending)))
        .hasMessage(
            """
            Seed "ending" failed; rows written before it ended its transaction may have stayed.
              Cause: No more paper.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
  }

  @Test
  void aCommitAnsweredWithARollbackIsNoticed() {
    createHistory();
    DataSource source = AlteredConnections.committing(dataSource, Connection::rollback);

    assertThat(failure(Seeder.of(source).seeds(COUNTRIES)))
        .hasMessage(
            """
            Seed "countries" failed; its transaction was rolled back.
              Cause: the database answered the commit with a rollback; nothing of the seed is there.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(outcomes(seeder(COUNTRIES).run())).containsExactly("countries APPLIED");
  }

  @Test
  void aConnectionLostInTheCommitLeavesItOpenWhatBecameOfIt() {
    createHistory();
    DataSource source =
        AlteredConnections.committing(
            dataSource,
            connection -> {
              connection.commit();
              throw new SQLException("Broken pipe to top-secret", "08006");
            });

    assertThat(failure(Seeder.of(source).seeds(COUNTRIES)))
        .hasMessage(
            """
            Seed "countries" failed; the connection was lost in the commit, so that it may have \
            been committed.
              Cause: the connection was lost
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(outcomes(seeder(COUNTRIES).run())).containsExactly("countries UNCHANGED");
  }

  @Test
  void aRecordThatCannotBeReadAfterTheCommitIsSaid() {
    createHistory();
    DataSource source =
        AlteredConnections.committing(
            dataSource,
            connection -> {
              connection.commit();
              dsl.dropTable(HISTORY).execute();
            });

    SeedException failure = failure(Seeder.of(source).seeds(COUNTRIES));

    assertThat(failure)
        .hasMessage(
            """
            Seed "countries" failed; it was committed, but its record could not be read afterwards.
              Cause: %s
              To repeat exactly: Seeder.randomSeed(0)"""
                .formatted(noSuchTable()));
  }

  /** Returns how the history is told that is not there. */
  String noSuchTable() {
    return "there is no such table";
  }

  @Test
  void aCommitThatFailsLeavesNothing() {
    assumeThat(database)
        .as("no deferred constraints")
        .isNotIn(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.MARIADB, TestDatabase.MYSQL);
    createHistory();
    dsl.execute(
        """
        create table "orders" (
          "id" integer primary key,
          "customer" integer,
          constraint "orders_customer" foreign key ("customer") references "customer" ("id")
            deferrable initially deferred)""");
    Seed orphan =
        Seed.of(
            "orders",
            seed -> {
              COUNTRIES.run(seed);
              seed.dsl().execute("insert into \"orders\" values (1, 99)");
            });

    SeedException failure = failure(seeder(orphan));

    assertThat(failure).hasMessage(orphanAtCommit());
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
    assertThat(recorded()).containsExactly("first 1");
    assertThat(outcomes(seeder(COUNTRIES, CUSTOMERS).run()))
        .containsExactly("countries APPLIED", "customers APPLIED");
  }

  /** Returns the message about a row of "orders" without its customer. */
  abstract String orphanAtCommit();

  @Test
  void waitsForTheLockOnlyAsLongAsAsked() throws Exception {
    assumeThat(database)
        .as("HSQLDB has no limit to waiting for a lock")
        .isNotEqualTo(TestDatabase.HSQLDB);
    createHistory();
    var enough = new CountDownLatch(1);
    Thread holder = holdTheLockUntil(enough);
    SeedException failure;
    SeedException joinedFailure;
    try {
      failure = failure(impatient().lockWait(Duration.ofSeconds(1)).seeds(COUNTRIES));
      joinedFailure =
          impatientDsl()
              .transactionResult(
                  tx ->
                      failure(
                          Seeder.of(tx.dsl()).lockWait(Duration.ofMillis(300)).seeds(COUNTRIES)));
    } finally {
      enough.countDown();
      holder.join();
    }

    assertThat(failure)
        .hasMessage(
            """
            Seed "countries" failed; its transaction was rolled back.
              Cause: another run holds the lock of "seeder_history" for longer than 1 s.
                To fix: look for a process that is seeding, or that keeps a transaction open.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(joinedFailure)
        .hasMessage(
            """
            Seed "countries" failed; it was rolled back to its savepoint.
              Cause: another run holds the lock of "seeder_history".
                To fix: look for a process that is seeding, or that keeps a transaction open.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(outcomes(seeder(COUNTRIES).run())).containsExactly("countries APPLIED");
  }

  @Test
  void canBeInterruptedWhileItWaitsForTheLock() throws Exception {
    assumeThat(database)
        .as("interrupts are swallowed by the driver while it waits")
        .isNotIn(TestDatabase.H2, TestDatabase.HSQLDB);
    createHistory();
    var enough = new CountDownLatch(1);
    Thread holder = holdTheLockUntil(enough);

    SeedException interrupted;
    boolean stillInterrupted;
    try {
      Thread.currentThread().interrupt();
      interrupted = failure(impatient().lockWait(Duration.ofSeconds(1)).seeds(COUNTRIES));
      stillInterrupted = Thread.interrupted();
    } finally {
      enough.countDown();
      holder.join();
    }

    assertThat(interrupted)
        .hasMessage(
            """
            Seed "countries" failed; its transaction was rolled back.
              Cause: the thread was interrupted while it waited for the lock of "seeder_history".
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(stillInterrupted).isTrue();
  }

  private Thread holdTheLockUntil(CountDownLatch enough) throws InterruptedException {
    var held = new CountDownLatch(1);
    Seed slow =
        Seed.of(
            "slow",
            seed -> {
              held.countDown();
              try {
                enough.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    var holder = new Thread(() -> seeder(slow).run());
    holder.start();
    held.await();
    return holder;
  }

  /** Returns jOOQ on connections that do not wait long by themselves. */
  DSLContext impatientDsl() {
    return dsl;
  }

  private Seeder impatient() {
    return Seeder.of(impatientDsl());
  }

  @Test
  void theLockCountsTheRunsThatTookIt() {
    seeder(COUNTRIES, CUSTOMERS).run();
    seeder(COUNTRIES, CUSTOMERS).run();

    Field<Long> rows = field(name("inserted_rows"), BIGINT);
    assertThat(dsl.select(rows).from(HISTORY).where("\"seed\" = '(lock)'").fetchSingle(rows))
        .isEqualTo(2);
  }

  @Test
  void aSeederInsideASeedJoinsItsTransaction() {
    var inner = new ArrayList<SeedReport>();
    Seed outer = Seed.of("outer", seed -> inner.add(Seeder.of(seed.dsl()).seeds(COUNTRIES).run()));

    SeedReport report = seeder(outer).run();

    assertThat(outcomes(inner.get(0))).containsExactly("countries APPLIED");
    assertThat(outcomes(report)).containsExactly("outer APPLIED");
    assertThat(recorded()).containsExactly("countries 1", "outer 1");
  }

  @Test
  void aSeederThatFailsInsideASeedFailsTheSeed() {
    Seed outer = Seed.of("outer", seed -> Seeder.of(seed.dsl()).seeds(COUNTRIES, FAILING).run());

    SeedException failure = failure(seeder(outer));

    assertThat(failure)
        .hasMessage(
            """
            Seed "outer" failed; its transaction was rolled back.
              Cause: Seed "failing" failed; it was rolled back to its savepoint.
                Cause: No more paper.
                Applied before it in this run, if the surrounding transaction is committed: countries
                To repeat exactly: Seeder.randomSeed(0)
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(outcomes(failure.report())).containsExactly("outer FAILED");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void aSeedThatTheDatabaseEndedInFavourOfAnotherIsBegunAnew() {
    var attempts = new ArrayList<Integer>();
    Seed unlucky = deadlocked("unlucky", attempts, 2);

    SeedReport report = seeder(unlucky).run();

    assertThat(attempts).hasSize(3);
    assertThat(report.totalRows()).isEqualTo(1);
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
  }

  @Test
  void aSeedIsBegunAnewTwiceAtMostAndNotInsideATransaction() {
    createHistory();
    var attempts = new ArrayList<Integer>();
    var joinedAttempts = new ArrayList<Integer>();

    SeedException failure = failure(seeder(deadlocked("unlucky", attempts, 9)));
    dsl.transaction(
        tx -> failure(Seeder.of(tx.dsl()).seeds(deadlocked("joined", joinedAttempts, 9))));

    assertThat(failure)
        .hasMessage(
            """
            Seed "unlucky" failed; its transaction was rolled back.
              Cause: another transaction got in the way
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(attempts).hasSize(3);
    assertThat(joinedAttempts).hasSize(1);
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void aSeedThatEndedItsTransactionIsNotBegunAnew() {
    var attempts = new ArrayList<Integer>();
    Seed ending =
        Seed.of(
            "ending",
            seed -> {
              attempts.add(1);
              seed.dsl().execute("COMMIT");
              throw new DataAccessException("deadlock", new SQLException("deadlock", "40001"));
            });

    assertThat(failure(seeder(ending)))
        .hasMessage(
            """
            Seed "ending" failed; rows written before it ended its transaction may have stayed.
              Cause: another transaction got in the way
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(attempts).hasSize(1);
  }

  private static Seed deadlocked(String name, List<Integer> attempts, int times) {
    return Seed.of(
        name,
        seed -> {
          attempts.add(1);
          COUNTRIES.run(seed);
          if (attempts.size() <= times) {
            throw new DataAccessException("deadlock", new SQLException("deadlock", "40001"));
          }
        });
  }

  @Test
  void aDslWithoutAConnectionIsRefused() {
    assertThatThrownBy(Seeder.of(DSL.using(database.dialect())).seeds(COUNTRIES)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The DSLContext given to Seeder.of(...) has no connection.
              To fix: make it from a connection or a data source, as in DSL.using(dataSource, \
            dialect).""");
  }

  @Test
  void theDialectIsFoundFromTheConnection() {
    assertThat(outcomes(Seeder.of(dataSource).seeds(COUNTRIES).run()))
        .containsExactly("countries APPLIED");
    assertThat(
            outcomes(Seeder.of(DSL.using(dataSource, SQLDialect.DEFAULT)).seeds(COUNTRIES).run()))
        .containsExactly("countries UNCHANGED");
  }
}
