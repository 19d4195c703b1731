package scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** A database to fill. The servers are started when first asked for, and end with this process. */
enum Database {
  /** A file, whose connections check foreign keys. */
  SQLITE {
    @Override
    String freshUrl(Path directory) {
      return "jdbc:sqlite:" + file(directory) + "?foreign_keys=on";
    }

    @Override
    void settle(Path directory) {}

    @Override
    void drop(String url, Path directory) {
      try {
        Files.deleteIfExists(file(directory));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    long server(Path directory) {
      return NONE;
    }
  },

  POSTGRES {
    @Override
    String freshUrl(Path directory) {
      String name = freshName();
      execute(PostgresServer.url("postgres"), "create database " + name);
      return PostgresServer.url(name);
    }

    @Override
    void settle(Path directory) {
      execute(PostgresServer.url("postgres"), "checkpoint");
    }

    @Override
    void drop(String url, Path directory) {
      execute(PostgresServer.url("postgres"), "drop database " + nameIn(url));
    }

    @Override
    long server(Path directory) {
      return PostgresServer.pid();
    }
  },

  MARIADB {
    @Override
    String freshUrl(Path directory) {
      String name = freshName();
      execute(MariadbServer.url(directory, ""), "create database " + name);
      return MariadbServer.url(directory, name);
    }

    @Override
    void settle(Path directory) {}

    @Override
    void drop(String url, Path directory) {
      execute(MariadbServer.url(directory, ""), "drop database " + nameIn(url));
    }

    @Override
    long server(Path directory) {
      return MariadbServer.pid(directory);
    }
  };

  /** The process id of a server that is not there. */
  static final long NONE = -1;

  /** Returns the address of a database without tables. */
  abstract String freshUrl(Path directory);

  /** Lets the server finish what it does in the background. */
  abstract void settle(Path directory);

  /** Gives back what the database holds on to. */
  abstract void drop(String url, Path directory);

  /** Returns the process id of the server, or {@link #NONE}. */
  abstract long server(Path directory);

  /** Returns the file of the SQLite database. */
  static Path file(Path directory) {
    return directory.resolve("shop.db");
  }

  private static String freshName() {
    return "shop_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String nameIn(String url) {
    return url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
  }

  private static void execute(String url, String sql) {
    try (CloseableDSLContext dsl = DSL.using(url)) {
      dsl.execute(sql);
    }
  }
}
