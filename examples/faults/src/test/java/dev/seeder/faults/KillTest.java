package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.faults.Invariants.Found;
import dev.seeder.faults.Library.Place;
import dev.seeder.faults.Library.Signals;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed at any moment leave all of a seed or nothing of it, and the next run is
 * as if nothing had happened.
 *
 * <p>Each process runs the seed on four databases at once, one for each right way; each of them is
 * a trial of its own. Those in parts are killed three times on their way.
 */
class KillTest {

  private static final int KILLS_IN_PARTS = 3;

  @TempDir Path directory;

  private final Deque<Child> waiting = new ArrayDeque<>();
  private final Map<Found, Integer> tally = new EnumMap<>(Found.class);
  private String whole;
  private long span;

  /** A database on its way through the kills. */
  private final class Victim {

    final SeededDatabase seeded;
    int kills;

    Victim(FaultDatabase database, Way way) {
      this.seeded = new SeededDatabase(database, way, database.freshUrl(directory));
    }

    /** Looks at what a kill has left; returns whether it was the last one here. */
    boolean survives(boolean acknowledged, String trial) {
      kills++;
      Way way = seeded.way();
      Found found = seeded.check(acknowledged, trial);
      tally.merge(found, 1, Integer::sum);
      Trials.print(trial + " left " + found);
      if (found != Found.EVERYTHING && kills < (way.isInParts() ? KILLS_IN_PARTS : 1)) {
        return false;
      }
      way.run(seeded.source(), Signals.NONE);
      seeded.check(true, trial + ", after the next run");
      assertThat(seeded.content()).as(trial + ", all rows").isEqualTo(whole);
      seeded.drop();
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource(FaultDatabase.class)
  void leavesAllOrNothingAndTheNextRunIsExact(FaultDatabase database) {
    int kills = database.isSqlite() ? Trials.kills() * 5 / 2 : Trials.kills();
    waiting.add(Child.start());
    List<Victim> victims = new ArrayList<>(fresh(database));
    waiting.add(Child.start());
    uninterrupted(victims);
    victims = new ArrayList<>(fresh(database));

    for (int kill = 0; kill < kills; kill++) {
      long randomSeed = Trials.randomSeed(kill);
      String trial = database + ", random seed " + randomSeed;
      List<String> said = kill(victims, new Random(randomSeed), kill % 4 == 3);
      for (int i = 0; i < victims.size(); i++) {
        Victim victim = victims.get(i);
        Way way = victim.seeded.way();
        if (victim.survives(said.contains("done " + i), trial + ", " + way)) {
          victims.set(i, new Victim(database, way));
        }
      }
    }

    victims.forEach(victim -> victim.seeded.drop());
    Trials.print(database + ": " + kills + " kills, " + tally);
  }

  @AfterEach
  void stop() {
    waiting.forEach(Child::close);
  }

  private List<Victim> fresh(FaultDatabase database) {
    return Way.RIGHT.stream().map(way -> new Victim(database, way)).toList();
  }

  /** Runs the seeds to their end, to know how long that takes, and what the rows are then. */
  private void uninterrupted(List<Victim> victims) {
    try (Child child = waiting.remove()) {
      child.go(words(victims));
      child.await("START");
      long start = System.nanoTime();
      assertThat(child.said()).contains("done 0", "done 1", "done 2", "done 3");
      span = System.nanoTime() - start;
    }
    for (Victim victim : victims) {
      victim.seeded.check(true, "uninterrupted, " + victim.seeded.way());
      String content = victim.seeded.content();
      assertThat(whole == null ? content : whole).isEqualTo(content);
      whole = content;
      victim.seeded.drop();
    }
  }

  /** Kills at a drawn moment after one of the seeds began, or soon after it has done its last. */
  private List<String> kill(List<Victim> victims, Random random, boolean late) {
    waiting.add(Child.start());
    try (Child child = waiting.remove()) {
      child.go(words(victims));
      child.await((late ? Place.LAST : Place.START) + " " + random.nextInt(victims.size()));
      long end = System.nanoTime() + (long) (random.nextDouble() * (late ? 15_000_000 : span));
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return child.kill();
    }
  }

  private static List<String> words(List<Victim> victims) {
    return victims.stream()
        .map(victim -> victim.seeded)
        .flatMap(each -> Stream.of(each.database().name(), each.way().name(), each.url()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"RECORDED_BEFORE", "RECORDED_AFTER", "PROGRESS_AFTER"})
  void damageIsFoundWhereTheRecordIsCommittedApart(Way wrong) {
    Invariants checked = killedBetweenTransactions(wrong, FaultDatabase.SQLITE_WAL);

    assertThat(checked.damage()).singleElement().asString().contains("record do not agree");
  }

  private Invariants killedBetweenTransactions(Way way, FaultDatabase database) {
    String url = database.freshUrl(directory);
    way.prepare(database.dataSource(url));
    try (Child child = Child.start(Place.BETWEEN.name())) {
      child.go(List.of(database.name(), way.name(), url));
      child.await(Place.BETWEEN.name());
      child.kill();
    }
    try (CloseableDSLContext dsl = database.connect(url)) {
      return Invariants.check(database, dsl, way, false);
    }
  }

  @Test
  void whatWasSaidToBeAppliedAndIsNotThereIsFound() {
    FaultDatabase database = FaultDatabase.SQLITE_DELETE;
    String url = database.freshUrl(directory);
    Way.SEEDER.prepare(database.dataSource(url));

    try (CloseableDSLContext dsl = database.connect(url)) {
      assertThat(Invariants.check(database, dsl, Way.SEEDER, true).damage())
          .singleElement()
          .asString()
          .startsWith("was said to be applied, and is not recorded");
    }
  }
}
