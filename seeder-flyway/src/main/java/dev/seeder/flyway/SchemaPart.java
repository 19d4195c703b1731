package dev.seeder.flyway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** The part of a migration that makes the schema: its script, then its Java code. */
final class SchemaPart {

  /** Where what a failed migration created is rolled back with its rows. */
  private static final Set<SQLDialect> TRANSACTIONAL =
      Set.of(
          SQLDialect.SQLITE,
          SQLDialect.POSTGRES,
          SQLDialect.DUCKDB,
          SQLDialect.DERBY,
          SQLDialect.FIREBIRD);

  private final SeedMigration migration;
  private final SQLDialect dialect;
  private final SchemaConnection connection;

  SchemaPart(SeedMigration migration, Connection connection, SQLDialect dialect) {
    this(
        migration,
        connection,
        dialect,
        TRANSACTIONAL.contains(dialect) || migration.acceptsImplicitCommits()
            ? null
            : implicitCommits(migration, dialect));
  }

  /**
   * Makes the part.
   *
   * @param refusal what to throw at its first statement; null where it may have some
   */
  SchemaPart(
      SeedMigration migration,
      Connection connection,
      SQLDialect dialect,
      @Nullable FlywayException refusal) {
    this.migration = migration;
    this.dialect = dialect;
    this.connection = new SchemaConnection(connection, migration, refusal);
  }

  /** Returns the schema script of a migration, null where it has none. */
  static @Nullable ClassPathFile script(SeedMigration migration) {
    String script = migration.schemaScript();
    return script == null
        ? null
        : new ClassPathFile(
            script, "Migration \"" + migration.name() + "\"", List.of(migration.getClass()));
  }

  void run() throws IOException, SQLException {
    ClassPathFile script = script(migration);
    if (script != null) {
      run(script);
    }
    connection.at("schema(dsl)");
    DSLContext dsl =
        DSL.using(
            new DefaultConfiguration()
                .set(connection.guarded())
                .set(dialect)
                .set(new RefusedTransactions(connection)));
    FlywayException failed = null;
    try {
      migration.schema(dsl);
    } catch (Throwable failure) {
      // an Error too: Flyway would commit what was done before it
      failed = failed("schema(dsl)", failure);
    }
    FlywayException refused = connection.refusal();
    if (refused != null) {
      throw refused;
    }
    if (failed != null) {
      throw failed;
    }
  }

  private void run(ClassPathFile script) throws IOException, SQLException {
    List<SqlScript.Statement> statements = SqlScript.split(script.name(), text(script), dialect);
    for (SqlScript.Statement statement : statements) {
      String where = "\"" + script.name() + "\", line " + statement.line();
      connection.at(where);
      connection.check(statement.sql());
      try (Statement jdbc = connection.guarded().createStatement()) {
        jdbc.execute(statement.sql());
      } catch (SQLException e) {
        throw failed(where, e);
      }
    }
  }

  private String text(ClassPathFile script) throws IOException {
    try (InputStream content = script.open()) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new FlywayException(
          "Script \""
              + script.name()
              + "\" of migration \""
              + migration.name()
              + "\" is not UTF-8.\n"
              + "  To fix: save it as UTF-8.",
          e);
    }
  }

  private FlywayException failed(String where, Throwable failure) {
    return new FlywayException(
        "Migration \"" + migration.name() + "\" failed in " + where + ".", failure);
  }

  private static FlywayException implicitCommits(SeedMigration migration, SQLDialect dialect) {
    return new FlywayException(
        "Migration \""
            + migration.name()
            + "\" has not run: "
            + dialect.getName()
            + " commits at each schema statement, so a failure would leave half a schema behind.\n"
            + "  To fix: put the schema in an SQL migration of its own, and the seeds in the next"
            + " version;\n"
            + "  or override acceptsImplicitCommits(), where a half-made database can be thrown"
            + " away.\n"
            + "  Flyway has recorded the failure: run its \"repair\" before the next \"migrate\".");
  }
}
