package scale;

import java.util.Locale;

/** A way of filling the tables. */
enum Way {
  /** Factories of Seeder, run by its own runner. */
  SEEDER,
  /** The same in a Flyway migration, which makes the tables too. */
  FLYWAY,
  /** jOOQ's batches of values by Datafaker's calls. */
  HANDWRITTEN,
  /** JDBC's batches of rows that are read from a file. */
  JDBC,
  /** The loader that the database has for a file of finished rows. */
  LIMIT;

  boolean isBySeeder() {
    return this == SEEDER || this == FLYWAY;
  }

  /** Returns whether the way is there: MariaDB cannot roll back the tables of a migration. */
  boolean runsOn(Database database) {
    return this != FLYWAY || database != Database.MARIADB;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
