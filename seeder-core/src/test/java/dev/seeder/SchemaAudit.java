package dev.seeder;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Checks on the rows themselves that they keep the rules of their tables, by plain SQL.
 *
 * <p>It reads the catalogs on its own, so that a mistake of the main code shows.
 */
final class SchemaAudit {

  private SchemaAudit() {}

  /**
   * Returns what is wrong in the tables of the current schema, and of the others given, as
   * sentences; empty if nothing is.
   */
  static List<String> violations(DSLContext dsl, List<String> moreSchemas) {
    List<AuditRule> rules = rules(dsl, moreSchemas);
    return dsl.connectionResult(
        connection -> {
          List<String> violations = new ArrayList<>();
          for (AuditRule rule : rules) {
            long rows = count(connection, rule.count());
            if (rows > 0) {
              violations.add(rule.broken(rows));
            }
          }
          return violations;
        });
  }

  /** Returns the rules of the tables, each once. */
  static List<AuditRule> rules(DSLContext dsl, List<String> moreSchemas) {
    return Stream.concat(Stream.of(currentSchema(dsl)), moreSchemas.stream())
        .flatMap(schema -> rules(dsl, schema).stream())
        .distinct()
        .toList();
  }

  private static List<AuditRule> rules(DSLContext dsl, String schema) {
    return switch (dsl.family()) {
      case SQLITE -> new SqliteAudit(dsl).rules();
      case H2 -> new H2Audit(dsl, schema).rules();
      case POSTGRES -> new PostgresAudit(dsl, schema).rules();
      case MARIADB -> new MariaDbAudit(dsl, schema).rules();
      default -> throw new IllegalArgumentException("No catalog of " + dsl.family() + " is known.");
    };
  }

  private static String currentSchema(DSLContext dsl) {
    return switch (dsl.family()) {
      case H2, POSTGRES -> dsl.fetchSingle("select current_schema").get(0, String.class);
      case MARIADB -> dsl.fetchSingle("select database()").get(0, String.class);
      default -> "main";
    };
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new SQLException("The audit cannot run: " + sql, e);
    }
  }
}
