package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.TypeShapes.UNLIMITED;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.enumeration;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;
import static dev.seeder.schema.TypeShapes.sized;

import dev.seeder.schema.LiveType.Kind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Tells what a column of MariaDB or MySQL is for. */
final class MariadbTypes {

  /** The size of the shortest type for long texts. */
  private static final int LONG = 65_535;

  private static final Pattern LABEL = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");

  /**
   * For moments, which the database takes and shows in the zone of its session: given in UTC, as it
   * refuses the times that clocks in that zone skip.
   */
  private static final DataType<OffsetDateTime> MOMENT =
      CastBinding.of("convert_tz(", LocalBinding.TIMESTAMP, ", '+00:00', @@session.time_zone)")
          .asConvertedDataType(
              Converter.ofNullable(
                  LocalDateTime.class,
                  OffsetDateTime.class,
                  time -> time.atOffset(ZoneOffset.UTC),
                  time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));

  private static final DataType<String> POINT =
      CastBinding.of(
          "st_geomfromtext(concat('POINT', replace(", SQLDataType.VARCHAR, ", ',', ' ')))");

  /** For texts of zeros and ones. */
  private static final DataType<String> BITS =
      CastBinding.of("cast(conv(", SQLDataType.VARCHAR, ", 2, 10) as unsigned)");

  /** For addresses of six bytes, which IPv4's are, too, behind a prefix. */
  private static final DataType<String> ADDRESS =
      CastBinding.of(
          "cast(regexp_replace(", SQLDataType.VARCHAR, ", '^(?=[0-9.]+$)', '::ffff:') as inet6)");

  private MariadbTypes() {}

  /**
   * Returns the type of a column.
   *
   * @param json whether a check holds its texts to be JSON, which is all that it is on MariaDB
   */
  static LiveType of(Record row, boolean json) {
    String type = json ? "json" : text(row, "type");
    String name = text(row, "declared");
    int length = length(row);
    return switch (type) {
      case "tinyint" ->
          name.equals("tinyint(1)")
              ? plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN)
              : wholeNumber(name, 8);
      case "smallint" -> wholeNumber(name, 16);
      case "mediumint" -> wholeNumber(name, 24);
      case "int" -> wholeNumber(name, 32);
      case "bigint" -> wholeNumber(name, 64);
      case "bit" ->
          name.equals("bit(1)")
              ? plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN)
              : sized(Kind.BITS, name, BITS, CatalogRows.number(row, "number_size"), true);
      case "decimal", "float", "double" -> number(type, name, row);
      case "char" -> sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, true);
      case "varchar", "tinytext", "text", "mediumtext", "longtext" ->
          sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, false);
      case "binary" -> sized(Kind.BINARY, name, SQLDataType.BLOB, length, true);
      case "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          sized(Kind.BINARY, name, SQLDataType.BLOB, length, false);
      case "date" -> plain(Kind.DATE, name, LocalBinding.DATE);
      case "time" ->
          digits(Kind.TIME, name, LocalBinding.TIME, CatalogRows.number(row, "second"), 0);
      case "datetime" ->
          digits(
              Kind.TIMESTAMP, name, LocalBinding.TIMESTAMP, CatalogRows.number(row, "second"), 0);
      case "timestamp" ->
          digits(Kind.TIMESTAMP, name, MOMENT, CatalogRows.number(row, "second"), 0);
      case "year" -> integer(name, SQLDataType.SMALLINT, 1901, 2155);
      case "json" -> plain(Kind.JSON, name, SQLDataType.JSON);
      case "enum", "set" -> enumeration(name, SQLDataType.VARCHAR, labels(name));
      case "uuid" -> plain(Kind.UUID, name, SQLDataType.UUID);
      case "inet4" -> plain(Kind.ADDRESS, name, SQLDataType.VARCHAR);
      case "inet6" -> plain(Kind.ADDRESS, name, ADDRESS);
      case "point", "geometry" -> plain(Kind.POINT, name, POINT);
      case "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          plain(Kind.OTHER, name, CastBinding.of("st_geomfromtext(", SQLDataType.VARCHAR, ")"));
      default -> plain(Kind.OTHER, name, SQLDataType.VARCHAR);
    };
  }

  private static LiveType wholeNumber(String name, int bits) {
    if (!name.contains("unsigned")) {
      long high = Long.MAX_VALUE >> (64 - bits);
      return integer(name, ofBits(bits), -high - 1, high);
    }
    return integer(name, ofBits(bits + 1), 0, Long.MAX_VALUE >>> Math.max(0, 63 - bits));
  }

  private static DataType<?> ofBits(int bits) {
    if (bits <= 8) {
      return SQLDataType.TINYINT;
    }
    if (bits <= 16) {
      return SQLDataType.SMALLINT;
    }
    if (bits <= 32) {
      return SQLDataType.INTEGER;
    }
    return bits <= 64 ? SQLDataType.BIGINT : SQLDataType.DECIMAL_INTEGER;
  }

  /** A float of a size, such as {@code float(6,2)}, is as narrow as a decimal of that size. */
  private static LiveType number(String type, String name, Record row) {
    Integer scale = row.get("number_scale", Integer.class);
    if (scale != null) {
      int precision = CatalogRows.number(row, "number_size");
      return digits(Kind.DECIMAL, name, SQLDataType.NUMERIC, precision, scale);
    }
    return type.equals("float")
        ? digits(Kind.FLOAT, name, SQLDataType.REAL, 6, 0)
        : digits(Kind.FLOAT, name, SQLDataType.DOUBLE, 15, 0);
  }

  private static int length(Record row) {
    Long length = row.get("length", Long.class);
    return length == null || length >= LONG ? UNLIMITED : length.intValue();
  }

  private static List<String> labels(String declared) {
    return LABEL
        .matcher(declared)
        .results()
        .map(label -> label.group(1).replace("''", "'"))
        .toList();
  }
}
