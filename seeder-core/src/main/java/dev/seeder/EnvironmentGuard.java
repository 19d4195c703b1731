package dev.seeder;

import dev.seeder.environment.DatabaseAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps demo data where it belongs.
 *
 * @param environment what was declared; null if nothing was
 */
record EnvironmentGuard(@Nullable String environment) {

  /** Where demo data is at home, unless a seed says otherwise. */
  private static final Set<String> HOME =
      Set.of("local", "dev", "development", "test", "ci", "demo", "staging");

  /** Returns whether the address of the database decides, so that it has to be looked at. */
  boolean needsAddress(Collection<Seed> seeds) {
    return environment == null && !demo(seeds).isEmpty();
  }

  /**
   * Refuses demo seeds on a database that may be anybody's.
   *
   * @throws IllegalStateException if the database is not plainly local
   */
  void require(DatabaseAddress address, Collection<Seed> seeds) {
    if (address.local()) {
      return;
    }
    throw new IllegalStateException(
        "Demo seeds do not run on the database "
            + address.title()
            + ", as its environment is not declared. Nothing was written.\n"
            + "  Demo seeds: "
            + String.join(", ", demo(seeds))
            + "\n  Expected: a database that is plainly on this machine, or a declared environment"
            + "\n  To fix: declare it, such as \"staging\", by Seeder.environment(...), Flyway's"
            + " placeholder seederenv, the system property seeder.environment or the environment"
            + " variable SEEDER_ENVIRONMENT.\n"
            + "  A demo seed runs in "
            + String.join(", ", new TreeSet<>(HOME))
            + ", or where its environments() say; reference data says isReferenceData().");
  }

  /**
   * Returns the seeds that do not run in this environment, and why.
   *
   * @param ordered the seeds, dependencies first
   */
  Map<Seed, String> skipped(Collection<Seed> ordered) {
    Map<Seed, String> skipped = new HashMap<>();
    Set<String> names = new TreeSet<>();
    for (Seed seed : ordered) {
      String reason = isFor(seed) ? needed(seed, names) : elsewhere(seed);
      if (reason != null) {
        skipped.put(seed, reason);
        names.add(seed.name());
      }
    }
    return skipped;
  }

  /**
   * Refuses a seed inside another one where it would not run on its own.
   *
   * @throws IllegalStateException if it is demo data in reference data, or not for here
   */
  void requireInside(Seed outer, Seed inner) {
    if (outer.isReferenceData() && !inner.isReferenceData()) {
      throw new IllegalStateException(
          "Seed \""
              + outer.name()
              + "\" is reference data, and runs the demo seed \""
              + inner.name()
              + "\".\n  To fix: let isReferenceData() of both be the same.");
    }
    if (!isFor(inner)) {
      throw new IllegalStateException(
          "Seed \""
              + outer.name()
              + "\" runs seed \""
              + inner.name()
              + "\", which is "
              + elsewhere(inner)
              + ".\n  To fix: let environments() of both be the same.");
    }
  }

  private boolean isFor(Seed seed) {
    if (seed.isReferenceData()) {
      return true;
    }
    Set<String> named = seed.environments();
    if (named.isEmpty() && environment == null) {
      return true;
    }
    return (named.isEmpty() ? HOME : named)
        .stream().anyMatch(name -> name.strip().equalsIgnoreCase(environment));
  }

  private String elsewhere(Seed seed) {
    return (seed.environments().isEmpty()
            ? "demo data without environments()"
            : "for " + String.join(", ", new TreeSet<>(seed.environments())))
        + (environment == null
            ? ", and no environment is declared"
            : ", and this is " + environment);
  }

  private static @Nullable String needed(Seed seed, Set<String> skipped) {
    return skipped.stream()
        .filter(seed.dependsOn()::contains)
        .findFirst()
        .map(name -> "\"" + name + "\" is skipped, which it depends on")
        .orElse(null);
  }

  /** Returns the names of the demo seeds. */
  static List<String> demo(Collection<Seed> seeds) {
    return seeds.stream().filter(seed -> !seed.isReferenceData()).map(Seed::name).toList();
  }
}
