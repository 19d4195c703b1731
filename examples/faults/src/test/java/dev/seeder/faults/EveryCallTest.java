package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seeder.SeedException;
import dev.seeder.faults.FailingCalls.Fault;
import dev.seeder.faults.Invariants.Found;
import dev.seeder.faults.Library.Signals;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A failure at any call to the driver leaves all of a seed or nothing, and says which.
 *
 * <p>There are as many trials as calls times faults. In each build every n-th of them is done, from
 * a drawn one on, and in the long form all.
 */
class EveryCallTest {

  private static final List<Fault> FAULTS = List.of(Fault.values());

  @TempDir Path directory;

  private final Map<Found, Integer> tally = new EnumMap<>(Found.class);
  private final Set<String> calls = new TreeSet<>();
  private String whole;

  static Stream<Arguments> everywhere() {
    return Stream.of(FaultDatabase.values())
        .flatMap(database -> Way.RIGHT.stream().map(way -> arguments(database, way)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void leavesAllOrNothingAndSaysWhich(FaultDatabase database, Way way) throws SQLException {
    int calls = uninterrupted(database, way);
    int trials = calls * FAULTS.size();
    long randomSeed = Trials.randomSeed(0);
    String what = "%s, %s, random seed %d".formatted(database, way, randomSeed);
    var all = new SoftAssertions();
    int done = 0;

    int first = new Random(randomSeed).nextInt(Trials.step());
    for (int trial = first; trial < trials; trial += Trials.step()) {
      int at = 1 + trial / FAULTS.size();
      Fault fault = FAULTS.get(trial % FAULTS.size());
      all.check(() -> fail(database, way, at, fault, what));
      done++;
    }

    Trials.print(
        "%s: %d calls, %d trials of %d, %s, at %s"
            .formatted(what, calls, done, trials, tally, this.calls));
    all.assertThat(done).as(what).isPositive();
    all.assertAll();
  }

  private int uninterrupted(FaultDatabase database, Way way) throws SQLException {
    SeededDatabase seeded = prepared(database, way);
    var counting = new FailingCalls(seeded.source(), 0, Fault.THROW, () -> {});
    way.run(counting.dataSource(), Signals.NONE);
    assertThat(counting.allReturned()).isTrue();
    seeded.check(true, "uninterrupted");
    whole = seeded.content();
    seeded.drop();
    return counting.calls();
  }

  private SeededDatabase prepared(FaultDatabase database, Way way) {
    String url = database.freshUrl(directory);
    if (database.isSqlite()) {
      url += "&synchronous=NORMAL"; // no process is killed here, and hundreds of files are written
    }
    return new SeededDatabase(database, way, url);
  }

  private void fail(FaultDatabase database, Way way, int at, Fault fault, String what)
      throws SQLException {
    SeededDatabase seeded = prepared(database, way);
    DataSource source = seeded.source();
    var other = new Thread(() -> way.run(source, Signals.NONE));
    var failing = new FailingCalls(source, at, fault, () -> start(other));
    String message = null;
    try {
      way.run(failing.dataSource(), Signals.NONE);
    } catch (RuntimeException e) {
      message = messages(e);
    }
    if (way.isFlyway()) {
      failing.giveBack(); // Flyway keeps one of its connections where the other one breaks
    }
    join(other);
    String trial = "%s, call %d %s: %s: %s".formatted(what, at, failing.name(), fault, message);
    calls.add(failing.name());

    assertThat(failing.allReturned()).as(trial).isTrue();
    Found found = seeded.check(message == null, trial);
    tally.merge(found, 1, Integer::sum);
    if (message != null && message.contains("was rolled back")) {
      assertThat(found).as(trial).isEqualTo(Found.NOTHING);
    }
    if (fault == Fault.DELAY) {
      assertThat(message).as(trial).isNull();
    }
    assertThatCode(() -> way.runAgain(source)).as(trial).doesNotThrowAnyException();
    seeded.check(true, trial + ", after the next run");
    assertThat(seeded.content()).as(trial + ", all rows").isEqualTo(whole);
    seeded.drop();
  }

  /** Returns the messages of a failure and of its causes. */
  static String messages(Throwable failure) {
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
}
