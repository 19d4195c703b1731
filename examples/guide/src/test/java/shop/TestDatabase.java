package shop;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The data source of a Spring context that stands for the database of the test that runs. */
@TestComponent
class TestDatabase extends DelegatingDataSource {

  @Override
  public void afterPropertiesSet() {
    // the first test brings the first database
  }
}
