package dev.seeder.junit;

import org.jspecify.annotations.Nullable;

/** What one test uses; its database is opened when it is asked for. */
final class UsedDatabase implements AutoCloseable {

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
