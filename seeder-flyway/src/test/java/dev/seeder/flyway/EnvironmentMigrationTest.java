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
import java.util.Arrays;
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

  private static final Seed STAGING = new Kind("demo", Set.of(), false, Set.of("staging"));

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
              A demo seed runs in ci, demo, dev, development, local, staging, test, or where its \
            environments() say; reference data says isReferenceData().""");

    assertThat(tables()).isEmpty();
    assertThat(history()).isEmpty();
  }

  @Test
  void aFirstMigrationKeepsItsSchemaAndItsReferenceData() {
    Seed demo = new Kind("demo-books", Set.of(), false, Set.of("staging"));
    Flyway flyway = in("production", withScript("db/bookstore.sql", GENRES, demo));

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(tables()).containsExactly("book", "genre", "seeder_environment");
    assertThat(bookCount()).isEqualTo(1);
    assertThat(history().values()).first().asString().endsWith("(genres) skipped (demo-books)");
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
  void aRepeatableMigrationOfDemoSeedsIsIgnoredWhereTheyAreNotForAndRunsElsewhere() {
    JavaMigration[] line = {withScript("db/bookstore.sql"), repeatable("demo", STAGING)};

    in("production", line).migrate();

    assertThat(bookCount()).isZero();
    assertThat(history()).containsOnlyKeys("1");
    assertThat(states(in("production", line))).containsExactly("1 Success", "demo Ignored");
    assertThatCode(in("production", line)::validate).doesNotThrowAnyException();
    assertThat(in("production", line).migrate().migrationsExecuted).isZero();

    assertThat(states(in("staging", line))).containsExactly("1 Success", "demo Pending");
    in("staging", line).migrate();

    assertThat(bookCount()).isEqualTo(1);
    assertThat(states(in("staging", line))).containsExactly("1 Success", "demo Success");
    assertThatCode(in("staging", line)::validate).doesNotThrowAnyException();

    assertThat(in("production", line).migrate().migrationsExecuted).isZero();
    assertThatCode(in("production", line)::validate).doesNotThrowAnyException();
    assertThat(in("staging", line).migrate().migrationsExecuted).isZero();
    assertThatCode(in("staging", line)::validate).doesNotThrowAnyException();
    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void anIgnoredMigrationThatHasChangedMeanwhileRunsWhenItIsForHereAgain() {
    in("staging", withScript("db/bookstore.sql"), repeatable("demo", STAGING)).migrate();
    Seed changed = new Kind("changed", Set.of(), false, Set.of("staging"));
    JavaMigration[] line = {withScript("db/bookstore.sql"), repeatable("demo", changed)};

    assertThat(in("production", line).migrate().migrationsExecuted).isZero();
    assertThat(in("staging", line).migrate().migrationsExecuted).isEqualTo(1);
  }

  @Test
  void aRepeatableMigrationWithReferenceDataIsNotIgnored() {
    in("production", withScript("db/bookstore.sql"), repeatable("all", GENRES, STAGING)).migrate();

    assertThat(history()).containsEntry("all", "seeds (genres) skipped (demo)");
    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void aSeedThatWasSkippedCountsForNoDependency() {
    Seed next = new Kind("next", Set.of("demo"), false, Set.of("production"));
    JavaMigration[] line = {
      withScript("db/bookstore.sql"),
      versioned("2", "demo", GENRES, STAGING),
      versioned("3", "more", next)
    };

    assertThatMigrateFails(in("production", line))
        .hasMessage(
            """
            Migration "3 - more" failed:
            Seed "next" depends on "demo", which is neither in migration "3 - more" nor applied by \
            one before it.
              Seeds of this migration: next
              Seeds applied before it: genres
              Skipped before it, as not for the environment of that run: demo
              To fix: rename the dependency, or put the missing seed into this migration or into one \
            that runs earlier.""");
  }

  @Test
  void aSeedThatIsSkippedItselfNeedsNothing() {
    Seed next = new Kind("next", Set.of("demo"), false, Set.of("staging"));

    in(
            "production",
            withScript("db/bookstore.sql"),
            versioned("2", "demo", STAGING),
            versioned("3", "more", next))
        .migrate();

    assertThat(history()).containsEntry("3", "seeds skipped (next)");
    assertThat(bookCount()).isZero();
  }

  private static List<String> states(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .map(
            each ->
                (each.getVersion() == null ? each.getDescription() : each.getVersion())
                    + " "
                    + each.getState().getDisplayName())
        .toList();
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
