package dev.seeder;

import dev.seeder.SeedHistory.Applied;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seeds of a run in order: dependencies first, then as given. Made before any SQL. */
final class SeedPlan {

  private static final int LONGEST_NAME = 200;

  private final Map<String, Seed> seeds = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Seed> ordered = new ArrayList<>();
  private final Map<Seed, Applied> identified = new LinkedHashMap<>();

  private SeedPlan() {}

  /**
   * Returns the seeds in the order of the run, each with what it is recorded as.
   *
   * @throws IllegalStateException naming every problem
   */
  static Map<Seed, Applied> order(List<Seed> given) {
    SeedPlan plan = ordered(given);
    plan.identify();
    plan.requireNoProblem();
    return Collections.unmodifiableMap(plan.identified);
  }

  /**
   * Returns the seeds in the order of the run; their data files are not read.
   *
   * @throws IllegalStateException naming every problem
   */
  static List<Seed> inOrder(List<Seed> given) {
    SeedPlan plan = ordered(given);
    plan.requireNoProblem();
    return Collections.unmodifiableList(plan.ordered);
  }

  private static SeedPlan ordered(List<Seed> given) {
    var plan = new SeedPlan();
    plan.register(given);
    plan.checkNulls();
    plan.checkDependencies();
    plan.checkKinds();
    plan.sort();
    return plan;
  }

