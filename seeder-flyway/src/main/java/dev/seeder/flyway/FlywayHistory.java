package dev.seeder.flyway;

import java.sql.Connection;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How Flyway's own history is reached. */
final class FlywayHistory {

  private FlywayHistory() {}

  /** Returns jOOQ on Flyway's connection, with names quoted as Flyway quotes them, and silent. */
  static DSLContext dsl(Connection connection, SQLDialect dialect) {
    return DSL.using(
        connection,
        dialect,
        new Settings()
            .withExecuteLogging(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED));
  }

  /** Returns the schema that the configuration puts the history into; null if it names none. */
  static @Nullable String schema(Configuration flyway) {
    if (flyway.getDefaultSchema() != null) {
      return flyway.getDefaultSchema();
    }
    return flyway.getSchemas().length > 0 ? flyway.getSchemas()[0] : null;
  }
}
