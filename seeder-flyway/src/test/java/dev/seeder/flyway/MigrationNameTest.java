package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {

  @Test
  void readsTheNamesOfClassesAsFlywayDoes() {
    for (JavaMigration flyways :
        new JavaMigration[] {
          new V1__Bookstore(),
          new V2_1__Demo_books(),
          new V007__a__b_c(),
          new V3(),
          new R__Demo_data(),
          new R__Demo__data_(),
          new V1___Books()
        }) {
      MigrationName ours = MigrationName.of(flyways.getClass());

      assertThat(ours.version()).isEqualTo(flyways.getVersion());
      assertThat(ours.description()).isEqualTo(flyways.getDescription());
    }
  }

  @Test
  void printsNamesAsFlywayDoes() {
    assertThat(MigrationName.of(V2_1__Demo_books.class)).hasToString("2.1 - Demo books");
    assertThat(MigrationName.of(V3.class)).hasToString("3");
    assertThat(MigrationName.of(R__Demo_data.class)).hasToString("Demo data");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Books.class,
        V1_Books.class,
        V__Books.class,
        Vx__Books.class,
        R1__Books.class,
        R__.class,
        R.class,
        RBooks.class
      })
  void refusesEveryOtherName(Class<?> type) {
    assertThatThrownBy(() -> MigrationName.of(type))
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            "Class \""
                + type.getName()
                + "\" is a seed migration, but its name is not one of Flyway's.\n"
                + "  Expected: V<version>__<description> or R__<description>,"
                + " such as V1__Bookstore, V2_1__Demo_books or R__Demo_data\n"
                + "  To fix: rename the class; there are two underscores before the"
                + " description.");
  }

  private static class Migration extends BaseJavaMigration {
    @Override
    public void migrate(Context context) {}
  }

  private static final class V1__Bookstore extends Migration {}

  private static final class V2_1__Demo_books extends Migration {}

  private static final class V007__a__b_c extends Migration {}

  private static final class V3 extends Migration {}

  private static final class R__Demo_data extends Migration {}

  private static final class R__Demo__data_ extends Migration {}

  private static final class V1___Books extends Migration {}

  private static final class Books {}

  private static final class V1_Books {}

  private static final class V__Books {}

  private static final class Vx__Books {}

  private static final class R1__Books {}

  private static final class R__ {}

  private static final class R {}

  private static final class RBooks {}
}
