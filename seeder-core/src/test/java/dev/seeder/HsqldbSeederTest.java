package dev.seeder;

import java.sql.Connection;
import java.sql.Savepoint;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Nested;

class HsqldbSeederTest {

  @Nested
  class Running extends SeederContract {
    Running() {
      super(TestDatabase.HSQLDB);
    }

    @Override
    String noSuchColumn() {
      return "there is no such table or column, or this user may not use it (revision)";
    }
  }

  @Nested
  class Inserting extends InsertContract {
    Inserting() {
      super(TestDatabase.HSQLDB);
    }

    @Override
    String violated(Rule rule) {
      return switch (rule) {
        case UNIQUE -> "a value that must be unique is there already (customer_key)";
        case NOT_NULL -> "a column that must have a value has none (home)";
        case FOREIGN_KEY -> "a row refers to one that is not there (customer_home)";
        case CHECK -> "a check constraint does not hold (customer_age)";
      };
    }

    @Override
    List<Typed<?>> ownTypes() {
      return List.of(
          new Typed<>("varbinary(9)", SQLDataType.VARBINARY, List.of(new byte[] {0, -1, 127})),
          new Typed<>("clob", SQLDataType.CLOB, List.of("long")),
          new Typed<>(
              "uuid",
              SQLDataType.UUID,
              List.of(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))),
          new Typed<>(
              "timestamp with time zone",
              SQLDataType.OFFSETDATETIME,
              List.of(OffsetDateTime.parse("2024-03-31T02:30:00+05:45"))));
    }

    @Override
    String storedSql() {
      return "select '', \"c\" from \"typed\" order by \"r\"";
    }
  }

  /** Readers wait for whoever writes, unless versions of rows are asked for. */
  @Nested
  class Transacting extends TransactionContract {
    Transacting() {
      super(TestDatabase.HSQLDB);
    }

    @Override
    String address(String fresh) {
      return fresh + ";hsqldb.tx=mvcc";
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (customer_key)";
    }

    @Override
    String orphanAtCommit() {
      return "";
    }

    @Override
    String noSuchTable() {
      return "there is no such table or column, or this user may not use it (seeder_history)";
    }

    /** The rollback has released it. */
    @Override
    void release(Connection connection, Savepoint savepoint) {}
  }
}
