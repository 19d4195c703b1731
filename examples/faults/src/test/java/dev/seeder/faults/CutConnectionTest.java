package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.faults.FailingCalls.Fault;
import dev.seeder.faults.Invariants.Found;
import dev.seeder.faults.Library.Place;
import dev.seeder.faults.Library.Signals;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Connections that the server ends, and servers that are stopped and started again at any moment,
 * leave all of a seed or nothing of it, and the next run is as if nothing had happened.
 *
 * <p>Four databases are seeded at once, one for each right way; each of them is a trial of its own.
 */
class CutConnectionTest {

  private static final int MORE = 20;
  private static final List<Place> PLACES = List.of(Place.START, Place.HALF, Place.LAST);

  @TempDir Path directory;

  private final Map<Found, Integer> tally = new EnumMap<>(Found.class);
  private String whole;
  private int failed;

  /** What is cut: the connections of the seed, by another one, or the whole server. */
  enum Cut {
    CONNECTIONS,
    SERVER
  }

  /** A database that is seeded in a thread of its own. */
  private final class Victim {

    final SeededDatabase seeded;
    final FailingCalls connections;
    final Thread thread;
    volatile String message;

    Victim(FaultDatabase database, Way way, Signals signals) {
      this.seeded = new SeededDatabase(database, way, database.freshUrl(directory));
      this.connections = new FailingCalls(seeded.source(), 0, Fault.THROW, () -> {});
      this.thread = new Thread(() -> run(signals));
    }

    private void run(Signals signals) {
      try {
        seeded.way().run(connections.dataSource(), signals);
      } catch (RuntimeException e) {
        message = EveryCallTest.messages(e);
      }
    }

    void isAllOrNothing(String trial) throws SQLException {
      connections.giveBack();
      String what = trial + ", " + seeded.way() + ": " + message;
      Found found = seeded.check(message == null, what);
      tally.merge(found, 1, Integer::sum);
      failed += message == null ? 0 : 1;
      if (message != null && message.contains("was rolled back")) {
        assertThat(found).as(what).isEqualTo(Found.NOTHING);
      }
      seeded.way().runAgain(seeded.source());
      seeded.check(true, what + ", after the next run");
      String content = seeded.content();
      assertThat(content).as(what + ", all rows").isEqualTo(whole == null ? content : whole);
      whole = content;
      seeded.drop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, CONNECTIONS",
    "POSTGRES, SERVER",
    "MARIADB, CONNECTIONS",
    "MARIADB, SERVER"
  })
  void leavesAllOrNothingAndTheNextRunIsExact(FaultDatabase database, Cut cut) throws Exception {
    cut(database, null, new Random(0), "undisturbed");
    tally.clear();
    int cuts = 0;
    // a drawn moment may be after the last one has ended
    for (; cuts < Trials.kills() || (failed == 0 && cuts < Trials.kills() + MORE); cuts++) {
      long randomSeed = Trials.randomSeed(cuts);
      String trial = "%s, %s, random seed %d".formatted(database, cut, randomSeed);
      cut(database, cut, new Random(randomSeed), trial);
    }

    Trials.print(
        "%s, %s: %d cuts, %d runs failed, %s".formatted(database, cut, cuts, failed, tally));
    assertThat(failed).as("runs that were cut").isPositive();
  }

  /** Cuts at a drawn moment after one of the seeds came to a drawn place; null does not. */
  private void cut(FaultDatabase database, Cut cut, Random random, String trial) throws Exception {
    int first = random.nextInt(Way.RIGHT.size());
    Place place = PLACES.get(random.nextInt(PLACES.size()));
    long delay = (long) (random.nextDouble() * 15_000_000);
    var reached = new CountDownLatch(1);
    List<Victim> victims = new ArrayList<>();
    for (Way way : Way.RIGHT) {
      boolean tells = way == Way.RIGHT.get(first);
      victims.add(
          new Victim(
              database,
              way,
              at -> {
                if (tells && at == place) {
                  reached.countDown();
                }
              }));
    }
    victims.forEach(victim -> victim.thread.start());
    reached.await();
    if (cut != null) {
      long end = System.nanoTime() + delay;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      if (cut == Cut.SERVER) {
        database.restart();
      } else {
        victims.forEach(victim -> database.cut(victim.seeded.url()));
      }
    }
    for (Victim victim : victims) {
      victim.thread.join();
    }
    for (Victim victim : victims) {
      victim.isAllOrNothing(trial);
    }
  }
}
