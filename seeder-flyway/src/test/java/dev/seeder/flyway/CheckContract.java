package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.BOOK;
import static dev.seeder.flyway.Bookstore.ID;
import static dev.seeder.flyway.Bookstore.TITLE;
import static dev.seeder.flyway.Bookstore.books;
import static dev.seeder.flyway.Bookstore.withSchema;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.seeder.Seed;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** The column {@code price} comes with version 4, as generated classes would know it. */
abstract class CheckContract extends FlywayTest {

  private static final Field<Integer> PRICE = field(name("price"), SQLDataType.INTEGER);

  @Test
  void everySeedThatNamesAColumnOfALaterVersionIsListed() {
    FluentConfiguration scratch =
        migrations(versioned("2", "early", priced(1)), versioned("3", "also early", priced(2)));

    assertThatThrownBy(() -> SeedMigrations.check(scratch))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Seeds do not run on the schema of their own version:")
        .hasMessageContainingAll(
            "\n  Migration \"2 - early\": ", "\n  Migration \"3 - also early\": ")
        .hasMessageNotContaining("\"5 - in time\"")
        .satisfies(error -> assertThat(error.getSuppressed()).hasSize(2));
  }

  @Test
  void seedsThatNameTheColumnsOfTheirVersionPass() {
    FluentConfiguration scratch = migrations(versioned("2", "books", books(2)));

    assertThatCode(() -> SeedMigrations.check(scratch)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseThatWasMigratedIsRefused() {
    FluentConfiguration real = migrations(versioned("2", "books", books(2)));
    real.load().migrate();

    assertThatThrownBy(() -> SeedMigrations.check(real))
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            """
            The database to check seed migrations on has been migrated already.
              To fix: hand over an empty scratch database, never a real one.""");
  }

  @Test
  void tablesThatFlywayDidNotMakeAreRefused() {
    Bookstore.createTables(dsl);

    assertThatThrownBy(() -> SeedMigrations.check(migrations().baselineOnMigrate(true)))
        .isInstanceOf(FlywayException.class);
  }

  private FluentConfiguration migrations(JavaMigration... between) {
    var all = new ArrayList<>(List.of(between));
    all.add(0, withSchema(Bookstore::createTables));
    all.add(new V4__Price());
    all.add(versioned("5", "in time", priced(9)));
    return configuration(NO_LOCATION).javaMigrations(all.toArray(JavaMigration[]::new));
  }

  private static Seed priced(int id) {
    return Seed.of(
        "priced-" + id,
        seed ->
            seed.dsl().insertInto(BOOK, ID, TITLE, PRICE).values(id, "Book " + id, 10).execute());
  }

  private static final class V4__Price extends SeedMigration {
    @Override
    protected void schema(DSLContext dsl) {
      dsl.alterTable(BOOK).addColumn(PRICE).execute();
    }

    @Override
    protected List<Seed> seeds() {
      return List.of();
    }
  }
}
