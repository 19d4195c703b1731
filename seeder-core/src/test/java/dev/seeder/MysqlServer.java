package dev.seeder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A MySQL, started when the first test needs it, and stopped with the process. Only where the build
 * was asked for it, as an artifact holds it for two platforms only and it needs libaio.
 */
final class MysqlServer {

  private static final String SERVER = "/mysql-Linux-amd64.tar.gz";

  private MysqlServer() {}

  /** Returns the address of a database of the server; the empty name is that of none. */
  static String url(String database) {
    assumeTrue(
        MysqlServer.class.getResource(SERVER) != null, "only with -Pmysql, see CONTRIBUTING.md");
    return "jdbc:mysql://localhost:"
        + Started.PORT
        + "/"
        + database
        + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true"
        + "&sessionVariables=sql_mode=concat(@@sql_mode,',ANSI_QUOTES')";
  }

  private static final class Started {
    static final int PORT = start();

    static int start() {
      try {
        int port = freePort();
        String process = System.getProperty("seeder.test.process", "");
        Path home = new File("target/mysql" + process).getAbsoluteFile().toPath();
        Path data = Files.createTempDirectory(Files.createDirectories(home), "data");
        Files.delete(data);
        unpack(home);
        Process made = mysqld(home, data, List.of("--initialize-insecure"));
        if (!made.waitFor(300, TimeUnit.SECONDS) || made.exitValue() != 0) {
          throw new IllegalStateException(
              "mysqld could not be started, which needs libaio.so.1: see " + home + "/log");
        }
        Process server =
            mysqld(
                home, data, List.of("--port=" + port, "--socket=" + data + "/s", "--mysqlx=OFF"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        await(port, server);
        return port;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    private static void unpack(Path home) throws IOException, InterruptedException {
      Path archive = home.resolve("server.tar.gz");
      if (!Files.exists(archive)) {
        try (InputStream content = MysqlServer.class.getResourceAsStream(SERVER)) {
          Files.copy(content, archive);
        }
        new ProcessBuilder("tar", "xzf", archive.toString(), "-C", home.toString())
            .inheritIO()
            .start()
            .waitFor();
      }
    }

    private static Process mysqld(Path home, Path data, List<String> more) throws IOException {
      var command = new ArrayList<String>();
      command.add(home.resolve("bin/mysqld").toString());
      command.addAll(List.of("--no-defaults", "--basedir=" + home, "--datadir=" + data));
      command.add("--lc-messages-dir=" + home.resolve("share"));
      command.add("--innodb-flush-log-at-trx-commit=0");
      if (System.getProperty("user.name").equals("root")) {
        command.add("--user=root");
      }
      command.addAll(more);
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
          .start();
    }

    private static void await(int port, Process server) throws InterruptedException {
      for (int attempt = 1; ; attempt++) {
        try (var dsl =
            DSL.using("jdbc:mysql://localhost:" + port + "/?user=root&sslMode=DISABLED")) {
          dsl.fetch("select 1");
          return;
        } catch (DataAccessException e) {
          if (attempt == 300 || !server.isAlive()) {
            throw e;
          }
          Thread.sleep(200);
        }
      }
    }
  }
}
