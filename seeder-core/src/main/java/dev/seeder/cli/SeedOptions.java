package dev.seeder.cli;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which seeds a command is about, and how they make their rows. */
final class SeedOptions {

  private final Program program;

  @Mixin private final EnvironmentOptions environment = new EnvironmentOptions();

  @Option(
      names = "--only",
      paramLabel = "SEED",
      split = ",",
      description = "Only these seeds, and those that they depend on.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--random-seed",
      paramLabel = "N",
      description = "The number that drives everything random.")
  private @Nullable Long randomSeed;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = "The language of names and texts, such as de or pt-BR.")
  private @Nullable String locale;

  SeedOptions(Program program) {
    this.program = program;
  }

  /** Returns what makes a seeder of one on the database; mistakes are told before it is opened. */
  UnaryOperator<Seeder> seeder(Common common) {
    environment.check(common);
    List<Seed> seeds = only.isEmpty() ? program.seeds() : chosen(common);
    Locale language = locale == null ? null : language(locale, common);
    return seeder -> {
      Seeder numbered = randomSeed == null ? seeder : seeder.randomSeed(randomSeed);
      Seeder speaking = language == null ? numbered : numbered.locale(language);
      return environment.set(speaking).seeds(seeds);
    };
  }

  private static Locale language(String tag, Common common) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw common.mistake(
          "\"" + tag + "\" is no language.\n  Expected: a tag such as de or pt-BR");
    }
  }

  private List<Seed> chosen(Common common) {
    List<String> names = program.seeds().stream().map(Seed::name).toList();
    Set<String> wanted = new TreeSet<>();
    for (String name : only) {
      if (!names.contains(name)) {
        throw common.mistake(
            "There is no seed \"" + name + "\".\n  " + Spelling.hint(name, names, "Seeds"));
      }
      add(name, wanted);
    }
    return program.seeds().stream().filter(seed -> wanted.contains(seed.name())).toList();
  }

  private void add(String name, Set<String> wanted) {
    if (wanted.add(name)) {
      program.seeds().stream()
          .filter(seed -> name.equals(seed.name()))
          .flatMap(seed -> seed.dependsOn().stream())
          .forEach(needed -> add(needed, wanted));
    }
  }
}
