package dev.seeder.cli;

import dev.seeder.Seeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command is. */
final class EnvironmentOption {

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "The environment, such as staging; see SEEDER_ENVIRONMENT.")
  private @Nullable String environment;

  /** Tells a mistake, before a database is opened. */
  void check(Common common) {
    if (environment != null && environment.isBlank()) {
      throw common.mistake("The environment is blank.\n  Expected: a name, as in --env staging");
    }
  }

  Seeder set(Seeder seeder) {
    return environment == null ? seeder : seeder.environment(environment);
  }
}
