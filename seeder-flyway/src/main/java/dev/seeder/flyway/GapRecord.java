package dev.seeder.flyway;

import java.sql.Connection;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Closes the gap between the two commits of Flyway on PostgreSQL.
 *
 * <p>There the rows of a migration are committed on one connection, and then its row in Flyway's
 * history on another. A process that ends in between would seed twice. So the migration writes, in
 * its own transaction, how far the history was when it ran: found again with the history no
 * further, Flyway never came to record it.
 */
final class GapRecord {

  private static final Set<SQLDialect> TWO_COMMITS =
      Set.of(SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB);

  private static final String TABLE = "seeder_flyway";

  /** Any number that nobody else locks. */
  private static final long CREATE_LOCK = 0x5EEDE2F17A4L;

  /** What is found when a migration begins. */
  enum Found {
    /** The migration is to run. */
    NOTHING,
    /** Its rows are there, and Flyway does not know. */
    ROWS,
    /** Rows of the same version with other content are there, and Flyway does not know. */
    ROWS_OF_OTHER_CONTENT
  }

  private final DSLContext dsl;
  private final SeedMigration migration;
  private final String historyTable;
  private final String schema;
  private final Name history;
  private final Name records;
  private final int checksum;
  private final int historyRank;

  private GapRecord(DSLContext dsl, SeedMigration migration, Configuration flyway) {
    this.dsl = dsl;
    this.migration = migration;
    this.historyTable = flyway.getTable();
    this.schema = historySchema(flyway);
    this.history = DSL.name(schema, historyTable);
    this.records = DSL.name(schema, TABLE);
    this.checksum = migration.getChecksum();
    this.historyRank =
        Objects.requireNonNull(
            dsl.resultQuery("select coalesce(max(installed_rank), -1) from {0}", history)
                .fetchOne(0, Integer.class));
  }

  /** Looks at a database before a migration runs; returns null where Flyway commits once. */
  static @Nullable GapRecord of(
      SeedMigration migration, Connection connection, SQLDialect dialect, Configuration flyway) {
    if (!TWO_COMMITS.contains(dialect)) {
      return null;
    }
    return new GapRecord(FlywayHistory.dsl(connection, dialect), migration, flyway);
  }

  /** Says what an earlier run of the migration has left. */
  Found found() {
    if (!tableExists()) {
      return Found.NOTHING;
    }
    Record record =
        dsl.resultQuery(
                "select checksum, history_rank from {0} where history_table = {1}"
                    + " and migration = {2}",
                records, DSL.val(historyTable), DSL.val(key()))
            .fetchOne();
    if (record == null || record.get(1, Integer.class) != historyRank) {
      return Found.NOTHING;
    }
    if (record.get(0, Integer.class) == checksum) {
      return Found.ROWS;
    }
    return migration.getVersion() == null ? Found.NOTHING : Found.ROWS_OF_OTHER_CONTENT;
  }

  /** Writes that the migration ran, into the transaction of its rows. */
  void write() {
    if (!tableExists()) {
      // "if not exists" alone fails where two processes create it at once
      if (dsl.dialect() == SQLDialect.POSTGRES) {
        dsl.execute("select pg_advisory_xact_lock({0})", DSL.val(CREATE_LOCK));
      }
      dsl.execute(
          "create table if not exists {0} (history_table text not null, migration text not null,"
              + " checksum integer not null, history_rank integer not null,"
              + " primary key (history_table, migration))",
          records);
    }
    dsl.execute(
        "insert into {0} (history_table, migration, checksum, history_rank)"
            + " values ({1}, {2}, {3}, {4}) on conflict (history_table, migration)"
            + " do update set checksum = excluded.checksum, history_rank = excluded.history_rank",
        records, DSL.val(historyTable), DSL.val(key()), DSL.val(checksum), DSL.val(historyRank));
  }

  /** Returns the statement that makes the database forget that the migration ran. */
  String forget() {
    return dsl.renderInlined(
        DSL.query(
            "delete from {0} where history_table = {1} and migration = {2}",
            records, DSL.inline(historyTable), DSL.inline(key())));
  }

  private String key() {
    return migration.getVersion() == null
        ? "R " + migration.getDescription()
        : "V " + migration.getVersion();
  }

  private boolean tableExists() {
    return dsl.resultQuery(
            "select 1 from pg_catalog.pg_tables where schemaname = {0} and tablename = {1}",
            DSL.val(schema), DSL.val(TABLE))
        .fetch()
        .isNotEmpty();
  }

  private String historySchema(Configuration flyway) {
    String configured = FlywayHistory.schema(flyway);
    if (configured != null) {
      return configured;
    }
    String schema =
        dsl.resultQuery(
                "select n.nspname from pg_catalog.pg_class c"
                    + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                    + " where c.oid = to_regclass(quote_ident({0}))",
                DSL.val(historyTable))
            .fetchOne(0, String.class);
    if (schema == null) {
      throw new FlywayException(
          "Migration \""
              + migration.name()
              + "\" does not find Flyway's history \""
              + historyTable
              + "\" on the search path.\n"
              + "  To fix: name its schema in Flyway's configuration, as in defaultSchema(\"app\").");
    }
    return schema;
  }
}
