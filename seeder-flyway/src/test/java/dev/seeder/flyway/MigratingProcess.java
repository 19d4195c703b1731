package dev.seeder.flyway;

import static dev.seeder.flyway.Bookstore.insertBooks;
import static dev.seeder.flyway.Bookstore.withScript;

import dev.seeder.Seed;
import dev.seeder.flyway.WatchedCommits.Action;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.jdbc.DriverDataSource;

/** A process of its own that migrates a database. */
final class MigratingProcess {

  static final int BOOKS = 500;

  /** What the process does. */
  enum Mode {
    /** Waits for a line of input, migrates, and prints how many migrations it executed. */
    MIGRATE,
    /** Prints a line in the middle of the seed, and waits for ever. */
    WAIT_HALF_WAY,
    /** Ends at once after the commit that follows the seed. */
    HALT_AFTER_THE_ROWS
  }

  private MigratingProcess() {}

  /** Starts a process. */
  static Process start(Mode mode, String url) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            classPath,
            MigratingProcess.class.getName(),
            mode.name(),
            url)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Migrates. */
  public static void main(String[] arguments) throws Exception {
    Mode mode = Mode.valueOf(arguments[0]);
    var seeded = new AtomicBoolean();
    Seed books =
        Seed.of(
            "books",
            seed -> {
              insertBooks(seed, BOOKS);
              if (mode == Mode.WAIT_HALF_WAY) {
                await();
              }
              seeded.set(true);
            });
    var database =
        new DriverDataSource(
            MigratingProcess.class.getClassLoader(), null, arguments[1], null, null);
    Flyway flyway =
        Flyway.configure()
            .dataSource(mode == Mode.HALT_AFTER_THE_ROWS ? halting(database, seeded) : database)
            .loggers(RecordingLog.class.getName())
            .locations(FlywayTest.NO_LOCATION)
            .javaMigrations(withScript("db/bookstore.sql", books))
            .load();
    if (mode == Mode.MIGRATE) {
      System.out.println("ready");
      System.in.read();
    }
    System.out.println("executed " + flyway.migrate().migrationsExecuted);
  }

  private static void await() {
    System.out.println("half way");
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource halting(DataSource database, AtomicBoolean seeded) {
    return WatchedCommits.of(
        database,
        Action.NONE,
        () -> {
          if (seeded.get()) {
            Runtime.getRuntime().halt(3);
          }
        });
  }
}
