package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seeder.rows.RowSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

class PostgresSeederTest {

  @Nested
  @Tag("newest-postgres")
  class Running extends SeederContract {
    Running() {
      super(TestDatabase.POSTGRES);
    }

    @Override
    String noSuchColumn() {
      return "there is no such column (revision)";
    }

    @Override
    String way() {
      return "by COPY";
    }
  }

  @Nested
  @Tag("newest-postgres")
  class Inserting extends InsertContract {
    Inserting() {
      super(TestDatabase.POSTGRES);
    }

    @Test
    void theServerIsTheOneThatTheBuildNames() {
      String named = System.getProperty("seeder.test.postgres");
      assumeThat(named).as("a build that names it").isNotNull();

      assertThat(named).startsWith(dsl.fetchValue("show server_version").toString());
    }

    @Override
    String violated(Rule rule) {
      return switch (rule) {
        case UNIQUE -> "a value that must be unique is there already (customer_key: id)";
        case NOT_NULL -> "a column that must have a value has none (home)";
        case FOREIGN_KEY -> "a row refers to one that is not there (customer_home: home)";
        case CHECK -> "a check constraint does not hold (customer_age)";
      };
    }

    @Override
    List<Typed<?>> ownTypes() {
      return List.of(
          new Typed<>("bytea", SQLDataType.BLOB, List.of(new byte[] {0, -1, 127})),
          new Typed<>(
              "uuid",
              SQLDataType.UUID,
              List.of(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))),
          new Typed<>("json", SQLDataType.JSON, List.of(JSON.json("{\"a\": [1]}"))),
          new Typed<>("jsonb", SQLDataType.JSONB, List.of(JSONB.jsonb("{\"a\": [1]}"))),
          new Typed<>(
              "timestamptz",
              SQLDataType.OFFSETDATETIME,
              List.of(OffsetDateTime.parse("2024-03-31T02:30:00+05:45"))),
          new Typed<>(
              "timestamptz", SQLDataType.INSTANT, List.of(Instant.parse("2024-03-31T02:30:00Z"))),
          new Typed<>(
              "integer[]", SQLDataType.INTEGER.array(), List.<Integer[]>of(new Integer[] {1, 2})),
          new Typed<>(
              "text[]",
              SQLDataType.VARCHAR.array(),
              List.<String[]>of(new String[] {"a,b", "\"", null})),
          new Typed<>(
              "interval",
              SQLDataType.INTERVAL,
              List.of(YearToSecond.valueOf(Duration.ofSeconds(90)))));
    }

