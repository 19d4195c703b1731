package dev.seeder.flyway;

import dev.seeder.Seed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up in Flyway's history what the seeds of a migration need from those before it. */
final class DependenciesBefore {

  private final SeedMigration migration;
  private final List<Seed> seeds;
  private final Supplier<EarlierSeeds> history;
  private final boolean group;
  private final Set<String> skipped;
  private final Set<String> own;
  private final List<String> problems = new ArrayList<>();
  private @Nullable EarlierSeeds earlier;

  /**
   * The history is read only if a seed needs one that is not in the migration.
   *
   * @param skipped the seeds that do not run here, and so need nothing
   */
  DependenciesBefore(
      SeedMigration migration, Supplier<EarlierSeeds> history, boolean group, Set<String> skipped) {
    this.migration = migration;
    this.group = group;
    this.history = history;
    this.skipped = skipped;
    this.seeds = migration.declaredSeeds();
    this.own =
        seeds.stream()
            .map(Seed::name)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the seeds of the migration, which need nothing but each other any more. */
  List<Seed> resolve() {
    return seeds.stream().map(this::resolve).toList();
  }

  /** Returns the dependencies that are not to be had, in words. */
  List<String> problems() {
    return problems;
  }

  private Seed resolve(Seed seed) {
    Set<String> needed = seed.dependsOn();
    if (needed == null || seed.name() == null || own.containsAll(needed)) {
      // what is null is left to the plan, which says so
      return seed;
    }
    var inside = new LinkedHashSet<String>();
    for (String name : needed) {
      if (name == null || own.contains(name)) {
        inside.add(name);
      } else if (!skipped.contains(seed.name()) && !earlier().contain(name)) {
        problems.add(missing(seed, name));
      }
    }
    return new SeedInside(seed, inside);
  }

  private EarlierSeeds earlier() {
    if (earlier == null) {
      earlier = history.get();
    }
    return earlier;
  }

  private String missing(Seed seed, String needed) {
    return "Seed \""
        + seed.name()
        + "\" depends on \""
        + needed
        + "\", which is neither in migration \""
        + migration.name()
        + "\" nor applied by one before it.\n"
        + "  Seeds of this migration: "
        + String.join(", ", own)
        + "\n  Seeds applied before it: "
        + earlier()
        + (group
            ? "; those of the same group count once Flyway has recorded them, which may be at the"
                + " end of the group"
            : "")
        + earlier().told()
        + "\n  To fix: rename the dependency, or put the missing seed into this migration or into one"
        + " that runs earlier.";
  }
}
