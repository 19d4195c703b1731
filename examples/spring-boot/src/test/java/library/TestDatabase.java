package library;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The data source of a context: an empty database while the context starts, and then that of the
 * test that runs.
 */
@TestComponent
public class TestDatabase extends DelegatingDataSource {

  TestDatabase() {
    super(new OnH2().get());
  }

  /** Supplies databases of the kind that the application has. */
  public static class OnH2 implements Supplier<DataSource> {

    @Override
    public DataSource get() {
      return new DriverManagerDataSource(
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
  }
}
