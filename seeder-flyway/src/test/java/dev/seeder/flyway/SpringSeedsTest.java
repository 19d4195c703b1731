package dev.seeder.flyway;

import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.Seeder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where the environment comes from under Spring: each place comes before those that follow it. */
class SpringSeedsTest extends FlywayTest {

  private final Map<String, Object> systemProperties = new HashMap<>();
  private final Map<String, Object> variables = new HashMap<>();
  private final Map<String, Object> ownFile = new HashMap<>();
  private final Map<String, String> placeholders = new HashMap<>();
  private String[] profiles = {};

  @Override
  DataSource freshDatabase() {
    return H2SeedMigrationTest.freshH2();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Test
  void eachPlaceComesBeforeThoseThatFollowIt() {
    assertThat(declared()).as("nothing").isNull();

    profiles = new String[] {"by-profile"};
    assertThat(declared()).isEqualTo("by-profile");

    ownFile.put("seeder.environment", "by-file");
    assertThat(declared()).isEqualTo("by-file");

    variables.put("SEEDER_ENVIRONMENT", "by-variable");
    assertThat(declared()).isEqualTo("by-variable");

    systemProperties.put("seeder.environment", "by-system-property");
    assertThat(declared()).isEqualTo("by-system-property");

    placeholders.put("seederenv", "by-placeholder");
    assertThat(declared()).isEqualTo("by-placeholder");
  }

  @Test
  void theCodeOfAMigrationComesBeforeThePlaceholder() {
    placeholders.put("seederenv", "production");
    profiles = new String[] {"production"};

    flyway(new V2__Staged()).migrate();

    assertThat(history()).containsEntry("2", V2__Staged.class.getName() + " (demo)");
  }

  @Test
  void whatIsBlankDeclaresNothing() {
    profiles = new String[] {"by-profile"};
    placeholders.put("seederenv", " ");
    systemProperties.put("seeder.environment", " ");

    assertThat(declared()).isEqualTo("by-profile");
  }

  @Test
  void ofSeveralProfilesNoneIsTaken() {
    profiles = new String[] {"dev", "staging"};
    assertThat(declared()).isNull();

    assertThatMigrateFails(flyway(versioned("2", "demo", new Demo())))
        .hasMessage(
            """
            Several profiles are active, and none of them is taken as the environment by a guess: \
            dev, staging
              Demo seeds: demo
              To fix: set the property seeder.environment, such as in application-dev.properties, \
            or the environment variable SEEDER_ENVIRONMENT.""");
    assertThat(tables()).isEmpty();
  }

  @Test
  void severalProfilesDoNotMatterWhereTheEnvironmentIsDeclaredOrNoSeedIsDemoData() {
    profiles = new String[] {"dev", "staging"};
    flyway(versioned("2", "codes", new Codes())).migrate();
    variables.put("SEEDER_ENVIRONMENT", "staging");

    flyway(versioned("2", "codes", new Codes()), versioned("3", "demo", new Demo())).migrate();

    assertThat(history()).containsEntry("2", "seeds (codes)").containsEntry("3", "seeds (demo)");
  }

  @Override
  Flyway flyway(JavaMigration... migrations) {
    FluentConfiguration configuration =
        configuration("classpath:sql").placeholders(placeholders).javaMigrations(migrations);
    spring().addTo(configuration);
    return configuration.load();
  }

  private String declared() {
    FluentConfiguration configuration = Flyway.configure().placeholders(placeholders);
    spring().addTo(configuration);
    return RunEnvironment.placeholder(configuration, RunEnvironment.ENVIRONMENT);
  }

  private SpringSeeds spring() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            new MapPropertySource(
                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, systemProperties));
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("application.properties", ownFile));
    environment.setActiveProfiles(profiles);
    return new SpringSeeds(
        new StaticListableBeanFactory().getBeanProvider(Seed.class), environment);
  }

  /** For staging only. */
  private static class Demo implements Seed {
    @Override
    public String name() {
      return "demo";
    }

    @Override
    public Set<String> environments() {
      return Set.of("staging");
    }

    @Override
    public void run(SeedContext seed) {}
  }

  private static final class Codes extends Demo {
    @Override
    public String name() {
      return "codes";
    }

    @Override
    public Set<String> environments() {
      return Set.of();
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }
  }

  private static final class V2__Staged extends SeedMigration {
    @Override
    protected List<Seed> seeds() {
      return List.of(new Demo());
    }

    @Override
    protected Seeder configure(Seeder seeder) {
      return seeder.environment("staging");
    }
  }
}
