package dev.seeder.flyway;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The seeds that no code hands to Flyway: those of a host, and those named in service files.
 *
 * @param ofHost the seeds that the host knows, such as beans
 * @param settings what the host sets on their seeder
 * @param noDemo why demo seeds cannot run, as the first line and the remedy of a message; null if
 *     they can
 */
record FoundSeeds(
    Supplier<List<Seed>> ofHost, UnaryOperator<Seeder> settings, @Nullable Refusal noDemo) {

  /** What a host without seeds of its own finds. */
  static final FoundSeeds BY_SERVICE_FILE = new FoundSeeds(List::of, seeder -> seeder, null);

  /** The placeholder that says whether seeds are found. */
  static final String FIND = "seederfind";

  /** Why demo seeds cannot run, in two lines of a message. */
  record Refusal(String reason, String remedy) {}

  /**
   * Returns the migration of the seeds that are found and held by no other migration; null if none
   * are found.
   *
   * <p>Without seeds where they are turned off or others hold them all: Flyway fails on a migration
   * that it has applied and does not find.
   */
  @Nullable FoundMigration migration(Configuration flyway, Collection<SeedMigration> others) {
    boolean on = isOn(flyway);
    List<Seed> found = on ? found(flyway.getClassLoader()) : List.of();
    List<Seed> held =
        found.isEmpty() && noDemo == null
            ? List.of()
            : others.stream().flatMap(each -> each.declaredSeeds().stream()).toList();
    Set<String> names = names(held);
    // by name: what a class path or a framework lists first differs between machines
    List<Seed> left =
        found.stream()
            .filter(seed -> !names.contains(seed.name()))
            .sorted(comparing(Seed::name, nullsFirst(naturalOrder())))
            .toList();
    if (noDemo != null) {
      refuseDemo(noDemo, held, left);
    }
    return on && found.isEmpty() ? null : new FoundMigration(left, settings);
  }

  private List<Seed> found(ClassLoader loader) {
    var found = new ArrayList<>(ofHost.get());
    Set<String> names = names(found);
    try {
      for (Seed seed : ServiceLoader.load(Seed.class, loader)) {
        if (!names.contains(seed.name())) {
          found.add(seed);
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new FlywayException(
          "A seed that a file META-INF/services/dev.seeder.Seed names cannot be made.\n"
              + "  Found: "
              + (e.getCause() == null ? e.getMessage() : e.getMessage() + ", " + e.getCause())
              + "\n  Expected: the full name of a public class that implements Seed and has a public"
              + " constructor without parameters",
          e);
    }
    return found;
  }

  private static Set<String> names(List<Seed> seeds) {
    return seeds.stream().map(Seed::name).collect(Collectors.toSet());
  }

  private static boolean isOn(Configuration flyway) {
    String value = RunEnvironment.placeholder(flyway, FIND);
    if (value == null || value.equals("true")) {
      return true;
    }
    if (value.equals("false")) {
      return false;
    }
    throw new FlywayException(
        "Flyway's placeholder \"" + FIND + "\" is \"" + value + "\".\n  Expected: true or false");
  }

  private static void refuseDemo(Refusal refusal, List<Seed> held, List<Seed> left) {
    String demo =
        Stream.of(held, left)
            .flatMap(List::stream)
            .filter(seed -> !seed.isReferenceData())
            .map(Seed::name)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!demo.isEmpty()) {
      throw new FlywayException(
          refusal.reason() + "\n  Demo seeds: " + demo + "\n  To fix: " + refusal.remedy());
    }
  }
}
