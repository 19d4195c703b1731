package dev.seeder.files;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Reads dates and times as ISO 8601 writes them; a space will do for the T between them. */
final class Times {

  private static final String NOTHING = "";

  private Times() {}

  static LocalDate date(String text) throws Misread {
    return parse(dated(text), LocalDate::parse, "a date, such as 2026-01-31.");
  }

  static LocalTime time(String text) throws Misread {
    return parse(text, LocalTime::parse, "a time, such as 18:30 or 18:30:15.");
  }

  static OffsetTime offsetTime(String text) throws Misread {
    return parse(text, OffsetTime::parse, "a time with its offset, such as 18:30Z or 18:30+02:00.");
  }

  static LocalDateTime dateTime(String text) throws Misread {
    return parse(
        dated(text), LocalDateTime::parse, "a date and time, such as 2026-01-31T18:30:15.");
  }

  static OffsetDateTime moment(String text) throws Misread {
    return parse(
        dated(text),
        OffsetDateTime::parse,
        "a date and time with its offset, such as 2026-01-31T18:30:15Z or"
            + " 2026-01-31T18:30:15+02:00.");
  }

  /** Years are of four digits, as some databases know no others; there is none 0. */
  private static String dated(String text) {
    if (text.length() < 10 || text.charAt(4) != '-' || text.startsWith("0000")) {
      return NOTHING;
    }
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
  }

  private static <T> T parse(String text, Function<String, T> parser, String expected)
      throws Misread {
    try {
      return parser.apply(text);
    } catch (DateTimeParseException e) {
      throw new Misread("takes " + expected);
    }
  }
}