    @Override
    String storedSql() {
      return "select pg_typeof(\"c\"), \"c\"::text from \"typed\" order by \"r\"";
    }
  }

  @Nested
  class Transacting extends TransactionContract {
    Transacting() {
      super(TestDatabase.POSTGRES);
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (customer_key: id)";
    }

    @Override
    String orphanAtCommit() {
      return """
          Seed "orders" failed; its transaction was rolled back.
            Cause: a row refers to one that is not there (orders_customer: customer)
            To repeat exactly: Seeder.randomSeed(0)""";
    }
  }

  /** What PostgreSQL alone does. */
  @Nested
  class OnPostgres extends DatabaseContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }

    @Test
    void aRoleThatMayOnlyInsertLeavesCountersWhereTheyAre() {
      String role = "r" + UUID.randomUUID().toString().replace("-", "");
      dsl.execute("create table ticket (number serial primary key)");
      dsl.execute("create role " + role);
      dsl.execute(
          "grant usage on schema " + dsl.fetchValue("select current_schema()") + " to " + role);
      dsl.execute("grant insert on ticket to " + role);
      dsl.execute("grant usage on sequence ticket_number_seq to " + role);
      try {
        DataSource inserting = database.dataSource(url + "&options=-c%20role=" + role);
        Seed ticket =
            Seed.of("ticket", seed -> seed.dsl().execute("insert into ticket values (7)"));

        Seeder.of(inserting).withoutHistory().seeds(ticket).run();

        assertThat(dsl.fetchValue("select last_value from ticket_number_seq")).isEqualTo(1L);
        assertThat(dsl.fetchValue("select number from ticket")).isEqualTo(7);
      } finally {
        dsl.execute("drop owned by " + role);
        dsl.execute("drop role " + role);
      }
    }

    @ParameterizedTest
    @ValueSource(
        ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void runsAtOnceEndWellOnStricterIsolation(int isolation) throws Exception {
      String level =
          isolation == Connection.TRANSACTION_SERIALIZABLE
              ? "serializable"
              : "repeatable%5C%20read";
      DataSource strict =
          database.dataSource(url + "&options=-c%20default_transaction_isolation=" + level);
      Seed customers =
          Seed.of("customers", seed -> seed.insert(customers(50, DatabaseContract::customer)));
      var outcomes = new ConcurrentLinkedQueue<String>();
      List<Thread> threads =
          Stream.generate(
                  () ->
                      new Thread(
                          () -> {
                            try {
                              outcomes.addAll(
                                  outcomes(Seeder.of(strict).seeds(COUNTRIES, customers).run()));
                            } catch (RuntimeException e) {
                              outcomes.add(e.getMessage());
                            }
                          }))
              .limit(2)
              .toList();

      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(outcomes)
          .containsExactlyInAnyOrder(
              "countries APPLIED",
              "countries UNCHANGED",
              "customers APPLIED",
              "customers UNCHANGED");
      assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(50);
    }

    @Test
    void aFailureHiddenBehindTheConnectionFailsTheSeed() {
      Seed hidden =
          Seed.of(
              "hidden",
              seed ->
                  seed.dsl()
                      .connection(
                          connection -> {
                            try (var statement =
                                connection.unwrap(PGConnection.class) instanceof Connection own
                                    ? own.createStatement()
                                    : null) {
                              statement.execute("select 1 / 0");
                            } catch (SQLException e) {
                              // and goes on
                            }
                          }));

      assertThat(failure(seeder(hidden)))
          .hasMessage(
              """
              Seed "hidden" failed; its transaction was rolled back.
                Cause: an earlier failure was caught by the seed, which went on: the database \
              refused a statement (SQLState 25P02, code 0).
                  To fix: let it through, or put what may fail into seed.dsl().transaction(...), \
              which rolls back to a savepoint.
                To repeat exactly: Seeder.randomSeed(0)""");
    }

    @Test
    void aNestedTransactionAfterACaughtFailureSaysThatItCannotBegin() {
      var messages = new ArrayList<String>();
      Seed seed =
          Seed.of(
              "nested",
              context -> {
                for (String sql : List.of("select 1 / 0", "select 2")) {
                  try {
                    context.dsl().transaction(nested -> context.dsl().execute(sql));
                    context.dsl().execute("select 1 / 0");
                  } catch (RuntimeException e) {
                    messages.add(e.getMessage());
                  }
                }
                context.dsl().transaction(nested -> {});
              });

      SeedException failure = failure(seeder(seed));

      assertThat(failure.getCause()).hasMessage("The savepoint of a nested transaction failed");
      assertThat(messages).hasSize(2);
    }

    @Test
    void theLockTimeoutOfTheUserStaysAsItWas() {
      var seen = new ArrayList<Object>();
      Seed seed =
          Seed.of("look", context -> seen.add(context.dsl().fetchValue("show lock_timeout")));

      Seeder.of(database.dataSource(url + "&options=-c%20lock_timeout=7s")).seeds(seed).run();

      assertThat(seen).containsExactly("7s");
    }

    @Test
    void writesAnEnumAsJooqDoes() {
      dsl.execute("create type mood as enum ('happy', 'sad')");
      dsl.execute("create table \"typed\" (\"c\" mood)");
      Field<Mood> column = DSL.field(DSL.name("c"), SQLDataType.VARCHAR.asEnumDataType(Mood.class));
      Table<Record> typed = DSL.table(DSL.name("typed"));
      var rows = List.of(new Object[] {Mood.SAD}, new Object[] {null});

      seeder(Seed.of("typed", seed -> seed.insert(RowSource.of(typed, List.of(column), rows))))
          .run();

      assertThat(dsl.select(column).from(typed).fetch(column)).containsExactly(Mood.SAD, null);
    }

    @Test
    void keepsItsHistoryInAnotherSchema() {
      dsl.execute("create schema if not exists audit");
      Seeder seeder = seeder(COUNTRIES).historyTable(DSL.name("audit", "applied"));

      try {
        seeder.run();

        assertThat(outcomes(seeder.run())).containsExactly("countries UNCHANGED");
        assertThat(tables()).contains("applied");
        assertThat(recorded(DSL.table(DSL.name("audit", "applied"))))
            .containsExactly("countries 1");
      } finally {
        dsl.execute("drop schema audit cascade");
      }
    }

    @Test
    void aHistoryTableThatCannotBeCreatedIsNamed() {
      assertThatThrownBy(seeder(COUNTRIES).historyTable(DSL.name("nowhere", "applied"))::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              The history table "nowhere.applied" could not be created.
                Cause: the database refused a statement (SQLState 3F000, code 0)
                To fix: give this user the right to create it, or pass Seeder.historyTable(...) a \
              table in a schema where it may.""");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidWithoutItsPassword() {
      DataSource closed =
          database.dataSource("jdbc:postgresql://localhost:1/x?user=postgres&password=top-secret");

      Seeder seeder = Seeder.of(closed).environment("test").seeds(COUNTRIES);
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              seeder::run,
              seeder::plan,
              seeder::dryRun,
              seeder::verify,
              seeder::applied,
              seeder::reset,
              () -> seeder.mark("x"))) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                """
                The database cannot be reached.
                  Cause: the connection could not be made
                  To fix: check that it is running, its address, and the user.""");
      }
    }
  }
}
