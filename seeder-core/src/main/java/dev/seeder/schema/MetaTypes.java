package dev.seeder.schema;

import static dev.seeder.schema.TypeShapes.UNLIMITED;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;
import static dev.seeder.schema.TypeShapes.sized;

import dev.seeder.schema.LiveType.Kind;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** Tells what a column is for by the type that jOOQ takes it to have. */
final class MetaTypes {

  /** What databases allow where nothing was asked for. */
  private static final int LONGEST = 1_000_000;

  /** The parts of a second that Java has. */
  private static final int FINEST = 9;

  private MetaTypes() {}

  static LiveType of(DataType<?> type) {
    String name = type.getCastTypeName();
    int length = type.length() <= 0 || type.length() >= LONGEST ? UNLIMITED : type.length();
    int second = Math.min(type.precision(), FINEST);
    return switch (type.getType().getSimpleName()) {
      case "Byte" -> integer(name, SQLDataType.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "UByte" -> integer(name, SQLDataType.SMALLINT, 0, 0xFF);
      case "Short" -> integer(name, SQLDataType.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
      case "UShort" -> integer(name, SQLDataType.INTEGER, 0, 0xFFFF);
      case "Integer" -> integer(name, SQLDataType.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "UInteger" -> integer(name, SQLDataType.BIGINT, 0, 0xFFFF_FFFFL);
      case "Long" -> integer(name, SQLDataType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
      case "ULong" -> integer(name, SQLDataType.DECIMAL_INTEGER, 0, Long.MAX_VALUE);
      case "BigInteger", "BigDecimal" ->
          digits(Kind.DECIMAL, name, SQLDataType.NUMERIC, type.precision(), type.scale());
      case "Float" -> digits(Kind.FLOAT, name, SQLDataType.REAL, 6, 0);
      case "Double" -> digits(Kind.FLOAT, name, SQLDataType.DOUBLE, 15, 0);
      case "Boolean" -> plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN);
      case "String" -> sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, isFixed(name));
      case "byte[]" -> sized(Kind.BINARY, name, SQLDataType.VARBINARY, length, isFixed(name));
      case "Date", "LocalDate" -> plain(Kind.DATE, name, SQLDataType.LOCALDATE);
      case "Time", "LocalTime" -> digits(Kind.TIME, name, SQLDataType.LOCALTIME, second, 0);
      case "OffsetTime" -> digits(Kind.TIME, name, SQLDataType.OFFSETTIME, second, 0);
      case "Timestamp", "LocalDateTime" ->
          digits(Kind.TIMESTAMP, name, SQLDataType.LOCALDATETIME, second, 0);
      case "OffsetDateTime" -> digits(Kind.TIMESTAMP, name, SQLDataType.OFFSETDATETIME, second, 0);
      case "UUID" -> plain(Kind.UUID, name, SQLDataType.UUID);
      case "JSON", "JSONB" -> plain(Kind.JSON, name, SQLDataType.JSON);
      default -> plain(Kind.OTHER, name, CastBinding.to(name, SQLDataType.VARCHAR));
    };
  }

  private static boolean isFixed(String name) {
    return name.startsWith("char(") || name.startsWith("binary(");
  }
}
