package dev.seeder.rows;

import static org.jooq.impl.DSL.name;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import java.util.Locale;
import org.jooq.impl.SQLDataType;

/** Types, columns and tables without a database. */
final class LiveTypes {

  static final LiveType TINYINT = integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
  static final LiveType SMALLINT = integer(Short.MIN_VALUE, Short.MAX_VALUE);
  static final LiveType INT = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final LiveType BIGINT = integer(Long.MIN_VALUE, Long.MAX_VALUE);
  static final LiveType DATE = plain(Kind.DATE);
  static final LiveType TIMESTAMP = plain(Kind.TIMESTAMP);

  private LiveTypes() {}

  static LiveTable table(String table, LiveColumn... columns) {
    return new LiveTable(name(table), List.of(columns), List.of(), List.of(), List.of());
  }

  static LiveColumn column(String column, LiveType type) {
    return new LiveColumn(column, type, false, Filling.NOTHING);
  }

  static LiveColumn nullable(String column, LiveType type) {
    return new LiveColumn(column, type, true, Filling.NOTHING);
  }

  static LiveType plain(Kind kind) {
    return type(kind, Integer.MAX_VALUE, false, 0, 0, 0, 0);
  }

  static LiveType varchar(int length) {
    return type(Kind.TEXT, length, false, 0, 0, 0, 0);
  }

  static LiveType character(int length) {
    return type(Kind.TEXT, length, true, 0, 0, 0, 0);
  }

  static LiveType binary(int length) {
    return type(Kind.BINARY, length, true, 0, 0, 0, 0);
  }

  static LiveType integer(long low, long high) {
    return type(Kind.INTEGER, Integer.MAX_VALUE, false, 0, 0, low, high);
  }

  static LiveType decimal(int precision, int scale) {
    return type(Kind.DECIMAL, Integer.MAX_VALUE, false, precision, scale, 0, 0);
  }

  private static LiveType type(
      Kind kind, int length, boolean fixed, int precision, int scale, long low, long high) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new LiveType(
        kind, name, SQLDataType.OTHER, length, fixed, precision, scale, low, high, List.of(), null);
  }
}
