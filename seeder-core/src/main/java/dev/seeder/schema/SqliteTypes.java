package dev.seeder.schema;

import static dev.seeder.schema.TypeShapes.UNLIMITED;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;
import static dev.seeder.schema.TypeShapes.sized;

import dev.seeder.schema.LiveType.Kind;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a column of SQLite is for: by the name of its type where people mean something by it,
 * else by the affinity that SQLite gives it.
 */
final class SqliteTypes {

  private static final Pattern DECLARED =
      Pattern.compile("([^(]*)(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?.*", Pattern.DOTALL);

  /** Without its fraction where that is zero, as SQLite's own functions write times. */
  private static final DateTimeFormatter DATETIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  /** Unlike jOOQ's, which goes by the hours of this machine's time zone and skips some. */
  private static final DataType<LocalDateTime> TIMESTAMP =
      SQLDataType.VARCHAR.asConvertedDataType(
          Converter.ofNullable(
              String.class,
              LocalDateTime.class,
              SQLDataType.LOCALDATETIME::convert,
              DATETIME::format));

  private SqliteTypes() {}

  static LiveType of(String declared) {
    Matcher parts = DECLARED.matcher(declared);
    if (!parts.matches()) {
      throw new IllegalStateException(declared); // the pattern takes any text
    }
    String base = parts.group(1).trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    int size = number(parts.group(2), UNLIMITED);
    return switch (base) {
      case "boolean", "bool" -> plain(Kind.BOOLEAN, declared, SQLDataType.BOOLEAN);
      case "tinyint" ->
          size == 1
              ? plain(Kind.BOOLEAN, declared, SQLDataType.BOOLEAN)
              : integer(declared, SQLDataType.BIGINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "smallint", "int2" ->
          integer(declared, SQLDataType.BIGINT, Short.MIN_VALUE, Short.MAX_VALUE);
      // SQLite takes more, but those who read an int do not expect it
      case "int", "integer", "int4", "mediumint" ->
          integer(declared, SQLDataType.BIGINT, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "unsigned big int" -> integer(declared, SQLDataType.BIGINT, 0, Long.MAX_VALUE);
      case "decimal", "numeric", "dec", "number", "money" ->
          digits(
              Kind.DECIMAL,
              declared,
              SQLDataType.NUMERIC,
              number(parts.group(2), 0),
              number(parts.group(3), 0));
      case "date" -> plain(Kind.DATE, declared, SQLDataType.LOCALDATE);
      case "time" -> plain(Kind.TIME, declared, SQLDataType.LOCALTIME);
      case "datetime", "timestamp", "timestamp without time zone" ->
          plain(Kind.TIMESTAMP, declared, TIMESTAMP);
      case "timestamptz", "timestamp with time zone" ->
          plain(Kind.TIMESTAMP, declared, SQLDataType.OFFSETDATETIME);
      case "uuid", "guid", "uniqueidentifier" -> plain(Kind.UUID, declared, SQLDataType.UUID);
      case "json", "jsonb" -> plain(Kind.JSON, declared, SQLDataType.JSON);
      case "binary" -> sized(Kind.BINARY, declared, SQLDataType.BLOB, size, size != UNLIMITED);
      case "varbinary", "bytea" -> sized(Kind.BINARY, declared, SQLDataType.BLOB, size, false);
      case "char", "character", "nchar", "native character" ->
          sized(Kind.TEXT, declared, SQLDataType.VARCHAR, size, size != UNLIMITED);
      case "", "any", "string" -> plain(Kind.TEXT, declared, SQLDataType.VARCHAR);
      default -> byAffinity(declared, base, size);
    };
  }

  private static LiveType byAffinity(String declared, String base, int size) {
    if (base.contains("int")) {
      return integer(declared, SQLDataType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (base.contains("char") || base.contains("clob") || base.contains("text")) {
      return sized(Kind.TEXT, declared, SQLDataType.VARCHAR, size, false);
    }
    if (base.contains("blob")) {
      return sized(Kind.BINARY, declared, SQLDataType.BLOB, size, false);
    }
    if (base.contains("real") || base.contains("floa") || base.contains("doub")) {
      return digits(Kind.FLOAT, declared, SQLDataType.DOUBLE, 15, 0);
    }
    return digits(Kind.DECIMAL, declared, SQLDataType.NUMERIC, 0, 0);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null || digits.length() > 9 ? otherwise : Integer.parseInt(digits);
  }
}
