package dev.seeder.files;

import dev.seeder.files.Cell.Form;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is written into a file.
 *
 * @param text what it is, without quotes; null for NULL
 * @param form a text, JSON, or a number or a truth, which is plain
 */
record Written(@Nullable String text, Form form) {

  /**
   * Writes a value.
   *
   * @param utc whether moments have lost their offset, and are of the connection's zone
   */
  static Written of(@Nullable Object value, boolean utc) {
    if (value == null) {
      return new Written(null, Form.PLAIN);
    } else if (value instanceof BigDecimal number) {
      return plain(Math.abs(number.scale()) < 100 ? number.toPlainString() : number.toString());
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? plain(value.toString()) : text(value.toString());
    } else if (value instanceof Number || value instanceof Boolean) {
      return plain(value.toString());
    } else if (value instanceof JSON json) {
      return new Written(json.data(), Form.JSON);
    } else if (value instanceof JSONB json) {
      return new Written(json.data(), Form.JSON);
    } else if (value instanceof byte[] bytes) {
      return text("0x" + HexFormat.of().formatHex(bytes));
    } else if (value instanceof OffsetDateTime moment) {
      return text((utc ? moment.withOffsetSameInstant(ZoneOffset.UTC) : moment).toString());
    } else if (value instanceof EnumType label) {
      return text(label.getLiteral());
    } else if (value instanceof Object[] array) {
      return new Written(
          Arrays.stream(array)
              .map(each -> of(each, utc).json())
              .collect(Collectors.joining(",", "[", "]")),
          Form.JSON);
    }
    return text(ofDriver(value).toString());
  }

  /** Returns what elements of arrays are in java.time, as drivers give those of java.sql. */
  private static Object ofDriver(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    } else if (value instanceof Time time) {
      return time.toLocalTime();
    }
    return value instanceof Timestamp time ? time.toLocalDateTime() : value;
  }

  private static Written plain(String text) {
    return new Written(text, Form.PLAIN);
  }

  private static Written text(String text) {
    return new Written(text, Form.STRING);
  }

  /** Returns the value as JSON has it. */
  String json() {
    if (text == null) {
      return "null";
    }
    return form == Form.STRING ? JsonTexts.string(text) : text;
  }
}
