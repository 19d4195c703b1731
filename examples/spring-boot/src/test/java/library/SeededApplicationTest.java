package library;

import static library.Library.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application, started once, with another database in each test. */
@SpringBootTest
@WithBooks
class SeededApplicationTest {

  @Autowired TestDatabase database;
  @Autowired DSLContext dsl;

  @BeforeEach
  void use(DataSource seeded) {
    database.setTargetDataSource(seeded);
  }

  @RepeatedTest(2)
  void whatIsCommittedStaysInTheTest(DSLContext seeded) {
    assertThat(dsl.deleteFrom(BOOK).execute()).isEqualTo(50);

    assertThat(seeded.fetchCount(BOOK)).isZero();
  }
}
