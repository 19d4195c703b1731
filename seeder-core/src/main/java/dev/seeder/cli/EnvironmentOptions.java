package dev.seeder.cli;

import dev.seeder.Seeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command is, and that it may be there. */
final class EnvironmentOptions {

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "The environment, such as staging; see SEEDER_ENVIRONMENT.")
  private @Nullable String environment;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The name of the database, where its mark or rows speak against it.")
  private @Nullable String confirmed;

  Seeder set(Seeder seeder) {
    Seeder there = environment == null ? seeder : seeder.environment(environment);
    return confirmed == null ? there : there.confirm(confirmed);
  }

  /** Returns what is wrong; null if nothing is. */
  @Nullable String mistake() {
    return environment != null && environment.isBlank()
        ? "The environment is blank.\n  Expected: a name, as in --env staging"
        : null;
  }
}
