package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs that start at once on an empty database apply each seed once, and all end well. */
class ConcurrentStartTest {

  private static final int THREADS = 8;

  @Nested
  class OnSqlite extends ConcurrentStart {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(2);
    }

    @Test
    void processes() throws Exception {
      startProcesses(1);
    }
  }

  @Nested
  class OnH2 extends ConcurrentStart {
    OnH2() {
      super(TestDatabase.H2);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(5);
    }
  }

  @Nested
  class OnPostgres extends ConcurrentStart {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(20);
    }

    @Test
    void processes() throws Exception {
      startProcesses(1);
    }
  }

  @Nested
  class OnAServerOfH2 extends ConcurrentStart {

    private final Server server;

    OnAServerOfH2() throws SQLException {
      super(TestDatabase.H2);
      server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    @Override
    String address(String fresh) {
      return fresh.replace("jdbc:h2:mem:", "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:");
    }

    @Test
    void processes() throws Exception {
      startProcesses();
    }

    @Override
    @AfterEach
    void dropTables() {
      super.dropTables();
      server.stop();
    }
  }

  /** In the memory of one process; readers wait for whoever writes. */
  @Nested
  class OnHsqldb extends ConcurrentStart {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(5);
    }
  }

  @Nested
  class OnHsqldbWithVersions extends OnHsqldb {
    @Override
    String address(String fresh) {
      return fresh + ";hsqldb.tx=mvcc";
    }
  }

  /** A file of one process; whoever meets another writer is refused, and begins anew. */
  @Nested
  class OnDuckdb extends ConcurrentStart {

    OnDuckdb() {
      super(TestDatabase.DUCKDB);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(5);
    }
  }

  @Nested
  class OnMariadb extends ConcurrentStartOnAServer {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }
  }

  @Nested
  class ByTheDriverOfMysql extends ConcurrentStartOnAServer {
    ByTheDriverOfMysql() {
      super(TestDatabase.MARIADB);
    }

    @Override
    String address(String fresh) {
      return MariadbServer.byMysql(fresh);
    }
  }

  @Nested
  class OnMysql extends ConcurrentStartOnAServer {
    OnMysql() {
      super(TestDatabase.MYSQL);
    }
  }

  abstract static class ConcurrentStartOnAServer extends ConcurrentStart {
    ConcurrentStartOnAServer(TestDatabase database) {
      super(database);
    }

    @Test
    void threads() throws InterruptedException {
      startThreads(5);
    }

    @Test
    void processes() throws Exception {
      startProcesses(1);
    }
  }

  abstract static class ConcurrentStart extends DatabaseContract {

    ConcurrentStart(TestDatabase database) {
      super(database);
    }

    /** Starts threads so many times, or as often as {@code seeder.rounds} says. */
    void startThreads(int usual) throws InterruptedException {
      for (int round = 0; round < Integer.getInteger("seeder.rounds", usual); round++) {
        startThreads();
        anew();
      }
    }

    private void startThreads() throws InterruptedException {
      var start = new CyclicBarrier(THREADS);
      var outcomes = new ConcurrentLinkedQueue<String>();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < THREADS; i++) {
        Seeder seeder = Seeder.of(dsl).seeds(ChildProcess.seeds(() -> {}));
        threads.add(
            new Thread(
                () -> {
                  try {
                    start.await();
                    outcomes.addAll(outcomes(seeder.run()));
                  } catch (Exception e) {
                    outcomes.add(e + " " + e.getCause());
                  }
                }));
      }

      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }

      assertAppliedOnce(outcomes, THREADS);
    }

    /** Starts processes so many times, or as often as {@code seeder.rounds} says. */
    void startProcesses(int usual) throws Exception {
      for (int round = 0; round < Integer.getInteger("seeder.rounds", usual); round++) {
        startProcesses();
        anew();
      }
    }

    private void anew() {
      dropTables();
      createTables();
    }

    void startProcesses() throws Exception {
      var outcomes = new ArrayList<String>();
      try (ChildProcess one = ChildProcess.start(database, url, "race");
          ChildProcess other = ChildProcess.start(database, url, "race")) {
        assertThat(one.line()).isEqualTo("ready");
        assertThat(other.line()).isEqualTo("ready");
        one.goOn();
        other.goOn();
        for (ChildProcess child : List.of(one, other)) {
          for (String line = child.line(); line != null; line = child.line()) {
            outcomes.add(line);
          }
        }
      }

      assertAppliedOnce(outcomes, 2);
    }

    private void assertAppliedOnce(Iterable<String> outcomes, int runs) {
      var expected = new ArrayList<>(List.of("countries APPLIED", "customers APPLIED"));
      expected.addAll(Collections.nCopies(runs - 1, "countries UNCHANGED"));
      expected.addAll(Collections.nCopies(runs - 1, "customers UNCHANGED"));
      assertThat(outcomes).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(1);
      assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(2_000);
      assertThat(recorded()).containsExactly("countries 1", "customers 1");
    }
  }
}
