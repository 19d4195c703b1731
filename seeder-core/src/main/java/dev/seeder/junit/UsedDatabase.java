package dev.seeder.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What one test uses; its database is opened when it is asked for. JUnit closes it with the store
 * of the test, behind all extensions: Spring's rolls back after the test.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
final class UsedDatabase implements AutoCloseable, CloseableResource {

  private final PreparedState state;
  private final boolean readOnly;
  private @Nullable OpenDatabase database;

  UsedDatabase(PreparedState state, boolean readOnly) {
    this.state = state;
    this.readOnly = readOnly;
  }

  PreparedState state() {
    return state;
  }

  OpenDatabase database() {
    if (database == null) {
      database = readOnly ? state.openReadOnly() : state.open();
    }
    return database;
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
