package library;

import static library.Library.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** A slice leaves components out, so it says that seeds are to be in it. */
@JooqTest(
    properties = "spring.datasource.url=jdbc:h2:mem:slice",
    includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Seed.class))
class JooqSliceTest {

  @Autowired DSLContext dsl;

  @Test
  void jooqTestsHaveTheSeeds() {
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(50);
  }
}
