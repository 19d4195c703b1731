package dev.seeder.write;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jooq.Binding;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Sets values as jOOQ's own bindings do, without what these need around each of them, and sets the
 * local times that java.sql's types lack, because the clocks of this machine's zone skip them.
 */
@FunctionalInterface
interface DirectValues {

  /** Sets a value that is not null; returns false where that is for the binding to do. */
  boolean set(PreparedStatement statement, int index, Object value) throws SQLException;

  /** Returns the way past a binding, or null where there is none. */
  static @Nullable DirectValues past(Binding<?, ?> binding, SQLDialect family) {
    boolean known =
        InsertSql.isJooqs(binding)
            && binding.converter().getClass().getName().equals("org.jooq.impl.IdentityConverter");
    if (!known) {
      return null;
    }
    return switch (binding.getClass().getSimpleName()) {
      case "DefaultIntegerBinding" -> past((row, at, value) -> row.setInt(at, (Integer) value));
      case "DefaultLongBinding" -> past((row, at, value) -> row.setLong(at, (Long) value));
      case "DefaultDoubleBinding" -> past((row, at, value) -> row.setDouble(at, (Double) value));
      case "DefaultStringBinding" -> past((row, at, value) -> row.setString(at, (String) value));
      case "DefaultBigDecimalBinding" ->
          family == SQLDialect.SQLITE
              ? past((row, at, value) -> row.setString(at, value.toString()))
              : past((row, at, value) -> row.setBigDecimal(at, (BigDecimal) value));
      case "DelegatingBinding" -> time(binding.converter().fromType(), family);
      default -> null;
    };
  }

  /** What always sets the value. */
  @FunctionalInterface
  interface Setter {
    void set(PreparedStatement statement, int index, Object value) throws SQLException;
  }

  private static DirectValues past(Setter setter) {
    return (statement, index, value) -> {
      setter.set(statement, index, value);
      return true;
    };
  }

  private static @Nullable DirectValues time(Class<?> type, SQLDialect family) {
    if (family == SQLDialect.SQLITE) {
      return type == LocalDateTime.class
          ? DirectValues::textOfTimestamp
          : type == LocalDate.class ? DirectValues::textOfDate : null;
    }
    ZoneRules rules = ZoneId.systemDefault().getRules();
    return type == LocalDateTime.class && !rules.isFixedOffset()
        ? (statement, index, value) -> skipped(statement, index, (LocalDateTime) value, rules)
        : null;
  }

  private static boolean skipped(
      PreparedStatement statement, int index, LocalDateTime value, ZoneRules rules)
      throws SQLException {
    ZoneOffsetTransition transition = rules.getTransition(value);
    if (transition == null || !transition.isGap()) {
      return false;
    }
    statement.setObject(index, value);
    return true;
  }

  private static boolean textOfDate(PreparedStatement statement, int index, Object value)
      throws SQLException {
    LocalDate date = (LocalDate) value;
    if (!isWritten(date.getYear())) {
      return false;
    }
    statement.setString(index, date.toString());
    return true;
  }

  /** As {@link java.sql.Timestamp#toString} has it, which is what jOOQ stores. */
  private static boolean textOfTimestamp(PreparedStatement statement, int index, Object value)
      throws SQLException {
    LocalDateTime time = (LocalDateTime) value;
    if (!isWritten(time.getYear())) {
      return false;
    }
    byte[] text = new byte[29];
    digits(text, 0, 4, time.getYear());
    text[4] = '-';
    digits(text, 5, 2, time.getMonthValue());
    text[7] = '-';
    digits(text, 8, 2, time.getDayOfMonth());
    text[10] = ' ';
    digits(text, 11, 2, time.getHour());
    text[13] = ':';
    digits(text, 14, 2, time.getMinute());
    text[16] = ':';
    digits(text, 17, 2, time.getSecond());
    text[19] = '.';
    digits(text, 20, 9, time.getNano());
    int length = text.length;
    while (length > 21 && text[length - 1] == '0') {
      length--;
    }
    statement.setString(index, new String(text, 0, length, StandardCharsets.ISO_8859_1));
    return true;
  }

  private static void digits(byte[] text, int from, int count, int value) {
    int rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Returns whether a year has four digits and is no year before Christ. */
  private static boolean isWritten(int year) {
    return year > 0 && year < 10_000;
  }
}
