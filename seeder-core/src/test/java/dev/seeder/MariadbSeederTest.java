package dev.seeder;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Nested;

class MariadbSeederTest {

  @Nested
  class Running extends OnMariadb {}

  @Nested
  class Inserting extends InsertingIntoMariadb {}

  @Nested
  class Transacting extends TransactingOnMariadb {}

  @Nested
  class RunningByTheDriverOfMysql extends OnMariadb {

    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }

    @Override
    String way() {
      return "by multi-row INSERT";
    }
  }

  @Nested
  class InsertingByTheDriverOfMysql extends InsertingIntoMariadb {
    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }
  }

  @Nested
  class TransactingByTheDriverOfMysql extends TransactingOnMariadb {
    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }
  }

  abstract static class OnMariadb extends SeederContract {
    OnMariadb() {
      this(TestDatabase.MARIADB);
    }

    OnMariadb(TestDatabase database) {
      super(database);
    }

    @Override
    String noSuchColumn() {
      return "there is no such column";
    }
  }

  abstract static class InsertingIntoMariadb extends InsertContract {
    InsertingIntoMariadb() {
      this(TestDatabase.MARIADB);
    }

    InsertingIntoMariadb(TestDatabase database) {
      super(database);
    }

    @Override
    String violated(Rule rule) {
      return switch (rule) {
        case UNIQUE -> "a value that must be unique is there already (PRIMARY)";
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
          new Typed<>("text", SQLDataType.CLOB, List.of("long")),
          new Typed<>("json", SQLDataType.JSON, List.of(JSON.json("{\"a\": [1]}"))),
          new Typed<>(
              "enum('happy', 'sad')",
              SQLDataType.VARCHAR.asEnumDataType(Mood.class),
              List.of(Mood.SAD)));
    }

    @Override
    String anyText() {
      return "varchar(99) character set utf8mb4";
    }

    @Override
    String storedSql() {
      return "select '', hex(\"c\") from \"typed\" order by \"r\"";
    }
  }

  abstract static class TransactingOnMariadb extends TransactionContract {
    TransactingOnMariadb() {
      this(TestDatabase.MARIADB);
    }

    TransactingOnMariadb(TestDatabase database) {
      super(database);
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (PRIMARY)";
    }

    @Override
    String orphanAtCommit() {
      return "";
    }

    @Override
    DSLContext impatientDsl() {
      String impatient =
          url.replace("sessionVariables=", "sessionVariables=innodb_lock_wait_timeout=1,");
      return DSL.using(database.dataSource(impatient), database.dialect());
    }
  }
}
