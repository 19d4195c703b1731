package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.insertBooks;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.Seeder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Which seeds of a migration run, on a database that says that it is on another machine. */
class EnvironmentMigrationTest extends FlywayTest {

  private static final Seed GENRES = new Kind("genres", Set.of(), true, Set.of());

  @TempDir Path folder;

  @Override
  DataSource freshDatabase() {
    var fresh = new SQLiteDataSource();
    fresh.setUrl("jdbc:sqlite:" + folder.resolve("bookstore.db"));
    return proxy(DataSource.class, fresh, "getConnection", () -> elsewhere(fresh.getConnection()));
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  @Test
  void withoutAnEnvironmentDemoSeedsFailTheMigrationBeforeItsSchemaIsMade() {
    assertThatMigrateFails(flyway(withScript("db/bookstore.sql", GENRES, books(3))))
        .hasMessage(
            """
            Migration "1 - Bookstore" failed:
            Demo seeds do not run on the database "//nas.example.com/bookstore.db", as its \
            environment is not declared. Nothing was written.
              Demo seeds: books
              Expected: a database that is plainly on this machine, or a declared environment
              To fix: declare it, such as "staging", by Seeder.environment(...), Flyway's \
            placeholder seederenv, the system property seeder.environment or the environment \
            variable SEEDER_ENVIRONMENT.
              In a declared environment a demo seed runs unless its environments() name others; \
            reference data says isReferenceData().""");

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();
  }

  @Test
  void aFirstMigrationKeepsItsSchemaAndItsReferenceData() {
    Seed demo = new Kind("demo-books", Set.of(), false, Set.of("staging"));
    Flyway flyway = in("production", withScript("db/bookstore.sql", GENRES, demo));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(tables()).containsExactly("book", "genre");
    assertThat(bookCount()).isEqualTo(1);
    assertThat(history()).hasSize(1);
    assertThat(RecordingLog.LINES)
        .containsExactly(
            "INFO Seeds of migration \"1 - Bookstore\": genres (1 row), demo-books (skipped: for"
                + " staging, and this is production)");
    assertThatCode(flyway::validate).doesNotThrowAnyException();
  }

  @Test
  void thePlaceholderDeclaresTheEnvironment() {
    in("staging", withScript("db/bookstore.sql", books(3))).migrate();

    assertThat(bookCount()).isEqualTo(3);
  }

  @Test
  void theCodeOfTheMigrationComesBeforeThePlaceholder() {
    var migration =
        new SeedMigration() {
          @Override
          MigrationName name() {
            return MigrationName.versioned("2", "books");
          }

          @Override
          protected List<Seed> seeds() {
            return List.of(new Kind("books", Set.of(), false, Set.of("staging")));
          }

          @Override
          protected Seeder configure(Seeder seeder) {
            return seeder.environment("staging");
          }
        };

    in("production", withScript("db/bookstore.sql"), migration).migrate();

    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void aBlankPlaceholderDeclaresNothing() {
    assertThatMigrateFails(in(" ", withScript("db/bookstore.sql", books(3))))
        .hasMessageContaining("environment is not declared");
  }

  @Test
  void referenceDataNeedsNoEnvironment() {
    flyway(withScript("db/bookstore.sql", GENRES)).migrate();

    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void aSeedThatDependsOnAnEarlierMigrationKeepsItsKind() {
    Seed reference = new Kind("reference", Set.of("other"), true, Set.of());
    Seed demo = new Kind("demo", Set.of("other"), false, Set.of("staging"));
    Seed other = new Kind("other", Set.of(), true, Set.of());

    in("production", withScript("db/bookstore.sql", other), versioned("2", "more", reference, demo))
        .migrate();

    assertThat(RecordingLog.LINES)
        .endsWith(
            "INFO Seeds of migration \"2 - more\": reference (1 row), demo (skipped: for staging,"
                + " and this is production)");
  }

  @Test
  void aRepeatableMigrationOfDemoSeedsDoesNothingWhereTheyAreNotFor() {
    Flyway flyway =
        in(
            "production",
            withScript("db/bookstore.sql"),
            repeatable("demo", new Kind("demo", Set.of(), false, Set.of("staging"))));

    flyway.migrate();

    assertThat(bookCount()).isZero();
    assertThatCode(flyway::validate).doesNotThrowAnyException();
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  private Flyway in(String environment, JavaMigration... migrations) {
    return configuration(NO_LOCATION)
        .placeholders(Map.of("seederenv", environment))
        .javaMigrations(migrations)
        .load();
  }

  /** Inserts a book. */
  private record Kind(
      String name, Set<String> dependsOn, boolean isReferenceData, Set<String> environments)
      implements Seed {

    @Override
    public void run(SeedContext seed) {
      seed.dsl().deleteFrom(Bookstore.BOOK).execute();
      insertBooks(seed, 1);
    }
  }

  private static Connection elsewhere(Connection connection) throws Exception {
    DatabaseMetaData known = connection.getMetaData();
    DatabaseMetaData told =
        proxy(
            DatabaseMetaData.class,
            known,
            "getURL",
            () -> "jdbc:sqlite://nas.example.com/bookstore.db");
    return proxy(Connection.class, connection, "getMetaData", () -> told);
  }

  private static <T> T proxy(Class<T> type, T target, String method, Callable<Object> instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                return instead.call();
              }
              try {
                return called.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
