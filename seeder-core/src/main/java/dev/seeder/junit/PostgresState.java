package dev.seeder.junit;

import dev.seeder.SeedReport;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A database of a PostgreSQL server that each test gets a copy of.
 *
 * <p>Its comment is the day of its last use and the report. It is made under another name, and
 * renamed when it is whole. The names of databases that a killed process leaves begin with a day,
 * by which a later run knows those that nobody uses any more.
 */
final class PostgresState implements PreparedState {

  private static final String PREFIX = "seeder_";
  private static final int KEPT_DAYS = 7;

  private final BaseDataSource server;
  private final DSLContext dsl;
  private final String name;
  private final boolean kept;
  private final String strategy;
  private final SeedReport report;
  private @Nullable OpenDatabase shared;

  private PostgresState(
      BaseDataSource server, DSLContext dsl, String name, boolean kept, SeedReport report) {
    this.server = server;
    this.dsl = dsl;
    this.name = name;
    this.kept = kept;
    this.report = report;
    // by the log: the other way, the only one before version 15, waits for checkpoints
    int version = dsl.fetchSingle("select current_setting('server_version_num')").get(0, int.class);
    this.strategy = version >= 150_000 ? " strategy wal_log" : "";
  }

  /**
   * Returns the state of a name, which is made if the server does not have it.
   *
   * @param prepare fills a database, and returns what was done
   */
  static PostgresState of(
      DataSource given, String digest, boolean kept, Function<DataSource, SeedReport> prepare) {
    BaseDataSource server = server(given);
    DSLContext dsl = DSL.using(given, SQLDialect.POSTGRES);
    String name = PREFIX + digest;
    SeedReport found = find(dsl, name);
    SeedReport report = found == null ? make(server, dsl, name, prepare) : found;
    return new PostgresState(server, dsl, name, kept, report);
  }

  private static BaseDataSource server(DataSource given) {
    try {
      return given instanceof BaseDataSource own ? own : given.unwrap(BaseDataSource.class);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "The databases of tests on PostgreSQL cannot be reached by a \""
              + given.getClass().getName()
              + "\".\n"
              + "  Expected: a data source that tells user and password, as each test has another"
              + " database\n"
              + "  To fix: supply an org.postgresql.ds.PGSimpleDataSource, and no pool.",
          e);
    }
  }

  private static @Nullable SeedReport find(DSLContext dsl, String name) {
    String comment =
        dsl.fetchOptional(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = {0}",
                DSL.val(name))
            .map(row -> row.get(0, String.class))
            .orElse(null);
    if (comment == null) {
      return null;
    }
    SeedReport report = ReportText.read(comment.substring(comment.indexOf(' ')));
    if (!comment.startsWith(today() + " ")) {
      remember(dsl, name, report);
    }
    return report;
  }

  private static SeedReport make(
      BaseDataSource server,
      DSLContext dsl,
      String name,
      Function<DataSource, SeedReport> prepare) {
    removeOld(dsl);
    String making = temporaryName();
    execute(dsl, "create database {0}", making);
    try {
      DataSource made = database(server, making);
      SeedReport report = prepare.apply(made);
      forgetServer(DSL.using(made, SQLDialect.POSTGRES));
      remember(dsl, making, report);
      rename(dsl, making, name);
      return report;
    } finally {
      drop(dsl, making);
    }
  }

  /** Lets the mark be that of any copy: seeds that a test runs are refused on a foreign one. */
  private static void forgetServer(DSLContext dsl) {
    if (dsl.fetchValue("select to_regclass('seeder_environment')") != null) {
      dsl.execute("update seeder_environment set server = ''");
    }
  }

  private static void rename(DSLContext dsl, String from, String to) {
    try {
      execute(dsl, "alter database {0} with allow_connections false", from);
      dsl.execute("alter database {0} rename to {1}", DSL.name(from), DSL.name(to));
    } catch (DataAccessException e) {
      if (find(dsl, to) == null) {
        throw e;
      }
      // another process was first, with the same content
    }
  }

  private static void remember(DSLContext dsl, String name, SeedReport report) {
    dsl.execute(
        "comment on database {0} is {1}",
        DSL.name(name), DSL.inline(today() + " " + ReportText.write(report)));
  }

  /** Drops states whose last use, and test databases whose making, is some days ago. */
  private static void removeOld(DSLContext dsl) {
    String oldest = today().minusDays(KEPT_DAYS).toString();
    for (var database :
        dsl.fetch(
            "select datname, shobj_description(oid, 'pg_database') from pg_database"
                + " where datname like 'seeder\\_%'")) {
      String name = database.get(0, String.class);
      String comment = database.get(1, String.class);
      String day = comment == null ? name.substring(PREFIX.length()) : comment;
      if (day.matches("\\d{4}-\\d\\d-\\d\\d[ _].*") && day.compareTo(oldest) < 0) {
        drop(dsl, name);
      }
    }
  }

  private static String temporaryName() {
    return PREFIX + today() + "_" + UUID.randomUUID();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @Override
  public SeedReport report() {
    return report;
  }

  @Override
  public OpenDatabase open() {
    String copy = copy();
    return new OpenDatabase(database(server, copy), SQLDialect.POSTGRES, () -> drop(dsl, copy));
  }

  @Override
  public synchronized OpenDatabase openReadOnly() {
    if (shared == null) {
      String copy = copy();
      execute(dsl, "alter database {0} set default_transaction_read_only = on", copy);
      shared = new OpenDatabase(database(server, copy), SQLDialect.POSTGRES, () -> drop(dsl, copy));
    }
    return new OpenDatabase(shared.dataSource(), SQLDialect.POSTGRES, () -> {});
  }

  private String copy() {
    String copy = temporaryName();
    dsl.execute("create database {0} template {1}" + strategy, DSL.name(copy), DSL.name(name));
    return copy;
  }

  private static DataSource database(BaseDataSource server, String name) {
    var database = new PGSimpleDataSource();
    database.setUrl(server.getUrl());
    database.setUser(server.getUser());
    database.setPassword(server.getPassword());
    database.setDatabaseName(name);
    return database;
  }

  private static void drop(DSLContext dsl, String name) {
    execute(dsl, "drop database if exists {0} with (force)", name);
  }

  private static void execute(DSLContext dsl, String sql, String database) {
    Name quoted = DSL.name(database);
    dsl.execute(sql, quoted);
  }

  @Override
  public synchronized void close() {
    if (shared != null) {
      shared.close();
    }
    if (!kept) {
      drop(dsl, name);
    }
  }
}