  private void requireNoProblem() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
  }

  private void register(List<Seed> given) {
    if (given.isEmpty()) {
      problems.add("There are no seeds to run.\n  To fix: pass at least one to Seeder.seeds(...).");
    }
    for (Seed seed : given) {
      if (!hasName(seed)) {
        continue;
      }
      String name = seed.name();
      if (seed.revision() < 1) {
        problems.add(
            "Seed \"" + name + "\" has revision " + seed.revision() + ".\n  Expected: 1 or more.");
      }
      if (seed.commitEvery() < 0) {
        problems.add(
            "Seed \""
                + name
                + "\" commits every "
                + seed.commitEvery()
                + " rows.\n  Expected: 1 or more, or 0 for one transaction.");
      }
      Seed first = seeds.putIfAbsent(name, seed);
      if (first != null) {
        problems.add(twice(name, first, seed));
      }
    }
  }

  private boolean hasName(Seed seed) {
    String name = seed.name();
    if (name == null) {
      problems.add(
          "The seed of "
              + seed.getClass().getName()
              + " has no name: name() returns null.\n"
              + "  To fix: return a name that is kept for good, such as \"demo-books\".");
      return false;
    }
    if (name.isBlank() || name.length() > LONGEST_NAME || name.equals(SeedHistory.LOCK)) {
      problems.add(
          "The seed of "
              + seed.getClass().getName()
              + " has the name \""
              + name
              + "\".\n  Expected: 1 to "
              + LONGEST_NAME
              + " characters, not only blanks, and not \""
              + SeedHistory.LOCK
              + "\", which the history uses.");
    }
    return true;
  }

  private static String twice(String name, Seed first, Seed second) {
    return first == second
        ? "Seed \"" + name + "\" is given twice.\n  To fix: pass it once."
        : "Two seeds are named \""
            + name
            + "\".\n  They are: "
            + origin(first)
            + " and "
            + origin(second)
            + "\n  To fix: rename one of them, or pass it once.";
  }

  private static String origin(Seed seed) {
    if (!(seed instanceof NamedSeed named)) {
      return seed.getClass().getName();
    }
    String body = named.body().getClass().getName();
    int lambda = body.indexOf("$$Lambda");
    return "Seed.of(...) in " + (lambda < 0 ? body : body.substring(0, lambda));
  }

  private void checkNulls() {
    for (Seed seed : seeds.values()) {
      checkNulls(seed, "dependsOn()", seed.dependsOn(), "Set.of()");
      checkNulls(seed, "dataFiles()", seed.dataFiles(), "List.of()");
      checkNulls(seed, "environments()", seed.environments(), "Set.of()");
    }
  }

  private void checkNulls(
      Seed seed, String method, @Nullable Collection<String> returned, String none) {
    String start = "Seed \"" + seed.name() + "\" returns ";
    if (returned == null) {
      problems.add(
          start + "null from " + method + ".\n  To fix: return " + none + " where there are none.");
    } else if (returned.stream().anyMatch(Objects::isNull)) {
      problems.add(start + "a null inside " + method + ".\n  To fix: leave it out.");
    }
  }

  private void checkDependencies() {
    for (Seed seed : seeds.values()) {
      for (String needed : needed(seed)) {
        if (!seeds.containsKey(needed)) {
          String close = Spelling.closest(needed, seeds.keySet());
          problems.add(
              "Seed \""
                  + seed.name()
                  + "\" depends on \""
                  + needed
                  + "\", which is not registered."
                  + (close == null ? "" : "\n  Did you mean \"" + close + "\"?")
                  + "\n  Registered seeds: "
                  + String.join(", ", seeds.keySet())
                  + "\n  To fix: rename the dependency, or pass the missing seed to"
                  + " Seeder.seeds(...).");
        }
      }
    }
  }

  /** Reference data is everywhere, and nothing it stands on may be missing. */
  private void checkKinds() {
    for (Seed seed : seeds.values()) {
      if (!seed.isReferenceData()) {
        continue;
      }
      for (String needed : needed(seed)) {
        Seed other = seeds.get(needed);
        if (other != null && !other.isReferenceData()) {
          problems.add(
              "Seed \""
                  + seed.name()
                  + "\" is reference data, and depends on the demo seed \""
                  + needed
                  + "\", which does not run everywhere.\n"
                  + "  To fix: let isReferenceData() of both be the same, or remove the"
                  + " dependency.");
        }
      }
      if (seed.environments() != null && !seed.environments().isEmpty()) {
        problems.add(
            "Seed \""
                + seed.name()
                + "\" is reference data, which is for every environment, and names some in"
                + " environments().\n  To fix: let isReferenceData() be false, or environments() be empty.");
      }
    }
  }

  private void sort() {
    var done = new HashSet<String>();
    for (Seed seed : seeds.values()) {
      visit(seed, new LinkedHashSet<>(), done);
    }
  }

  private void visit(Seed seed, Set<String> path, Set<String> done) {
    String name = seed.name();
    if (path.contains(name)) {
      reportCycle(new ArrayList<>(path), name);
      return;
    }
    if (done.contains(name)) {
      return;
    }
    path.add(name);
    for (String needed : needed(seed)) {
      Seed other = seeds.get(needed);
      if (other != null) {
        visit(other, path, done);
      }
    }
    path.remove(name);
    if (done.add(name)) {
      ordered.add(seed);
    }
  }

  private void reportCycle(List<String> path, String name) {
    List<String> cycle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
    cycle.add(name);
    problems.add(
        "Seeds depend on each other in a circle: "
            + String.join(" -> ", cycle)
            + "\n  To fix: remove one of these dependencies.");
  }

  private void identify() {
    for (Seed seed : ordered) {
      identified.put(seed, new Applied(seed.name(), SeedRevision.of(seed, problems)));
    }
  }

  /** Dependencies of one seed run in the order given to the seeder, whatever order the set has. */
  private List<String> needed(Seed seed) {
    Set<String> names = seed.dependsOn();
    if (names == null) {
      return List.of();
    }
    List<String> given = new ArrayList<>(seeds.keySet());
    return names.stream()
        .filter(Objects::nonNull)
        .sorted(
            (a, b) -> {
              int byPlace = Integer.compare(given.indexOf(a), given.indexOf(b));
              return byPlace != 0 ? byPlace : a.compareTo(b);
            })
        .toList();
  }
}
