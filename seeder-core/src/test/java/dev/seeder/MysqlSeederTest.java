package dev.seeder;

import org.junit.jupiter.api.Nested;

/** MySQL itself, which does as MariaDB does but for a few words. */
class MysqlSeederTest {

  private static final String KEY_TAKEN =
      "a value that must be unique is there already (customer.PRIMARY)";

  @Nested
  class Running extends MariadbSeederTest.OnMariadb {
    Running() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String way() {
      return "by multi-row INSERT";
    }
  }

  @Nested
  class Inserting extends MariadbSeederTest.InsertingIntoMariadb {
    Inserting() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String violated(Rule rule) {
      return rule == Rule.UNIQUE ? KEY_TAKEN : super.violated(rule);
    }
  }

  @Nested
  class Transacting extends MariadbSeederTest.TransactingOnMariadb {
    Transacting() {
      super(TestDatabase.MYSQL);
    }

    @Override
    String keyTaken() {
      return KEY_TAKEN;
    }
  }
}
