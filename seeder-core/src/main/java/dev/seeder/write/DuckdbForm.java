package dev.seeder.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How values of a class are appended to a column of DuckDB. */
@FunctionalInterface
interface DuckdbForm {

  void append(Object value, DuckDBAppender appender) throws SQLException;

  /**
   * Returns the form of a class for a type, or null where the appender does not take it, or may not
   * make of it what an INSERT makes.
   */
  static @Nullable DuckdbForm of(Class<?> type, String column, int scale) {
    boolean tiny = type == Byte.class;
    boolean small = tiny || type == Short.class;
    boolean integer = small || type == Integer.class;
    return switch (column) {
      case "BOOLEAN" -> form(type == Boolean.class, (v, to) -> to.append((Boolean) v));
      case "TINYINT" -> form(tiny, (v, to) -> to.append((Byte) v));
      case "SMALLINT" -> form(small, (v, to) -> to.append(((Number) v).shortValue()));
      case "INTEGER" -> form(integer, (v, to) -> to.append(((Number) v).intValue()));
      case "BIGINT" ->
          form(integer || type == Long.class, (v, to) -> to.append(((Number) v).longValue()));
      case "FLOAT" -> form(type == Float.class, (v, to) -> to.append((Float) v));
      case "DOUBLE" -> form(type == Double.class, (v, to) -> to.append((Double) v));
      case "VARCHAR" -> form(type == String.class, (v, to) -> to.append((String) v));
      case "UUID" -> form(type == UUID.class, (v, to) -> to.append((UUID) v));
      case "BLOB" -> form(type == byte[].class, (v, to) -> to.append((byte[]) v));
      case "DATE" -> form(type == LocalDate.class, (v, to) -> to.append((LocalDate) v));
      case "TIME" -> form(type == LocalTime.class, (v, to) -> to.append((LocalTime) v));
      case "TIMESTAMP" ->
          form(type == LocalDateTime.class, (v, to) -> to.append((LocalDateTime) v));
      case "TIMESTAMP WITH TIME ZONE" ->
          form(type == OffsetDateTime.class, (v, to) -> to.append((OffsetDateTime) v));
      default ->
          form(
              column.startsWith("DECIMAL(") && type == BigDecimal.class,
              (v, to) -> to.append(((BigDecimal) v).setScale(scale, RoundingMode.HALF_UP)));
    };
  }

  private static @Nullable DuckdbForm form(boolean fits, DuckdbForm form) {
    return fits ? form : null;
  }
}
