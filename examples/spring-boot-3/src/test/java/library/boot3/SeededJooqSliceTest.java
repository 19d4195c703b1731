package library.boot3;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import library.TestDatabase;
import library.WithBooks;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jooq.JooqTest;
import org.springframework.test.context.transaction.BeforeTransaction;

/** A slice on the database of each test, before Spring begins its transaction there. */
@JooqTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@WithBooks
class SeededJooqSliceTest {

  @Autowired TestDatabase database;
  @Autowired DSLContext dsl;

  @BeforeTransaction
  void use(DataSource seeded) {
    database.setTargetDataSource(seeded);
  }

  @RepeatedTest(2)
  void springsContextHasTheDatabaseOfTheTest(DSLContext seeded) {
    assertThat(dsl.deleteFrom(DSL.table("book")).execute()).isEqualTo(50);

    assertThat(seeded.fetchCount(DSL.table("book"))).isZero();
  }
}
