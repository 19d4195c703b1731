package library.boot3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slice leaves components out, so it says that seeds are to be in it. */
@JdbcTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Seed.class))
class JdbcSliceTest {

  @Autowired JdbcTemplate jdbc;

  @Test
  void jdbcTestsHaveTheSeeds() {
    assertThat(jdbc.queryForObject("select count(*) from book", Integer.class)).isEqualTo(50);
  }
}
