package dev.seeder;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/** What a seeder was told. */
record RunSettings(
    long randomSeed,
    Clock clock,
    Locale locale,
    @Nullable Name history,
    Duration lockWait,
    @Nullable String environment,
    @Nullable String confirmed,
    ProgressWatch progress) {

  RunSettings withRandomSeed(long changed) {
    return new RunSettings(
        changed, clock, locale, history, lockWait, environment, confirmed, progress);
  }

  RunSettings withClock(Clock changed) {
    return new RunSettings(
        randomSeed, changed, locale, history, lockWait, environment, confirmed, progress);
  }

  RunSettings withLocale(Locale changed) {
    return new RunSettings(
        randomSeed, clock, changed, history, lockWait, environment, confirmed, progress);
  }

  RunSettings withHistory(@Nullable Name changed) {
    return new RunSettings(
        randomSeed, clock, locale, changed, lockWait, environment, confirmed, progress);
  }

  RunSettings withLockWait(Duration changed) {
    return new RunSettings(
        randomSeed, clock, locale, history, changed, environment, confirmed, progress);
  }

  RunSettings withEnvironment(@Nullable String changed) {
    return new RunSettings(
        randomSeed, clock, locale, history, lockWait, changed, confirmed, progress);
  }

  RunSettings withConfirmed(String changed) {
    return new RunSettings(
        randomSeed, clock, locale, history, lockWait, environment, changed, progress);
  }

  RunSettings withProgress(ProgressWatch changed) {
    return new RunSettings(
        randomSeed, clock, locale, history, lockWait, environment, confirmed, changed);
  }

  /** Returns the settings with a clock that stands still. */
  RunSettings frozen() {
    return withClock(Clock.fixed(clock.instant(), clock.getZone()));
  }

  /** Returns the code that repeats the generated rows. */
  String repeat() {
    return "Seeder.randomSeed("
        + randomSeed
        + ")"
        + (locale.equals(Locale.ENGLISH)
            ? ""
            : ".locale(Locale.forLanguageTag(\"" + locale.toLanguageTag() + "\"))")
        + (clock.equals(Seeder.DEFAULT_CLOCK)
            ? ""
            : ".clock(Clock.fixed(Instant.parse(\""
                + clock.instant()
                + "\"), ZoneId.of(\""
                + clock.getZone()
                + "\")))");
  }
}
