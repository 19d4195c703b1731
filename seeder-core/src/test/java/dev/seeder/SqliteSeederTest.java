package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class SqliteSeederTest {

  @Nested
  class Running extends SeederContract {
    Running() {
      super(TestDatabase.SQLITE);
    }

    @Override
    String noSuchColumn() {
      return "there is no such column (revision)";
    }
  }

  @Nested
  class Inserting extends InsertContract {
    Inserting() {
      super(TestDatabase.SQLITE);
    }

    @Override
    String violated(Rule rule) {
      return switch (rule) {
        case UNIQUE -> "a value that must be unique is there already (customer.id)";
        case NOT_NULL -> "a column that must have a value has none (customer.home)";
        case FOREIGN_KEY -> "a row would refer to one that is not there";
        case CHECK -> "a check constraint does not hold (customer_age)";
      };
    }

    @Override
    List<Typed<?>> ownTypes() {
      return List.of(
          new Typed<>("blob", SQLDataType.BLOB, List.of(new byte[] {0, -1, 127})),
          new Typed<>(
              "varchar(36)",
              SQLDataType.UUID,
              List.of(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))),
          new Typed<>("json", SQLDataType.JSON, List.of(JSON.json("{\"a\": [1]}"))));
    }

    @Override
    String storedSql() {
      return "select typeof(\"c\"), quote(\"c\") from \"typed\" order by \"r\"";
    }
  }

  @Nested
  class Transacting extends TransactionContract {
    Transacting() {
      super(TestDatabase.SQLITE);
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (customer.id)";
    }

    @Override
    String orphanAtCommit() {
      return """
          Seed "orders" failed; its transaction was rolled back.
            Cause: the seed leaves 1 row of "orders" whose "customer" refers to no row of \
          "customer", and the database does not check it.
              To fix: insert the rows referred to, or take the keys from their table; delete no \
          row that others refer to.
            To repeat exactly: Seeder.randomSeed(0)""";
    }

    @Override
    DSLContext impatientDsl() {
      var impatient = new SQLiteDataSource();
      impatient.setUrl(url);
      impatient.setBusyTimeout(100);
      return DSL.using(impatient, SQLDialect.SQLITE);
    }
  }

  /** What SQLite alone does. */
  @Nested
  class OnSqlite extends DatabaseContract {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }

    private Seeder unchecked(Seed... seeds) {
      DataSource source = database.dataSource(url.replace("foreign_keys=on", "foreign_keys=off"));
      return Seeder.of(source).seeds(seeds);
    }

    @Test
    void aRowThatIsReferredToIsToldWhereTheForeignKeySaysRestrict() {
      dsl.execute(
          "create table \"city\" (\"home\" text references \"country\" (\"code\") on delete restrict)");
      dsl.execute("insert into \"country\" values ('de', 'Germany')");
      dsl.execute("insert into \"city\" values ('de')");

      assertThat(failure(seeder(seed("none", seed -> seed.dsl().deleteFrom(COUNTRY).execute()))))
          .hasMessage(
              """
              Seed "none" failed; its transaction was rolled back.
                Cause: another row refers to one that is updated or deleted
                To repeat exactly: Seeder.randomSeed(0)""");
    }

    @Test
    void aForeignKeyThatCannotBeResolvedDoesNotDisturb() {
      dsl.execute("create table \"broken\" (\"a\" integer references \"customer\" (\"age\"))");

      assertThat(outcomes(unchecked(COUNTRIES).run())).containsExactly("countries APPLIED");
    }

    @Test
    void keepsItsHistoryInAnAttachedDatabase() throws SQLException {
      try (Connection connection = dataSource.getConnection()) {
        DSLContext attached = DSL.using(connection, SQLDialect.SQLITE);
        attached.execute("attach database '" + directory.resolve("audit.db") + "' as \"audit\"");
        Seeder seeder =
            Seeder.of(attached).historyTable(DSL.name("audit", "applied")).seeds(COUNTRIES);

        seeder.run();

        assertThat(outcomes(seeder.run())).containsExactly("countries UNCHANGED");
        assertThat(tables()).containsExactlyInAnyOrder("country", "customer");
      }
    }

    @Test
    void waitsForAWriterThatKeepsReadersOutToo() throws Exception {
      seeder(seed("first", seed -> {})).run();
      var impatient = new SQLiteDataSource();
      impatient.setUrl(url);
      impatient.setBusyTimeout(50);
      var outcomes = new ArrayList<String>();
      var run =
          new Thread(() -> outcomes.addAll(outcomes(Seeder.of(impatient).seeds(COUNTRIES).run())));

      try (Connection writer = dataSource.getConnection();
          var statement = writer.createStatement()) {
        statement.execute("begin exclusive");
        run.start();
        run.join(400);
        assertThat(run.isAlive()).isTrue();
        statement.execute("commit");
      }
      run.join();

      assertThat(outcomes).containsExactly("countries APPLIED");
    }
  }
}
