package dev.seeder.junit;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.environment.DeclaredEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** Finds or makes the state that tests start from. */
final class States {

  private States() {}

  /**
   * Returns the state.
   *
   * @param test the first test class that needs it
   * @param codeCounts whether the code of the test makes the seeds
   */
  static PreparedState of(Setup setup, Class<?> test, boolean codeCounts, long randomSeed) {
    Preparation preparation = setup.preparation();
    if (preparation.isEmpty()) {
      throw new IllegalArgumentException(
          "The database of \""
              + test.getName()
              + "\" has no schema, no migrations and no seeds.\n"
              + "  To fix: name some, as in @Seeded(schema = \"db/bookstore.sql\", value ="
              + " DemoBooks.class).");
    }
    String name = name(preparation, test, codeCounts, randomSeed);
    if (setup.varied()) {
      // removed after the run, and so nobody else's
      name = new Fingerprint().add(name).add(UUID.randomUUID()).hex();
    }
    Function<DataSource, SeedReport> prepare =
        dataSource -> preparation.run(dataSource, test, randomSeed);
    if (setup.server() == null) {
      return SqliteState.of(StateFile.named(name, !setup.varied()), prepare);
    }
    DataSource server = setup.server().get();
    SQLDialect dialect = dialect(server, test);
    return dialect == SQLDialect.POSTGRES
        ? PostgresState.of(server, name, !setup.varied(), prepare)
        : RolledBackState.of(server, dialect, name, prepare);
  }

  private static SQLDialect dialect(DataSource server, Class<?> test) {
    try (Connection connection = server.getConnection()) {
      return JDBCUtils.dialect(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database of \""
              + test.getName()
              + "\" cannot be reached: "
              + e.getMessage()
              + "\n  To fix: let the data source of on(...) be of a server that is running.",
          e);
    }
  }

  private static String name(
      Preparation preparation, Class<?> test, boolean codeCounts, long randomSeed) {
    var print = new Fingerprint();
    print
        .add(Preparation.GENERATOR)
        .add(Runtime.version().feature())
        .add(String.valueOf(DeclaredEnvironment.of(null)))
        .add(randomSeed)
        .add(preparation.schema().isEmpty() ? "" : preparation.script(test));
    if (codeCounts) {
      print.add(test.getName()).addCode(test);
    }
    try {
      for (String location : preparation.migrations()) {
        print.addLocation(location, Preparation.loader(test));
      }
      for (Seed seed : preparation.seeds()) {
        print.add(String.valueOf(seed.name())).add(seed.revision()).addCode(seed.getClass());
        for (String file : seed.dataFiles()) {
          print.add(file).addResource(file, Preparation.loader(seed.getClass()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return print.hex();
  }
}
