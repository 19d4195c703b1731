package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;

/** What the tests on a database have in common: a fresh one, and Flyway on it. */
abstract class FlywayTest {

  static final String HISTORY = "flyway_schema_history";

  /** A location without migrations: Flyway looks into its default one if it is given none. */
  static final String NO_LOCATION = "classpath:seeds";

  DataSource dataSource;
  DSLContext dsl;

  /** Returns an empty database. */
  abstract DataSource freshDatabase() throws Exception;

  abstract SQLDialect dialect();

  @BeforeEach
  void open() throws Exception {
    dataSource = freshDatabase();
    dsl = DSL.using(dataSource, dialect());
    RecordingLog.LINES.clear();
  }

  /** Returns Flyway on the database, with these migrations only. */
  Flyway flyway(JavaMigration... migrations) {
    return configuration(NO_LOCATION).javaMigrations(migrations).load();
  }

  /** Returns Flyway on the database, with the table of books as version 1. */
  Flyway flywayAfterSchema(JavaMigration... migrations) {
    return configuration("classpath:sql").javaMigrations(migrations).load();
  }

  FluentConfiguration configuration(String... locations) {
    return Flyway.configure()
        .dataSource(dataSource)
        .loggers(RecordingLog.class.getName())
        .locations(locations);
  }

  static AbstractThrowableAssert<?, ?> assertThatMigrateFails(Flyway flyway) {
    return assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class);
  }

  /** Returns the names of all tables but Flyway's. */
  List<String> tables() {
    String sql =
        switch (dialect()) {
          case SQLITE -> "select name from sqlite_master where type = 'table' order by 1";
          case MARIADB ->
              "select table_name from information_schema.tables where table_schema = database()"
                  + " order by 1";
          case DUCKDB -> "select table_name from duckdb_tables() where not temporary order by 1";
          case POSTGRES -> "select tablename from pg_tables where schemaname = 'public' order by 1";
          default ->
              "select table_name from INFORMATION_SCHEMA.TABLES where table_schema = 'PUBLIC'"
                  + " order by 1";
        };
    List<String> tables = new ArrayList<>(dsl.fetch(sql).getValues(0, String.class));
    tables.remove(HISTORY);
    return tables;
  }

  /** Returns the column script of the migrations that succeeded, by version or description. */
  Map<String, String> history() {
    Map<String, String> scripts = new LinkedHashMap<>();
    dsl.fetch(
            "select coalesce(\"version\", \"description\"), \"script\" from \"flyway_schema_history\""
                + " where \"success\" and \"type\" in ('SQL', 'JDBC') order by \"installed_rank\"")
        .forEach(row -> scripts.put(row.get(0, String.class), row.get(1, String.class)));
    return scripts;
  }

  int bookCount() {
    return dsl.fetchCount(Bookstore.BOOK);
  }
}
