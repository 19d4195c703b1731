package library;

import static library.Library.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
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
    assertThat(dsl.deleteFrom(BOOK).execute()).isEqualTo(50);

    assertThat(seeded.fetchCount(BOOK)).isZero();
  }
}
