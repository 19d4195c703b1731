package dev.seeder.cli;

import dev.seeder.Seeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command is, and that it may be there. */
final class EnvironmentOptions {

  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The name of the database, where its mark or rows speak against it.")
  private @Nullable String confirmed;

  /** Tells a mistake, before a database is opened. */
  void check(Common common) {
    environment.check(common);
  }

  Seeder set(Seeder seeder) {
    Seeder there = environment.set(seeder);
    return confirmed == null ? there : there.confirm(confirmed);
  }
}
