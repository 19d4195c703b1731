package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seeder.SeedException;
import dev.seeder.faults.FailingCalls.Fault;
import dev.seeder.faults.Invariants.Found;
import dev.seeder.faults.Library.Signals;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure at any call to the driver leaves all of a seed or nothing, and says which. */
class EveryCallTest {

  @TempDir Path directory;

  private final Map<Found, Integer> tally = new EnumMap<>(Found.class);
  private final Set<String> calls = new LinkedHashSet<>();
  private String whole;

  @ParameterizedTest
  @CsvSource({
    "SQLITE_WAL, SEEDER", "SQLITE_WAL, SEEDER_IN_PARTS", "H2, SEEDER", "H2, SEEDER_IN_PARTS",
    "POSTGRES, SEEDER", "POSTGRES, SEEDER_IN_PARTS", "MARIADB, SEEDER", "MARIADB, SEEDER_IN_PARTS"
  })
  void leavesAllOrNothingAndSaysWhich(FaultDatabase database, Way way) throws SQLException {
    assumeTrue(Trials.everywhere() || database.isSqlite(), "only in the long form");
    int last = uninterrupted(database, way);

    for (int at = 1; at <= last; at++) {
      for (Fault fault : faults(at)) {
        fail(database, way, at, fault);
      }
    }

    Trials.print("%s, %s: %d calls, %s, at %s".formatted(database, way, last, tally, calls));
  }

  /** Returns all faults in the long form, and else one, in turn. */
  private static List<Fault> faults(int at) {
    List<Fault> all = List.of(Fault.values());
    return Trials.everywhere() ? all : List.of(all.get(at % all.size()));
  }

  private int uninterrupted(FaultDatabase database, Way way) throws SQLException {
    String url = prepared(database, way);
    var counting = new FailingCalls(database.dataSource(url), 0, Fault.THROW, () -> {});
    way.run(counting.dataSource(), Signals.NONE);
    assertThat(counting.allReturned()).isTrue();
    check(database, way, url, true, "uninterrupted");
    whole = content(database, url);
    database.drop(url);
    return counting.calls();
  }

  private String prepared(FaultDatabase database, Way way) {
    String url = database.freshUrl(directory);
    if (database.isSqlite()) {
      url += "&synchronous=NORMAL"; // no process is killed here, and hundreds of files are written
    }
    way.prepare(database.dataSource(url));
    return url;
  }

  private void fail(FaultDatabase database, Way way, int at, Fault fault) throws SQLException {
    String url = prepared(database, way);
    DataSource source = database.dataSource(url);
    var other = new Thread(() -> way.run(source, Signals.NONE));
    var failing = new FailingCalls(source, at, fault, () -> start(other));
    String message = null;
    try {
      way.run(failing.dataSource(), Signals.NONE);
    } catch (RuntimeException e) {
      message = messages(e);
    }
    join(other);
    String trial =
        "%s, %s, call %d %s: %s: %s".formatted(database, way, at, failing.name(), fault, message);
    calls.add(failing.name());

    assertThat(failing.allReturned()).as(trial).isTrue();
    Found found = check(database, way, url, message == null, trial);
    tally.merge(found, 1, Integer::sum);
    if (message != null && message.contains("its transaction was rolled back")) {
      assertThat(found).as(trial).isEqualTo(Found.NOTHING);
    }
    if (fault == Fault.DELAY) {
      assertThat(message).as(trial).isNull();
    }
    way.run(source, Signals.NONE);
    check(database, way, url, true, trial + ", after the next run");
    assertThat(content(database, url)).as(trial + ", all rows").isEqualTo(whole);
    database.drop(url);
  }

  private static String messages(Throwable failure) {
    var all = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      all.append(at instanceof SeedException ? "" : at.getClass().getSimpleName() + " ")
          .append(at.getMessage())
          .append('\n');
    }
    return all.toString();
  }

  private static void start(Thread other) {
    other.start();
    try {
      other.join(30); // it may have to wait for us
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Found check(
      FaultDatabase database, Way way, String url, boolean acknowledged, String trial) {
    try (CloseableDSLContext dsl = database.connect(url)) {
      database.waitForTheDead(dsl);
      Invariants checked = Invariants.check(database, dsl, way, acknowledged);
      assertThat(checked.damage()).as(trial).isEmpty();
      return checked.found();
    }
  }

  private static String content(FaultDatabase database, String url) {
    try (CloseableDSLContext dsl = database.connect(url)) {
      return Invariants.content(dsl);
    }
  }
}
