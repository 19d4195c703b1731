package dev.seeder.files;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of the run's clock, in UTC, such as {@code now} or {@code today-P1M}. */
record Moments(Clock clock) {

  private static final Pattern MOMENT =
      Pattern.compile("(now|today)(?:([+-])(P(?:[0-9]+[YMWD])*)(T(?:[0-9]+[HMS])+)?)?");

  /** Returns whether a text is meant to be one, rightly or not. */
  static boolean isMeant(String text) {
    return text.startsWith("now") || text.startsWith("today");
  }

  OffsetDateTime read(String text) throws Misread {
    try {
      Matcher parts = MOMENT.matcher(text);
      if (parts.matches()) {
        OffsetDateTime moment = moved(begin(parts.group(1)), parts);
        if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
          return moment;
        }
      }
    } catch (DateTimeException | ArithmeticException e) {
      // it is told below
    }
    throw new Misread(
        "takes a moment of the run's clock as now, today, today-P1M or now+P1DT2H30M, in the years"
            + " 1 to 9999.");
  }

  /** Parts of a second are cut: columns have more of them or fewer. */
  private OffsetDateTime begin(String word) {
    return clock
        .instant()
        .atOffset(ZoneOffset.UTC)
        .truncatedTo(word.equals("now") ? ChronoUnit.SECONDS : ChronoUnit.DAYS);
  }

  private static OffsetDateTime moved(OffsetDateTime begin, Matcher parts) {
    if (parts.group(3) == null) {
      return begin;
    }
    boolean back = parts.group(2).equals("-");
    String time = parts.group(4);
    Duration duration = time == null ? Duration.ZERO : Duration.parse("P" + time);
    Period period =
        time != null && parts.group(3).equals("P") ? Period.ZERO : Period.parse(parts.group(3));
    return back ? begin.minus(period).minus(duration) : begin.plus(period).plus(duration);
  }
}
