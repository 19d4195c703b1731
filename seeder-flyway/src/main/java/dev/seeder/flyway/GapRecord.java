package dev.seeder.flyway;

import java.sql.Connection;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Closes the gap between the two commits of Flyway on PostgreSQL, DuckDB and H2.
 *
 * <p>There the rows of a migration are committed on one connection, and then its row in Flyway's
 * history on another. A process that ends in between would seed twice. So the migration writes, in
 * its own transaction, how far the history was when it ran: found again with the history no
 * further, Flyway never came to record it.
 */
final class GapRecord {

  private static final Set<SQLDialect> TWO_COMMITS =
      Set.of(SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB, SQLDialect.DUCKDB, SQLDialect.H2);

  private static final String TABLE = "seeder_flyway";

  private static final Field<String> HISTORY_TABLE = column("history_table", SQLDataType.VARCHAR);
  private static final Field<String> MIGRATION = column("migration", SQLDataType.VARCHAR);
  private static final Field<Integer> CHECKSUM = column("checksum", SQLDataType.INTEGER);
  private static final Field<Integer> HISTORY_RANK = column("history_rank", SQLDataType.INTEGER);

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
  private final Table<Record> records;
  private final int checksum;
  private final int historyRank;

  private GapRecord(DSLContext dsl, SeedMigration migration, Configuration flyway) {
    this.dsl = dsl;
    this.migration = migration;
    this.historyTable = flyway.getTable();
    this.schema = historySchema(flyway);
    this.records = DSL.table(DSL.name(schema, TABLE));
    Table<Record> history = DSL.table(DSL.name(schema, historyTable));
    this.checksum = migration.getChecksum();
    Field<Integer> rank = column("installed_rank", SQLDataType.INTEGER);
    this.historyRank =
        dsl.select(DSL.coalesce(DSL.max(rank), -1)).from(history).fetchSingle().value1();
  }

  /**
   * Looks at a database before a migration runs; returns null where Flyway commits once, and where
   * the table would have to be made amidst the rows of a group, and would commit them.
   */
  static @Nullable GapRecord of(
      SeedMigration migration, Connection connection, SQLDialect dialect, Configuration flyway) {
    if (!TWO_COMMITS.contains(dialect)) {
      return null;
    }
    var record = new GapRecord(FlywayHistory.dsl(connection, dialect), migration, flyway);
    return flyway.isGroup() && record.commitsFirst() ? null : record;
  }

  /** Returns whether the table is still to be made, and making it commits what is before it. */
  private boolean commitsFirst() {
    return dsl.dialect() == SQLDialect.H2 && !tableExists();
  }

  /** Makes the table where that commits: before the rows, of which none may be committed. */
  void prepare() {
    if (commitsFirst()) {
      createTable();
    }
  }

  /** Says what an earlier run of the migration has left. */
  Found found() {
    if (!tableExists()) {
      return Found.NOTHING;
    }
    Record2<Integer, Integer> found =
        dsl.select(CHECKSUM, HISTORY_RANK).from(records).where(isOwn()).fetchOne();
    if (found == null || found.value2() != historyRank) {
      return Found.NOTHING;
    }
    if (found.value1() == checksum) {
      return Found.ROWS;
    }
    return migration.getVersion() == null ? Found.NOTHING : Found.ROWS_OF_OTHER_CONTENT;
  }

  /** Writes that the migration ran, into the transaction of its rows. */
  void write() {
    if (!tableExists()) {
      createTable();
    }
    int updated =
        dsl.update(records)
            .set(CHECKSUM, checksum)
            .set(HISTORY_RANK, historyRank)
            .where(isOwn())
            .execute();
    if (updated == 0) {
      dsl.insertInto(records)
          .set(HISTORY_TABLE, historyTable)
          .set(MIGRATION, key())
          .set(CHECKSUM, checksum)
          .set(HISTORY_RANK, historyRank)
          .execute();
    }
  }

  private void createTable() {
    // "if not exists" alone fails where two processes create it at once
    if (dsl.dialect() == SQLDialect.POSTGRES) {
      dsl.execute("select pg_advisory_xact_lock({0})", DSL.val(CREATE_LOCK));
    }
    dsl.execute(
        "create table if not exists {0} ({1} varchar not null, {2} varchar not null,"
            + " {3} integer not null, {4} integer not null, primary key ({1}, {2}))",
        records, HISTORY_TABLE, MIGRATION, CHECKSUM, HISTORY_RANK);
  }

  /** Returns the statement that makes the database forget that the migration ran. */
  String forget() {
    return dsl.renderInlined(DSL.deleteFrom(records).where(isOwn()));
  }

  private Condition isOwn() {
    return HISTORY_TABLE.eq(historyTable).and(MIGRATION.eq(key()));
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return DSL.field(DSL.name(name), type);
  }

  private String key() {
    return migration.getVersion() == null
        ? "R " + migration.getDescription()
        : "V " + migration.getVersion();
  }

  private boolean tableExists() {
    return dsl.resultQuery(
            "select 1 from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = {0} and TABLE_NAME = {1}",
            DSL.val(schema), DSL.val(TABLE))
        .fetch()
        .isNotEmpty();
  }

  private String historySchema(Configuration flyway) {
    String configured = FlywayHistory.schema(flyway);
    if (configured != null) {
      return configured;
    }
    String schema = currentSchema();
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

  /** Returns the schema in which an unqualified name finds the history; null if none does. */
  private @Nullable String currentSchema() {
    if (dsl.dialect() == SQLDialect.H2 || dsl.dialect() == SQLDialect.DUCKDB) {
      return dsl.select(DSL.currentSchema()).fetchSingle().value1();
    }
    return dsl.resultQuery(
            "select n.nspname from pg_catalog.pg_class c"
                + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                + " where c.oid = to_regclass(quote_ident({0}))",
            DSL.val(historyTable))
        .fetchOne(0, String.class);
  }
}
