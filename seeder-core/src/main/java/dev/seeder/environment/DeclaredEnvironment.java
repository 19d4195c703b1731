package dev.seeder.environment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The environment of a run, as somebody has declared it: never guessed from a name. */
public final class DeclaredEnvironment {

  static final String PROPERTY = "seeder.environment";
  static final String VARIABLE = "SEEDER_ENVIRONMENT";

  private DeclaredEnvironment() {}

  /**
   * Returns what was given in code or, without that, what the system property or else the
   * environment variable says; null if none does. What is blank says nothing.
   */
  public static @Nullable String of(@Nullable String given) {
    return of(given, System::getProperty, System::getenv);
  }

  static @Nullable String of(
      @Nullable String given,
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> variables) {
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    String property = properties.apply(PROPERTY);
    if (property != null && !property.isBlank()) {
      return property.strip();
    }
    String variable = variables.apply(VARIABLE);
    return variable == null || variable.isBlank() ? null : variable.strip();
  }
}
