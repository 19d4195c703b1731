package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.replacedBooks;
import static dev.seeder.flyway.Bookstore.withScript;
import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedMigrationTest {

  @Test
  void runsOnTheFlywayThatTheBuildChose() throws IOException {
    String expected = System.getProperty("seeder.test.flyway");
    URL location = FluentConfiguration.class.getProtectionDomain().getCodeSource().getLocation();

    assertThat(location.getPath()).endsWith("flyway-core-" + expected + ".jar");
  }

  @Test
  void takesVersionAndDescriptionAsGiven() {
    SeedMigration versioned = versioned("2.1", "demo books", books(1));
    SeedMigration repeatable = repeatable("demo data", books(1));

    assertThat(versioned.getVersion()).isEqualTo(MigrationVersion.fromVersion("2.1"));
    assertThat(versioned.getDescription()).isEqualTo("demo books");
    assertThat(repeatable.getVersion()).isNull();
    assertThat(repeatable.getDescription()).isEqualTo("demo data");
    assertThat(versioned.canExecuteInTransaction()).isTrue();
  }

  @Test
  void refusesWrongCallsAtTheCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> versioned("1.x", "books", books(1)))
        .withMessage(
            """
            Version "1.x" of a seed migration is not a Flyway version.
              Expected: numbers with dots between them, such as 2 or 2.1""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> repeatable(" ", books(1)))
        .withMessage(
            """
            A repeatable seed migration has no description, and Flyway knows it by nothing else.
              Expected: a few words, such as "demo data\"""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> versioned("2", "books"))
        .withMessage(
            """
            Seed migration "2 - books" has no seeds.
              To fix: pass at least one, as in SeedMigration.versioned("2", "demo books", \
            new DemoBooks())""");
    assertThatNullPointerException().isThrownBy(() -> repeatable("books", (Seed) null));
  }

  @Test
  void equalMigrationsAreOneForFlyway() {
    assertThat(resolved(versioned("2", "books", books(1))))
        .isEqualTo(resolved(versioned("2", "books", books(1))))
        .hasSameHashCodeAs(resolved(versioned("2", "books", books(1))))
        .isNotEqualTo(resolved(versioned("2", "books", books(1), Seed.of("more", seed -> {}))))
        .isNotEqualTo(resolved(versioned("3", "books", books(1))));
  }

  @Test
  void theChecksumChangesWithWhatIsDeclaredAndStaysForEver() {
    int checksum = repeatable("x", replacedBooks(1, 1)).getChecksum();

    assertThat(checksum).isEqualTo(repeatable("y", replacedBooks(99, 1)).getChecksum());
    assertThat(checksum).isNotEqualTo(repeatable("x", replacedBooks(1, 2)).getChecksum());
    assertThat(List.of(named("a", "b"), named("b", "a"), named("ab"), named("a1")))
        .doesNotHaveDuplicates();
    assertThat(withScript("db/bookstore.sql").getChecksum())
        .isNotEqualTo(withScript("db/empty.sql").getChecksum());
    assertThat(checksum).isEqualTo(579188656);
    assertThat(reading("seeds/genres.csv").getChecksum()).isEqualTo(-478170802);
  }

  @Test
  void theContentOfADataFileCountsButNotItsLineEndings(@TempDir Path folder) throws IOException {
    int unix = checksumOf(folder, "a,b\nc\n");

    assertThat(checksumOf(folder, "a,b\r\nc\r\n")).isEqualTo(unix);
    assertThat(checksumOf(folder, "a,b\rc\r")).isEqualTo(unix);
    assertThat(checksumOf(folder, "a,b\nd\n")).isNotEqualTo(unix);
    assertThat(checksumOf(folder, "a,b\n\nc\n")).isNotEqualTo(unix);
    assertThat(checksumOf(folder, "a,b\n\r\nc\n")).isNotEqualTo(unix);
  }

  @Test
  void aMissingDataFileIsNamedWithItsSeed() {
    assertThatThrownBy(reading("seeds/nowhere.csv")::getChecksum)
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            """
            Seed "reading" of migration "2 - reading" names the file "seeds/nowhere.csv", which is \
            not on the classpath.
              To fix: put it under src/main/resources, and name it from there without a leading \
            slash.""");
  }

  /** Returns the checksum over a file that only the thread's class loader sees. */
  private static int checksumOf(Path folder, String content) throws IOException {
    Files.writeString(folder.resolve("outside.csv"), content);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return reading("outside.csv").getChecksum();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static int named(String... names) {
    Seed[] seeds =
        List.of(names).stream().map(name -> Seed.of(name, seed -> {})).toArray(Seed[]::new);
    return repeatable("books", seeds).getChecksum();
  }

  private static SeedMigration reading(String file) {
    Seed reading =
        new Seed() {
          @Override
          public String name() {
            return "reading";
          }

          @Override
          public List<String> dataFiles() {
            return List.of(file);
          }

          @Override
          public void run(SeedContext seed) {}
        };
    return versioned("2", "reading", reading);
  }

  private static ResolvedMigration resolved(SeedMigration migration) {
    return migration.getResolvedMigration(new FluentConfiguration(), null);
  }
}
