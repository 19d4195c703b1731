package dev.seeder;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.environment.ServerIdentity;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a database remembers of where it is: the one row of a table of ours.
 *
 * @param environment what was declared; empty if nothing was, so that it is for demo data, and
 *     local
 * @param server what tells the database from its copies elsewhere; empty if nothing does
 */
record EnvironmentMark(String environment, String server) {

  static final OwnTable OWN = new OwnTable(name("seeder_environment"));

  private static final Table<Record> TABLE = table(OWN.name());
  private static final Field<String> ENVIRONMENT =
      field(name("environment"), VARCHAR(200).notNull());
  private static final Field<String> SERVER = field(name("server"), VARCHAR(200).notNull());

  /** Reads the mark; null if there is none. */
  static @Nullable EnvironmentMark read(DSLContext dsl) {
    if (!OWN.exists(dsl)) {
      return null;
    }
    Record2<String, String> row = dsl.select(ENVIRONMENT, SERVER).from(TABLE).fetchAny();
    return row == null ? null : new EnvironmentMark(row.value1(), row.value2());
  }

  /** Creates the table, unless it is there. */
  static void create(DSLContext dsl) {
    if (OWN.exists(dsl)) {
      return;
    }
    OWN.lockCreation(dsl);
    dsl.createTableIfNotExists(TABLE).columns(ENVIRONMENT, SERVER, markedAt(dsl)).execute();
  }

  /** Writes the mark in place of the one that is there. */
  void write(DSLContext dsl) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    dsl.deleteFrom(TABLE).execute();
    dsl.insertInto(TABLE)
        .columns(ENVIRONMENT, SERVER, markedAt(dsl))
        .values(environment, server, now)
        .execute();
  }

  private boolean isFor(@Nullable String declared) {
    return environment.isEmpty()
        || (declared != null && environment.strip().equalsIgnoreCase(declared.strip()));
  }

  /** Returns whether the mark was written in this database, and not in one it is a copy of. */
  boolean isOf(String liveServer) {
    return server.isEmpty() || liveServer.isEmpty() || server.equals(liveServer);
  }

  /**
   * Returns what speaks against a run on this database, to be said behind its name; null if nothing
   * does.
   *
   * @param declared the environment of the run; null for none
   */
  @Nullable String against(@Nullable String declared, DSLContext dsl) {
    String called = environment.isEmpty() ? "" : " \"" + environment + "\"";
    if (!isFor(declared)) {
      return "which is marked" + called;
    }
    return isOf(ServerIdentity.of(dsl))
        ? null
        : "whose mark" + called + " was written on another server, so that it is a copy";
  }

  /** DuckDB's timestamps have no precision that could be told. */
  private static Field<LocalDateTime> markedAt(DSLContext dsl) {
    return field(
        name("marked_at"), dsl.family() == SQLDialect.DUCKDB ? LOCALDATETIME : LOCALDATETIME(3));
  }
}
