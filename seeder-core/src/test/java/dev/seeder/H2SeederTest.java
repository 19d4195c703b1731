package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class H2SeederTest {

  @Nested
  class Running extends SeederContract {
    Running() {
      super(TestDatabase.H2);
    }

    @Override
    String noSuchColumn() {
      return "there is no such column (revision)";
    }
  }

  @Nested
  class Inserting extends InsertContract {
    Inserting() {
      super(TestDatabase.H2);
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
          new Typed<>("varbinary(9)", SQLDataType.VARBINARY, List.of(new byte[] {0, -1, 127})),
          new Typed<>("blob", SQLDataType.BLOB, List.of(new byte[] {0, -1, 127})),
          new Typed<>("clob", SQLDataType.CLOB, List.of("long")),
          new Typed<>(
              "uuid",
              SQLDataType.UUID,
              List.of(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))),
          new Typed<>("json", SQLDataType.JSON, List.of(JSON.json("{\"a\": [1]}"))),
          new Typed<>(
              "timestamp with time zone",
              SQLDataType.OFFSETDATETIME,
              List.of(OffsetDateTime.parse("2024-03-31T02:30:00+05:45"))),
          new Typed<>(
              "integer array",
              SQLDataType.INTEGER.array(),
              List.<Integer[]>of(new Integer[] {1, 2})),
          new Typed<>(
              "enum('happy', 'sad')",
              SQLDataType.VARCHAR.asEnumDataType(Mood.class),
              List.of(Mood.SAD)));
    }

    @Override
    String storedSql() {
      return "select '', \"c\" from \"typed\" order by \"r\"";
    }
  }

  @Nested
  class Transacting extends TransactionContract {
    Transacting() {
      super(TestDatabase.H2);
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (customer_key: id)";
    }

    @Override
    String orphanAtCommit() {
      return "";
    }

    @Override
    DSLContext impatientDsl() {
      return DSL.using(database.dataSource(url + ";LOCK_TIMEOUT=100"), SQLDialect.H2);
    }
  }

  /** What H2 alone does. */
  @Nested
  class OnH2 extends DatabaseContract {
    OnH2() {
      super(TestDatabase.H2);
    }

    @Test
    void aHistoryThatIsMissingIsNotCreatedInsideATransaction() {
      dsl.transaction(
          tx -> {
            tx.dsl().insertInto(COUNTRY, CODE, NAME).values("fr", "France").execute();
            assertThat(failure(Seeder.of(tx.dsl()).seeds(COUNTRIES)))
                .hasMessage(
                    """
                    Seed "countries" failed; it was rolled back to its savepoint.
                      Cause: The history table "seeder_history" is missing, and creating it would \
                    commit the surrounding transaction on H2.
                        To fix: create it by a migration, or by a run outside the transaction:
                          create table if not exists "seeder_history" ("seed" varchar(200) not null, \
                    "revision" varchar(40) not null, "random_seed" bigint, "seeder_version" \
                    varchar(40), "datafaker_version" varchar(40), "inserted_rows" bigint, \
                    "started_at" timestamp(3), "duration_ms" bigint, primary key ("seed", \
                    "revision"))
                      To repeat exactly: Seeder.randomSeed(0)""");
          });
    }

    @Test
    void aTableCreatedByASeedIsNoticedAsItCommits() {
      Seed creating =
          Seed.of(
              "creating",
              seed -> {
                COUNTRIES.run(seed);
                seed.dsl().createTable("more").column(ID).execute();
              });

      assertThat(failure(seeder(creating)))
          .hasMessage(
              """
              Seed "creating" failed; rows written before it ended its transaction may have stayed.
                Cause: the seed ended its transaction, by COMMIT or ROLLBACK as text, or by a \
              statement that commits on this database, such as CREATE TABLE on MariaDB or H2.
                  To fix: leave that statement to a migration.
                To repeat exactly: Seeder.randomSeed(0)""");
      assertThat(recorded()).isEmpty();
    }

    @Test
    void keepsItsHistoryInAnotherSchema() {
      dsl.createSchema("audit").execute();
      Seeder seeder = seeder(COUNTRIES).historyTable(DSL.name("audit", "applied"));

      seeder.run();

      assertThat(outcomes(seeder.run())).containsExactly("countries UNCHANGED");
      assertThat(recorded(DSL.table(DSL.name("audit", "applied")))).containsExactly("countries 1");
    }
  }
}
