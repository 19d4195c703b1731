package dev.seeder.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** The databases on which faults are tried; all can be opened by several processes but H2. */
enum FaultDatabase {
  SQLITE_DELETE(SQLDialect.SQLITE) {
    @Override
    String freshUrl(Path directory) {
      return sqlite(directory, "journal_mode=DELETE");
    }
  },

  SQLITE_WAL(SQLDialect.SQLITE) {
    @Override
    String freshUrl(Path directory) {
      return sqlite(directory, "journal_mode=WAL");
    }
  },

  POSTGRES(SQLDialect.POSTGRES) {
    @Override
    String freshUrl(Path directory) {
      String schema = freshName();
      PostgresServer.execute("create schema " + schema);
      return PostgresServer.url() + "&ApplicationName=" + schema + "&currentSchema=" + schema;
    }

    @Override
    void waitForTheDead(DSLContext dsl) {
      waitFor(
          dsl,
          "select count(*) from pg_stat_activity"
              + " where application_name = current_schema() and pid <> pg_backend_pid()");
    }

    @Override
    void cut(String url) {
      PostgresServer.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
              + schema(url)
              + "'");
    }

    @Override
    void restart() {
      PostgresServer.restart();
    }

    @Override
    void drop(String url) {
      PostgresServer.execute("drop schema " + schema(url) + " cascade");
    }

    private String schema(String url) {
      return url.replaceAll(".*currentSchema=", "");
    }
  },

  MARIADB(SQLDialect.MARIADB) {
    @Override
    String freshUrl(Path directory) {
      String database = freshName();
      MariadbServer.execute("create database " + database);
      return MariadbServer.url(database);
    }

    @Override
    void waitForTheDead(DSLContext dsl) {
      waitFor(
          dsl,
          "select count(*) from information_schema.processlist"
              + " where db = database() and id <> connection_id()");
    }

    @Override
    void cut(String url) {
      MariadbServer.endConnections(name(url));
    }

    @Override
    void restart() {
      MariadbServer.restart();
    }

    @Override
    void drop(String url) {
      MariadbServer.execute("drop database " + name(url));
    }

    private String name(String url) {
      return url.replaceAll(".*/(\\w+)\\?.*", "$1");
    }
  },

  /** A file; what is committed is written at once, as a user who needs that asks for it. */
  H2(SQLDialect.H2) {
    @Override
    String freshUrl(Path directory) {
      return "jdbc:h2:" + directory.resolve(freshName()) + ";WRITE_DELAY=0";
    }
  };

  private final SQLDialect dialect;

  FaultDatabase(SQLDialect dialect) {
    this.dialect = dialect;
  }

  SQLDialect dialect() {
    return dialect;
  }

  boolean isSqlite() {
    return dialect == SQLDialect.SQLITE;
  }

  /** Returns the address of a database that is empty. */
  abstract String freshUrl(Path directory);

  /** Waits until the server has noticed that clients are dead, and has rolled back. */
  void waitForTheDead(DSLContext dsl) {}

  /** Ends the connections to a database, by another one. */
  void cut(String url) {
    throw new UnsupportedOperationException(name());
  }

  /** Stops the server, and starts it again. */
  void restart() {
    throw new UnsupportedOperationException(name());
  }

  /** Gives back what the database holds on to. */
  void drop(String url) {}

  DSLContext dsl(String url) {
    return DSL.using(dataSource(url), dialect);
  }

  /** Returns jOOQ on one connection, to be closed. */
  CloseableDSLContext connect(String url) {
    return DSL.using(url);
  }

  DataSource dataSource(String url) {
    switch (dialect) {
      case POSTGRES -> {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
      }
      case MARIADB -> {
        try {
          return new MariaDbDataSource(url);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
      case H2 -> {
        var source = new JdbcDataSource();
        source.setURL(url);
        return source;
      }
      default -> {
        var source = new SQLiteDataSource();
        source.setUrl(url);
        // in a URL these two are for the DriverManager only
        source.setBusyTimeout(60_000);
        source.setTransactionMode("IMMEDIATE");
        return source;
      }
    }
  }

  static String sqlite(Path directory, String settings) {
    return "jdbc:sqlite:" + directory.resolve(freshName() + ".db") + "?foreign_keys=on&" + settings;
  }

  private static String freshName() {
    return "trial_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static void waitFor(DSLContext dsl, String count) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (dsl.fetchSingle(count).get(0, long.class) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("A session of a dead process is still there after 30 s.");
      }
      Thread.onSpinWait();
    }
  }
}
