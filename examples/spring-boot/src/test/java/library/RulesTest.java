package library;

import static library.Library.BOOK;
import static library.Library.BOOK_ISBN;
import static library.Library.GENRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.Seed;
import dev.seeder.flyway.SeedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What decides which seeds run: not needed in an application, whose profile is enough. */
class RulesTest {

  /** A database of the test, which outlives the application. */
  private String database = freshDatabase();

  private final List<Class<?>> more = new ArrayList<>();

  @Test
  void withoutAProfileNothingIsDeclaredAndALocalDatabaseGetsDemoData() {
    start(app -> assertThat(counts(app)).isEqualTo("4 50"));
  }

  @Test
  void inProductionThereIsReferenceDataOnly() {
    start(
        app -> {
          assertThat(counts(app)).isEqualTo("4 0");
          assertThat(scripts(app)).contains("seeds (genres) skipped (demo-books)");
        },
        "--spring.profiles.active=production");
  }

  @Test
  void thePropertyComesBeforeTheProfileAndThePlaceholderBeforeBoth() {
    start(
        app -> assertThat(counts(app)).isEqualTo("4 0"),
        "--spring.profiles.active=test",
        "--seeder.environment=staging",
        "--spring.flyway.placeholders.seederenv=production");
    start(
        app -> assertThat(counts(app)).isEqualTo("4 0"),
        "--spring.profiles.active=test",
        "--seeder.environment=production");
    database = freshDatabase();
    start(
        app -> assertThat(counts(app)).isEqualTo("4 50"),
        "--spring.profiles.active=production",
        "--seeder.environment=staging");
  }

  @Test
  void severalProfilesAskForThePropertyBeforeDemoSeedsRun() {
    assertThatThrownBy(() -> start(app -> {}, "--spring.profiles.active=dev,debug"))
        .rootCause()
        .hasMessage(
            """
            Several profiles are active, and none of them is taken as the environment by a guess: \
            dev, debug
              Demo seeds: demo-books
              To fix: set the property seeder.environment, such as in application-dev.properties, \
            or the environment variable SEEDER_ENVIRONMENT.""");
    start(
        app -> assertThat(counts(app)).isEqualTo("0 0"),
        "--spring.profiles.active=dev,debug",
        "--seeder.enabled=false");
    start(
        app -> assertThat(counts(app)).isEqualTo("4 50"),
        "--spring.profiles.active=dev,debug",
        "--seeder.environment=dev");
  }

  @Test
  void aSecondStartDoesNothingAndMakesNoSecondMigration() {
    start(app -> assertThat(scripts(app)).hasSize(2));
    start(app -> assertThat(scripts(app)).hasSize(2));
  }

  @Test
  void aSecondStartWithOneMoreSeedRunsThatOneOnly() {
    start(app -> assertThat(counts(app)).isEqualTo("4 50"));
    more.add(OneMore.class);

    for (int again = 0; again < 2; again++) {
      start(
          app -> {
            assertThat(counts(app)).isEqualTo("5 50");
            assertThat(scripts(app)).hasSize(3).contains("seeds (demo-books, fables, genres)");
          });
    }
  }

  @Test
  void switchedOffTheyAreNotMadeAndRunOnceTheyAreOnAgain() {
    for (String before : List.of("0 0", "4 50")) {
      start(
          app -> {
            assertThat(counts(app)).isEqualTo(before);
            assertThat(app.getBeanFactory().containsSingleton("demoBooks")).isFalse();
          },
          "--seeder.enabled=false");
      start(app -> assertThat(counts(app)).isEqualTo("4 50"));
    }
  }

  @Test
  void noSeedIsMadeWhereFlywayIsOff() {
    start(app -> assertThat(app.getBeanFactory().containsSingleton("demoBooks")).isTrue());
    start(
        app -> assertThat(app.getBeanFactory().containsSingleton("demoBooks")).isFalse(),
        "--spring.flyway.enabled=false");
  }

  @Test
  void aSeedOfAVersionIsNotFoundAgain() {
    more.add(Pinned.class);

    start(
        app ->
            assertThat(scripts(app))
                .containsExactly("V1__Library.sql", "seeds (genres)", "seeds (demo-books)"));
  }

  @Test
  void theRandomSeedIsAProperty() {
    List<String> isbns = new ArrayList<>();
    for (String randomSeed : List.of("0", "7")) {
      database = freshDatabase();
      start(
          app ->
              isbns.add(
                  app.getBean(DSLContext.class).select(BOOK_ISBN).from(BOOK).fetchAny(BOOK_ISBN)),
          "--seeder.random-seed=" + randomSeed,
          "--seeder.locale=de-AT");
    }

    assertThat(isbns).doesNotHaveDuplicates();
  }

  @Test
  void aSeedThatInjectsWhatWaitsForFlywayIsACircle() {
    more.add(Circle.class);

    assertThatThrownBy(() -> start(app -> {}))
        .rootCause()
        .isInstanceOf(BeanCurrentlyInCreationException.class);
  }

  private static String freshDatabase() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  private static String counts(ConfigurableApplicationContext app) {
    DSLContext dsl = app.getBean(DSLContext.class);
    return dsl.fetchCount(GENRE) + " " + dsl.fetchCount(BOOK);
  }

  private static List<String> scripts(ConfigurableApplicationContext app) {
    return app.getBean(DSLContext.class)
        .fetch(
            "select \"script\" from \"flyway_schema_history\" where \"script\" <> ''"
                + " order by \"installed_rank\"")
        .getValues(0, String.class);
  }

  private void start(Consumer<ConfigurableApplicationContext> test, String... arguments) {
    var all = new ArrayList<String>();
    all.add("--spring.datasource.url=" + database);
    all.addAll(List.of(arguments));
    try (ConfigurableApplicationContext app =
        new SpringApplicationBuilder(LibraryApplication.class)
            .sources(more.toArray(Class[]::new))
            .run(all.toArray(String[]::new))) {
      test.accept(app);
    }
  }

  static class Pinned {

    @Bean
    SeedMigration genresForVersion2(Genres genres) {
      return SeedMigration.versioned("2", "genres", genres);
    }
  }

  static class OneMore {

    @Bean
    Seed fables() {
      return Seed.of(
          "fables", seed -> seed.dsl().execute("insert into genre values ('fa', 'Fables')"));
    }
  }

  static class Circle {

    @Bean
    Seed circle(DSLContext dsl) {
      return Seed.of("circle", seed -> dsl.fetchCount(BOOK));
    }
  }
}
