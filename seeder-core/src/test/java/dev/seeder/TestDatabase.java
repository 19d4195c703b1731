package dev.seeder;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.duckdb.DuckDBDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** The databases of the tests: all real, all started by the tests themselves. */
public enum TestDatabase {
  /** A file, whose connections check foreign keys. */
  SQLITE(SQLDialect.SQLITE) {
    @Override
    public String freshUrl(Path directory) {
      return "jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".db") + "?foreign_keys=on";
    }

    @Override
    public DataSource dataSource(String url) {
      var source = new SQLiteDataSource();
      source.setUrl(url);
      return source;
    }
  },

  /** In the memory of this process. */
  H2(SQLDialect.H2) {
    @Override
    public String freshUrl(Path directory) {
      return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public DataSource dataSource(String url) {
      var source = new JdbcDataSource();
      source.setURL(url);
      return source;
    }

    @Override
    public void drop(DSLContext dsl) {
      dsl.execute("drop all objects delete files");
    }
  },

  /** In the memory of this process, too: one of the databases that are read by JDBC alone. */
  HSQLDB(SQLDialect.HSQLDB) {
    @Override
    public String freshUrl(Path directory) {
      return "jdbc:hsqldb:mem:" + UUID.randomUUID();
    }

    @Override
    public DataSource dataSource(String url) {
      var source = new JDBCDataSource();
      source.setUrl(url);
      return source;
    }

    @Override
    public void drop(DSLContext dsl) {
      dsl.execute("shutdown");
    }
  },

  /** A file; one of the databases that are read by JDBC alone, and one without savepoints. */
  DUCKDB(SQLDialect.DUCKDB) {
    @Override
    public String freshUrl(Path directory) {
      return "jdbc:duckdb:" + directory.resolve(UUID.randomUUID() + ".duckdb");
    }

    @Override
    public DataSource dataSource(String url) {
      OpenFile.keep(url);
      return new DuckDBDataSource(url);
    }
  },

  /** A server of this process, a schema per test. */
  POSTGRES(SQLDialect.POSTGRES) {
    @Override
    public String freshUrl(Path directory) {
      String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
      EmbeddedPostgres server = Server.INSTANCE;
      DSL.using(server.getPostgresDatabase(), dialect()).createSchema(schema).execute();
      return "jdbc:postgresql://localhost:"
          + server.getPort()
          + "/postgres?user=postgres&password=top-secret&currentSchema="
          + schema;
    }

    @Override
    public DataSource dataSource(String url) {
      var source = new PGSimpleDataSource();
      source.setUrl(url);
      return source;
    }

    @Override
    public void drop(DSLContext dsl) {
      dsl.execute(
          "drop schema {0} cascade",
          DSL.name(dsl.fetchValue("select current_schema()").toString()));
    }
  },

  /**
   * A server of this process, a database per test; names are quoted as in the standard. The address
   * says which driver is taken, its own or MySQL's.
   */
  MARIADB(SQLDialect.MARIADB) {
    @Override
    public String freshUrl(Path directory) {
      String name = "test_" + UUID.randomUUID().toString().replace("-", "");
      DSL.using(dataSource(MariadbServer.url("")), dialect()).execute("create database " + name);
      return MariadbServer.url(name);
    }

    @Override
    public DataSource dataSource(String url) {
      if (url.startsWith("jdbc:mysql:")) {
        var source = new MysqlDataSource();
        source.setUrl(url);
        return source;
      }
      try {
        return new MariaDbDataSource(url);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void drop(DSLContext dsl) {
      dsl.execute("drop database {0}", DSL.name(dsl.fetchValue("select database()").toString()));
    }
  },

  /** A server of this process where the build was asked for one, a database per test. */
  MYSQL(SQLDialect.MYSQL) {
    @Override
    public String freshUrl(Path directory) {
      String name = "test_" + UUID.randomUUID().toString().replace("-", "");
      DSL.using(dataSource(MysqlServer.url("")), dialect()).execute("create database " + name);
      return MysqlServer.url(name);
    }

    @Override
    public DataSource dataSource(String url) {
      return MARIADB.dataSource(url);
    }

    @Override
    public void drop(DSLContext dsl) {
      MARIADB.drop(dsl);
    }
  };

  /** The newest file of DuckDB, kept open as by a pool: its last connection writes it all. */
  private static final class OpenFile {
    private static Connection newest;

    private OpenFile() {}

    static synchronized void keep(String url) {
      try {
        Connection before = newest;
        newest = DriverManager.getConnection(url);
        if (before != null) {
          before.close();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Started when the first test needs it, and stopped with the process. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "60")
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final SQLDialect dialect;

  TestDatabase(SQLDialect dialect) {
    this.dialect = dialect;
  }

  public SQLDialect dialect() {
    return dialect;
  }

  /** Returns the address of a database that is empty; it works in another process too, but H2's. */
  public abstract String freshUrl(Path directory);

  public abstract DataSource dataSource(String url);

  /** Gives back what the database holds on to. */
  public void drop(DSLContext dsl) {}
}
