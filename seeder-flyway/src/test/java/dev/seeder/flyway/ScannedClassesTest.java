package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.Seed;
import dev.seeder.flyway.scanned.given.V1__Books;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class ScannedClassesTest extends FlywayTest {

  @TempDir Path folder;

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

  @Test
  void aMisnamedClassFailsEveryCommand() {
    fails(
        "misnamed",
        """
        Class "dev.seeder.flyway.scanned.misnamed.V1_Books" is a seed migration, but its name is \
        not one of Flyway's.
          Expected: V<version>__<description> or R__<description>, such as V1__Bookstore, \
        V2_1__Demo_books or R__Demo_data
          To fix: rename the class; there are two underscores before the description.""");
  }

  @Test
  void aConstructorThatThrowsFailsEveryCommand() {
    fails(
        "constructor",
        """
        Class "dev.seeder.flyway.scanned.constructor.V1__Books" is a seed migration that Flyway \
        cannot make, and would leave out.
          Found: its constructor or a static initialiser failed, \
        java.lang.IllegalStateException: no books
          To fix: do the work in seeds() or schema(dsl); a migration is made for every command, \
        for "info" too.""");
  }

  @Test
  void aStaticInitialiserThatThrowsFailsEveryCommand() {
    fails(
        "initialiser",
        """
        Class "dev.seeder.flyway.scanned.initialiser.V1__Books" is a seed migration that Flyway \
        cannot make, and would leave out.
          Found: its constructor or a static initialiser failed, \
        java.lang.ExceptionInInitializerError: Exception java.lang.IllegalStateException: no books \
        [in thread "%s"]
          To fix: do the work in seeds() or schema(dsl); a migration is made for every command, \
        for "info" too."""
            .formatted(Thread.currentThread().getName()));
  }

  @Test
  void aClassThatIsNotPublicFailsEveryCommand() {
    fails(
        "hidden",
        """
        Class "dev.seeder.flyway.scanned.hidden.V1__Books" is a seed migration that Flyway cannot \
        make, and would leave out.
          Found: the class is not public
          To fix: make it public.""");
  }

  @Test
  void aConstructorThatIsNotPublicFailsEveryCommand() {
    fails(
        "closed",
        """
        Class "dev.seeder.flyway.scanned.closed.V1__Books" is a seed migration that Flyway cannot \
        make, and would leave out.
          Found: its constructor without parameters is not public
          To fix: make it public.""");
  }

  @Test
  void aClassWithoutSuchAConstructorIsHandedOver() {
    configuration("classpath:dev/seeder/flyway/scanned/given")
        .javaMigrations(new V1__Books(Seed.of("none", seed -> {})))
        .load()
        .migrate();

    assertThat(history()).containsEntry("1", "dev.seeder.flyway.scanned.given.V1__Books (none)");
  }

  private void fails(String location, String message) {
    Flyway flyway = configuration("classpath:dev/seeder/flyway/scanned/" + location).load();

    assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class).hasMessage(message);
    assertThatThrownBy(flyway::info).isInstanceOf(FlywayException.class).hasMessage(message);
    assertThatThrownBy(flyway::validate).isInstanceOf(FlywayException.class).hasMessage(message);
    assertThat(tables()).isEmpty();
  }
}
