package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.flyway.FoundSeeds.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * What Spring has for Flyway: the seeds that are beans, and the environment.
 *
 * @param beans asked for no earlier than Flyway looks for migrations
 */
record SpringSeeds(ObjectProvider<Seed> beans, Environment environment) {

  private static final String ENVIRONMENT = "seeder.environment";

  /** Adds it to a configuration, behind what was configured before. */
  void addTo(FluentConfiguration flyway) {
    String declared = declared(flyway);
    if (declared != null) {
      placeholder(flyway, RunEnvironment.ENVIRONMENT, declared);
    }
    if (!environment.getProperty("seeder.enabled", Boolean.class, true)) {
      placeholder(flyway, FoundSeeds.FIND, "false");
    }
    var found =
        new FoundSeeds(
            () -> beans.stream().toList(), this::settings, declared == null ? unclear() : null);
    MigrationResolver[] before = flyway.getResolvers();
    MigrationResolver[] resolvers = Arrays.copyOf(before, before.length + 1);
    resolvers[before.length] = new SeedMigrationResolver(found);
    flyway.resolvers(resolvers);
  }

  /** Returns the environment that somebody has declared; the profile, if it is one. */
  private @Nullable String declared(FluentConfiguration flyway) {
    String placeholder = RunEnvironment.placeholder(flyway, RunEnvironment.ENVIRONMENT);
    if (placeholder != null) {
      return placeholder;
    }
    String property = environment.getProperty(ENVIRONMENT);
    if (property != null && !property.isBlank()) {
      return property.strip();
    }
    String[] profiles = environment.getActiveProfiles();
    return profiles.length == 1 ? profiles[0] : null;
  }

  private @Nullable Refusal unclear() {
    String[] profiles = environment.getActiveProfiles();
    if (profiles.length == 0) {
      return null;
    }
    return new Refusal(
        "Several profiles are active, and none of them is taken as the environment by a guess: "
            + String.join(", ", profiles),
        "set the property "
            + ENVIRONMENT
            + ", such as in application-"
            + profiles[0]
            + ".properties, or the environment variable SEEDER_ENVIRONMENT.");
  }

  private Seeder settings(Seeder seeder) {
    Long randomSeed = environment.getProperty("seeder.random-seed", Long.class);
    Locale locale = environment.getProperty("seeder.locale", Locale.class);
    Seeder random = randomSeed == null ? seeder : seeder.randomSeed(randomSeed);
    return locale == null ? random : random.locale(locale);
  }

  private static void placeholder(FluentConfiguration flyway, String name, String value) {
    var placeholders = new HashMap<>(flyway.getPlaceholders());
    placeholders.put(name, value);
    flyway.placeholders(placeholders);
  }
}
