package dev.seeder;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Nested;

class MysqlSeederTest {

  @Nested
  class Running extends OnMysql {}

  @Nested
  class Inserting extends InsertingIntoMysql {}

  @Nested
  class Transacting extends TransactingOnMysql {}

  abstract static class OnMysql extends SeederContract {
    OnMysql() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String noSuchColumn() {
      return "there is no such column";
    }

    @Override
    String way() {
      return "by multi-row INSERT";
    }
  }

  abstract static class InsertingIntoMysql extends InsertContract {
    InsertingIntoMysql() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String violated(Rule rule) {
      return switch (rule) {
        case UNIQUE -> "a value that must be unique is there already (customer.PRIMARY)";
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

  abstract static class TransactingOnMysql extends TransactionContract {
    TransactingOnMysql() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String keyTaken() {
      return "a value that must be unique is there already (customer.PRIMARY)";
    }

    @Override
    String orphanAtCommit() {
      return "";
    }

    @Override
    DSLContext impatientDsl() {
      String impatient =
          url.replace("sessionVariables=", "sessionVariables=innodb_lock_wait_timeout=1,");
      return DSL.using(database.dataSource(impatient), SQLDialect.MYSQL);
    }
  }
}
