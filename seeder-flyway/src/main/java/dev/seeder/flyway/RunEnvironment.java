package dev.seeder.flyway;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Where a run of Flyway is, as its placeholders say. */
final class RunEnvironment {

  /** The placeholder that declares the environment. */
  static final String ENVIRONMENT = "seederenv";

  private static final String CONFIRM = "seederconfirm";

  /** The placeholder that sets the random seed, unless the migration does. */
  static final String RANDOM_SEED = "seederrandomseed";

  private RunEnvironment() {}

  /** Returns a seeder in the environment that Flyway was told, if any. */
  static Seeder of(Configuration flyway, Seeder seeder) {
    String environment = placeholder(flyway, ENVIRONMENT);
    String database = placeholder(flyway, CONFIRM);
    Seeder here = environment == null ? seeder : seeder.environment(environment);
    Seeder confirmed = database == null ? here : here.confirm(database);
    String randomSeed = placeholder(flyway, RANDOM_SEED);
    return randomSeed == null ? confirmed : confirmed.randomSeed(randomSeed(randomSeed));
  }

  private static long randomSeed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FlywayException(
          "Flyway's placeholder \""
              + RANDOM_SEED
              + "\" is \""
              + text
              + "\".\n  Expected: a whole number, such as 42",
          e);
    }
  }

  /** Returns the seeds of a migration that are not for the environment; asks no database. */
  static Set<String> skipped(SeedMigration migration, Configuration flyway) {
    List<Seed> seeds = migration.declaredSeeds();
    if (seeds.stream().allMatch(Seed::isReferenceData)) {
      return Collections.emptySet();
    }
    Set<String> own = seeds.stream().map(Seed::name).collect(Collectors.toSet());
    Seeder seeder = Seeder.of(DSL.using(SQLDialect.DEFAULT)).withoutHistory();
    try {
      List<SeedInside> inside = seeds.stream().map(seed -> inside(seed, own)).toList();
      return migration.configure(of(flyway, seeder.seeds(inside))).skipped().keySet();
    } catch (RuntimeException | Error e) {
      // of seeds that cannot work, or of configure(...): thrown again when the migration runs
      return Collections.emptySet();
    }
  }

  private static SeedInside inside(Seed seed, Set<String> own) {
    var needed = new LinkedHashSet<>(seed.dependsOn());
    needed.retainAll(own);
    return new SeedInside(seed, needed);
  }

  /** Returns the value of a placeholder; null if there is none, or a blank one. */
  static @Nullable String placeholder(Configuration flyway, String name) {
    String value = flyway.getPlaceholders().get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
