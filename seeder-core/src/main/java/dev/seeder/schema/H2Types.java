package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.number;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;
import static dev.seeder.schema.TypeShapes.UNLIMITED;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.enumeration;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;
import static dev.seeder.schema.TypeShapes.sized;

import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/**
 * Tells what the columns of one table of H2 are for.
 *
 * @param elements those of arrays, by the identifiers of the arrays
 * @param labels those of enums, by the identifiers of the enums
 */
record H2Types(Map<String, List<Record>> elements, Map<String, List<Record>> labels) {

  /** What H2 allows where nothing was asked for. */
  private static final int LONGEST = 1_000_000;

  private static final int MOST = 65_536;

  LiveType of(Record row) {
    String type = text(row, "type");
    String domain = text(row, "domain");
    int length = length(row);
    String name = domain.isEmpty() ? name(row, length) : domain;
    return switch (type) {
      case "CHARACTER" -> sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, true);
      case "CHARACTER VARYING", "VARCHAR_IGNORECASE", "CHARACTER LARGE OBJECT" ->
          sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, false);
      case "BINARY" -> sized(Kind.BINARY, name, SQLDataType.BLOB, length, true);
      case "BINARY VARYING", "BINARY LARGE OBJECT" ->
          sized(Kind.BINARY, name, SQLDataType.BLOB, length, false);
      case "TINYINT" -> integer(name, SQLDataType.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "SMALLINT" -> integer(name, SQLDataType.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
      case "INTEGER" -> integer(name, SQLDataType.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "BIGINT" -> integer(name, SQLDataType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
      case "NUMERIC" ->
          digits(
              Kind.DECIMAL,
              name,
              SQLDataType.NUMERIC,
              number(row, "precision"),
              number(row, "scale"));
      case "DECFLOAT" -> digits(Kind.DECIMAL, name, SQLDataType.NUMERIC, 0, 0);
      case "REAL" -> digits(Kind.FLOAT, name, SQLDataType.REAL, 6, 0);
      case "DOUBLE PRECISION" -> digits(Kind.FLOAT, name, SQLDataType.DOUBLE, 15, 0);
      case "BOOLEAN" -> plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN);
      case "DATE" -> plain(Kind.DATE, name, LocalBinding.DATE);
      case "TIME" -> time(Kind.TIME, name, LocalBinding.TIME, row);
      case "TIME WITH TIME ZONE" -> time(Kind.TIME, name, SQLDataType.OFFSETTIME, row);
      case "TIMESTAMP" -> time(Kind.TIMESTAMP, name, LocalBinding.TIMESTAMP, row);
      case "TIMESTAMP WITH TIME ZONE" ->
          time(Kind.TIMESTAMP, name, SQLDataType.OFFSETDATETIME, row);
      case "INTERVAL" -> interval(name, row);
      case "UUID" -> plain(Kind.UUID, name, SQLDataType.UUID);
      case "JSON" -> plain(Kind.JSON, name, SQLDataType.JSON);
      case "ENUM" ->
          enumeration(
              name,
              SQLDataType.VARCHAR,
              texts(labels.getOrDefault(text(row, "id"), List.of()), "label"));
      case "ARRAY" -> {
        DataType<?> binding = ArrayBinding.of(text(element(row), "type"));
        yield TypeShapes.of(Kind.ARRAY, name, binding, cardinality(row), of(element(row)));
      }
      case "GEOMETRY" ->
          Set.of("", "GEOMETRY", "POINT").contains(text(row, "geometry"))
              ? plain(
                  Kind.POINT,
                  name,
                  CastBinding.of("'POINT' || replace(", SQLDataType.VARCHAR, ", ',', ' ')"))
              : plain(Kind.OTHER, name, SQLDataType.VARCHAR);
      default -> plain(Kind.OTHER, name, SQLDataType.VARCHAR);
    };
  }

  private String name(Record row, int length) {
    String type = text(row, "type");
    return switch (type) {
      case "NUMERIC" -> type + "(" + number(row, "precision") + ", " + number(row, "scale") + ")";
      case "INTERVAL" -> type + " " + text(row, "interval");
      case "ARRAY" -> of(element(row)).name() + " ARRAY";
      default -> length == UNLIMITED ? type : type + "(" + length + ")";
    };
  }

  private Record element(Record array) {
    return elements.getOrDefault(text(array, "id"), List.of()).get(0);
  }

  private static int cardinality(Record row) {
    int cardinality = number(row, "cardinality");
    return cardinality >= MOST ? UNLIMITED : cardinality;
  }

  private static int length(Record row) {
    long length = row.get("length", long.class);
    return length == 0 || length >= LONGEST ? UNLIMITED : (int) length;
  }

  private static LiveType time(Kind kind, String name, DataType<?> binding, Record row) {
    return digits(kind, name, binding, number(row, "second"), 0);
  }

  private static LiveType interval(String name, Record row) {
    String fields = text(row, "interval");
    if (fields.contains("YEAR") || fields.contains("MONTH")) {
      return plain(Kind.OTHER, name, CastBinding.to("interval " + fields, SQLDataType.VARCHAR));
    }
    DataType<String> binding =
        CastBinding.of(
            "cast(cast(",
            SQLDataType.VARCHAR,
            " as interval day to second) as interval " + fields + ")");
    return time(Kind.INTERVAL, name, binding, row);
  }
}
