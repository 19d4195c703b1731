package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seeder.faults.Invariants.Found;
import dev.seeder.faults.Library.Place;
import dev.seeder.faults.Library.Signals;
import java.nio.file.Path;
import java.util.List;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks, memory and machines that are not as they should be. */
class BrokenSurroundingsTest {

  private static final FaultDatabase DATABASE = FaultDatabase.SQLITE_WAL;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"SEEDER", "FLYWAY"})
  void aDiskThatIsFullLeavesNothing(Way way) {
    String url = prepared(way);

    Throwable failure = fails(way, url + "&max_page_count=40", Signals.NONE);

    assertThat(failure).hasStackTraceContaining("SQLITE_FULL");
    leavesNothingAndGoesOn(way, url);
  }

  @ParameterizedTest
  @CsvSource({"SEEDER", "FLYWAY"})
  void aFileThatIsReadOnlyIsLeftAlone(Way way) {
    String url = prepared(way);

    Throwable failure =
        fails(way, url.replace("jdbc:sqlite:", "jdbc:sqlite:file:") + "&mode=ro", Signals.NONE);

    assertThat(failure).hasStackTraceContaining("SQLITE_READONLY");
    leavesNothingAndGoesOn(way, url);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"SEEDER", "FLYWAY"})
  void memoryThatIsUsedUpInAGeneratorLeavesNothing(Way way) {
    String url = prepared(way);

    Throwable failure =
        fails(
            way,
            url,
            place -> {
              if (place == Place.HALF) {
                throw new OutOfMemoryError("Java heap space");
              }
            });

    assertThat(failure).hasStackTraceContaining("OutOfMemoryError");
    leavesNothingAndGoesOn(way, url);
  }

  @Test
  void theMachinesLanguageTimeZoneAndEncodingChangeNoRow() {
    String here = prepared(Way.SEEDER);
    Way.SEEDER.run(DATABASE.dataSource(here), Signals.NONE);

    for (String language : List.of("tr", "ar")) {
      String there = prepared(Way.SEEDER);
      try (Child child =
          Child.start(
              "-Duser.language=" + language,
              "-Duser.timezone=Asia/Kathmandu",
              "-Dfile.encoding=ISO-8859-1")) {
        child.go(List.of(DATABASE.name(), Way.SEEDER.name(), there));
        assertThat(child.said()).contains("done 0");
      }
      assertThat(content(there)).as(language).isEqualTo(content(here));
    }
  }

  private String prepared(Way way) {
    String url = DATABASE.freshUrl(directory);
    way.prepare(DATABASE.dataSource(url));
    return url;
  }

  private static Throwable fails(Way way, String url, Signals signals) {
    return catchThrowable(() -> way.run(DATABASE.dataSource(url), signals));
  }

  private void leavesNothingAndGoesOn(Way way, String url) {
    assertThat(check(way, url, false)).isEqualTo(Found.NOTHING);
    way.run(DATABASE.dataSource(url), Signals.NONE);
    check(way, url, true);
    String other = prepared(way);
    way.run(DATABASE.dataSource(other), Signals.NONE);
    assertThat(content(url)).isEqualTo(content(other));
  }

  private static Found check(Way way, String url, boolean acknowledged) {
    try (CloseableDSLContext dsl = DATABASE.connect(url)) {
      Invariants checked = Invariants.check(DATABASE, dsl, way, acknowledged);
      assertThat(checked.damage()).isEmpty();
      return checked.found();
    }
  }

  private static String content(String url) {
    try (CloseableDSLContext dsl = DATABASE.connect(url)) {
      return Invariants.content(dsl);
    }
  }
}
