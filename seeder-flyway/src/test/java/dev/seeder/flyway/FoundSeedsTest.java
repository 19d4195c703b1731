package dev.seeder.flyway;

import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Public for the classes in it, which a service file names. */
public class FoundSeedsTest extends FlywayTest {

  @TempDir Path folder;

  private URLClassLoader loader;

  @Override
  DataSource freshDatabase() {
    var fresh = new SQLiteDataSource();
    fresh.setUrl("jdbc:sqlite:" + folder.resolve("bookstore.db"));
    return fresh;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  @AfterEach
  void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  @Test
  void seedsNamedInAServiceFileRunAfterAllVersionsAndOnce() throws IOException {
    Flyway flyway = naming(Genres.class, Books.class).load();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
    assertThat(history()).containsExactly(Map.entry("1", "V1__Schema.sql"), SEEDS);
    assertThat(RecordingLog.LINES)
        .containsExactly("INFO Seeds of migration \"seeds\": genres (2 rows), books (1 row)");

    assertThat(flyway.migrate().migrationsExecuted).isZero();
    assertThatCode(flyway::validate).doesNotThrowAnyException();
  }

  @Test
  void theOrderOfLinesIsNoChange() throws IOException {
    naming(Genres.class, Books.class).load().migrate();

    assertThat(naming(Books.class, Genres.class, Books.class).load().migrate().migrationsExecuted)
        .isZero();
  }

  @Test
  void anotherSeedRunsTheMigrationAgain() throws IOException {
    naming(Genres.class).load().migrate();

    assertThat(naming(Genres.class, Books.class).load().migrate().migrationsExecuted).isEqualTo(1);
    assertThat(bookCount()).isEqualTo(1);
  }

  @Test
  void aSeedOfAMigrationThatWasHandedOverIsNotRunTwice() throws IOException {
    FluentConfiguration flyway = naming(Genres.class, Books.class);

    flyway.javaMigrations(versioned("2", "genres", new Genres())).load().migrate();

    assertThat(history())
        .containsExactly(
            Map.entry("1", "V1__Schema.sql"),
            Map.entry("2", "seeds (genres)"),
            Map.entry("seeds", "seeds (books)"));
  }

  @Test
  void aSeedOfAMigrationThatFlywayScannedIsNotRunTwice() throws IOException {
    naming(Genres.class)
        .locations("classpath:sql", "classpath:dev/seeder/flyway/scanned/found")
        .load()
        .migrate();

    assertThat(history())
        .containsExactly(
            Map.entry("1", "V1__Schema.sql"),
            Map.entry("2", "dev.seeder.flyway.scanned.found.V2__Genres (genres)"));
  }

  @Test
  void aResolverNamedInTheConfigurationReplacesTheOneThatFlywayAdds() throws IOException {
    Flyway flyway =
        naming(Genres.class, Books.class).resolvers(SeedMigrationResolver.class.getName()).load();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
    assertThat(history()).contains(SEEDS);
  }

  @Test
  void thePlaceholderTurnsItOff() throws IOException {
    MigrateResult result =
        naming(Genres.class).placeholders(Map.of("seederfind", "false")).load().migrate();

    assertThat(result.migrationsExecuted).isEqualTo(1);
    assertThatThrownBy(
            naming(Genres.class).placeholders(Map.of("seederfind", "no")).load()::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessage("Flyway's placeholder \"seederfind\" is \"no\".\n  Expected: true or false");
  }

  @Test
  void turnedOffOrPinnedAfterTheyHaveRunTheyAreNothingThatFlywayMisses() throws IOException {
    naming(Genres.class).load().migrate();

    for (FluentConfiguration changed :
        List.of(
            naming(Genres.class).placeholders(Map.of("seederfind", "false")),
            naming(Genres.class).javaMigrations(versioned("2", "genres", new Genres())))) {
      assertThatCode(changed.load()::migrate).doesNotThrowAnyException();
      assertThat(history()).containsEntry("seeds", "seeds (genres)");
    }
    assertThat(naming(Genres.class, Books.class).load().info().pending()).hasSize(1);
  }

  @Test
  void whereNoneAreNamedAnyMoreFlywayIsToldByItsRepair() throws IOException {
    naming(Genres.class).load().migrate();
    Flyway without = naming().load();

    assertThatMigrateFails(without).hasMessageContaining("not resolved locally: seeds");
    without.repair();

    assertThatCode(without::migrate).doesNotThrowAnyException();
    assertThat(bookCount()).isEqualTo(2);
  }

  @Test
  void demoSeedsAreIgnoredWhereTheyAreNotFor() throws IOException {
    FluentConfiguration flyway = naming(Books.class, Genres.class);

    flyway.placeholders(Map.of("seederenv", "production")).load().migrate();

    assertThat(history()).containsEntry("seeds", "seeds (genres) skipped (books)");
  }

  @Test
  void aClassThatCannotBeMadeFailsEveryCommandAndIsNamed() throws IOException {
    assertThatThrownBy(naming(Broken.class).load()::info)
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            """
            A seed that a file META-INF/services/dev.seeder.Seed names cannot be made.
              Found: dev.seeder.Seed: Provider dev.seeder.flyway.FoundSeedsTest$Broken could not \
            be instantiated, java.lang.IllegalStateException: no books
              Expected: the full name of a public class that implements Seed and has a public \
            constructor without parameters""");
    assertThatThrownBy(naming(Hidden.class).load()::info)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Hidden Unable to get public no-arg constructor");
  }

  private static final Map.Entry<String, String> SEEDS =
      Map.entry("seeds", "seeds (books, genres)");

  /** Returns Flyway with a service file that names these seeds, and the schema as version 1. */
  private FluentConfiguration naming(Class<?>... seeds) throws IOException {
    close();
    Path file = folder.resolve("META-INF/services/dev.seeder.Seed");
    Files.createDirectories(file.getParent());
    var lines = new StringBuilder();
    for (Class<?> seed : seeds) {
      lines.append(seed.getName()).append('\n');
    }
    Files.writeString(file, lines);
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return Flyway.configure(loader)
        .dataSource(dataSource)
        .loggers(RecordingLog.class.getName())
        .locations("classpath:sql");
  }

  /** Puts two rows in place. */
  public static class Genres implements Seed {

    @Override
    public String name() {
      return "genres";
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public void run(SeedContext seed) {
      seed.dsl().deleteFrom(Bookstore.BOOK).execute();
      Bookstore.insertBooks(seed, 2);
    }
  }

  /** Puts one row in place, after the genres. */
  public static class Books implements Seed {

    @Override
    public String name() {
      return "books";
    }

    @Override
    public Set<String> dependsOn() {
      return Set.of("genres");
    }

    @Override
    public void run(SeedContext seed) {
      seed.dsl().deleteFrom(Bookstore.BOOK).execute();
      Bookstore.insertBooks(seed, 1);
    }
  }

  /** Fails to be made. */
  public static class Broken extends Genres {

    /** Fails. */
    public Broken() {
      throw new IllegalStateException("no books");
    }
  }

  /** Has no public constructor. */
  public static class Hidden extends Genres {

    Hidden() {}
  }
}
