package dev.seeder.flyway;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** How Flyway's own history is reached. */
final class FlywayHistory {

  /** Where Flyway's history has whole seconds. */
  private static final Set<SQLDialect> WHOLE_SECONDS = Set.of(SQLDialect.MYSQL, SQLDialect.MARIADB);

  private static final Field<String> TYPE = DSL.field(DSL.name("type"), SQLDataType.VARCHAR);

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

  /** Returns the table of the history. */
  static Table<Record> table(Configuration flyway) {
    String schema = schema(flyway);
    Name name = DSL.name(flyway.getTable());
    return DSL.table(schema == null ? name : DSL.name(DSL.name(schema), name));
  }

  /**
   * Returns whether the history began no longer ago than this, so that all rows are of this run of
   * Flyway; never so where the history began with a baseline, on what was there.
   */
  static boolean beganWithin(
      Duration time, Connection connection, SQLDialect dialect, Configuration flyway) {
    DSLContext dsl = dsl(connection, dialect);
    Table<Record> history = table(flyway);
    if (dialect == SQLDialect.POSTGRES
        && dsl.fetchValue("select to_regclass({0})", DSL.inline(dsl.render(history))) == null) {
      return false;
    }
    Record2<LocalDateTime, LocalDateTime> began =
        dsl.select(
                DSL.min(DSL.field(DSL.name("installed_on"), SQLDataType.LOCALDATETIME)),
                DSL.currentLocalDateTime())
            .from(history)
            .where(TYPE.ne(DSL.inline("SCHEMA")))
            .fetchSingle();
    if (began.value1() == null || dsl.fetchExists(history, TYPE.eq(DSL.inline("BASELINE")))) {
      return false;
    }
    Duration resolution = WHOLE_SECONDS.contains(dialect) ? Duration.ofSeconds(1) : Duration.ZERO;
    return began.value1().plus(time).plus(resolution).isAfter(began.value2());
  }

  /** Returns the schema that the configuration puts the history into; null if it names none. */
  static @Nullable String schema(Configuration flyway) {
    if (flyway.getDefaultSchema() != null) {
      return flyway.getDefaultSchema();
    }
    return flyway.getSchemas().length > 0 ? flyway.getSchemas()[0] : null;
  }
}
