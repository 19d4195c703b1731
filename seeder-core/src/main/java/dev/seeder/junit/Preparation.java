package dev.seeder.junit;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Entry;
import dev.seeder.Seeder;
import dev.seeder.words.VersionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What is done to an empty database before the tests.
 *
 * @param schema the classpath name of a script; empty for none
 * @param migrations Flyway's locations
 * @param steps what else makes the schema
 * @param seeds the seeds after all that
 */
record Preparation(
    String schema,
    List<String> migrations,
    List<Consumer<? super DataSource>> steps,
    List<Seed> seeds) {

  /** What makes the rows, as reports say it. */
  static final String GENERATOR = VersionFile.generator(VersionFile.SEEDER, VersionFile.DATAFAKER);

  /** Returns whether there is nothing to do. */
  boolean isEmpty() {
    return schema.isEmpty() && migrations.isEmpty() && steps.isEmpty() && seeds.isEmpty();
  }

  /** Does all of it, and returns what the seeds have done. */
  SeedReport run(DataSource dataSource, Class<?> test, long randomSeed) {
    if (!schema.isEmpty()) {
      runScript(dataSource, test);
    }
    var entries = new ArrayList<Entry>();
    if (!migrations.isEmpty()) {
      entries.addAll(migrationsFor(test).migrate(dataSource, migrations, randomSeed).entries());
    }
    steps.forEach(step -> step.accept(dataSource));
    Seeder seeder = Seeder.of(dataSource).randomSeed(randomSeed);
    if (!seeds.isEmpty()) {
      entries.addAll(seeder.seeds(seeds).run().entries());
    }
    return new SeedReport(entries, randomSeed, "Seeder.randomSeed(" + randomSeed + ")", GENERATOR);
  }

  /** Returns the text of the schema script. */
  String script(Class<?> test) {
    try (InputStream stream = loader(test).getResourceAsStream(schema)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "The database of \""
                + test.getName()
                + "\" has the schema script \""
                + schema
                + "\", which is not on the classpath.\n"
                + "  To fix: name it as under src/main/resources or src/test/resources, such as"
                + " \"db/bookstore.sql\".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The schema script \"" + schema + "\" was not read.", e);
    }
  }

  static ClassLoader loader(Class<?> test) {
    ClassLoader own = test.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  private void runScript(DataSource dataSource, Class<?> test) {
    String script = script(test);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // not execute(): SQLite's driver runs the first statement only by it
      statement.executeUpdate(script);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The schema script \""
              + schema
              + "\" of \""
              + test.getName()
              + "\" failed: "
              + e.getMessage()
              + "\n  Expected: statements that this database takes as one text; MariaDB and MySQL"
              + " need allowMultiQueries=true in the URL.",
          e);
    }
  }

  private static Migrations migrationsFor(Class<?> test) {
    return ServiceLoader.load(Migrations.class, loader(test))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The database of \""
                        + test.getName()
                        + "\" is made by migrations, and nothing here can run them.\n"
                        + "  To fix: add dev.seeder:seeder-flyway and org.flywaydb:flyway-core to"
                        + " the tests' class path."));
  }
}
