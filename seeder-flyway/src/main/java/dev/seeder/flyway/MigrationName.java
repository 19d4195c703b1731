package dev.seeder.flyway;

import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway knows a migration by.
 *
 * @param version the version, null for a repeatable migration
 * @param description the description; empty where the name of a versioned class has none
 */
record MigrationName(@Nullable MigrationVersion version, String description) {

  private static final Pattern VERSION = Pattern.compile("[0-9]+([._][0-9]+)*");
  private static final String SEPARATOR = "__";

  static MigrationName versioned(String version, String description) {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "Version \""
              + version
              + "\" of a seed migration is not a Flyway version.\n"
              + "  Expected: numbers with dots between them, such as 2 or 2.1");
    }
    return new MigrationName(MigrationVersion.fromVersion(version), description);
  }

  static MigrationName repeatable(String description) {
    if (description.isBlank()) {
      throw new IllegalArgumentException(
          "A repeatable seed migration has no description, and Flyway knows it by nothing else.\n"
              + "  Expected: a few words, such as \"demo data\"");
    }
    return new MigrationName(null, description);
  }

  /** Reads the name of a class the way Flyway does. */
  static MigrationName of(Class<?> type) {
    String name = type.getSimpleName();
    int separator = name.indexOf(SEPARATOR);
    String prefixAndVersion = separator < 0 ? name : name.substring(0, separator);
    String description =
        separator < 0 ? "" : name.substring(separator + SEPARATOR.length()).replace('_', ' ');
    if (prefixAndVersion.equals("R") && !description.isBlank()) {
      return repeatable(description);
    }
    if (prefixAndVersion.startsWith("V")
        && VERSION.matcher(prefixAndVersion.substring(1)).matches()) {
      return versioned(prefixAndVersion.substring(1), description);
    }
    throw new FlywayException(
        "Class \""
            + type.getName()
            + "\" is a seed migration, but its name is not one of Flyway's.\n"
            + "  Expected: V<version>__<description> or R__<description>,"
            + " such as V1__Bookstore, V2_1__Demo_books or R__Demo_data\n"
            + "  To fix: rename the class; there are two underscores before the description.");
  }

  /** Returns the name as Flyway prints it. */
  @Override
  public String toString() {
    if (version == null) {
      return description;
    }
    return description.isEmpty() ? version.toString() : version + " - " + description;
  }
}
