package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.names;
import static dev.seeder.schema.CatalogRows.number;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.TypeShapes.UNLIMITED;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.enumeration;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;
import static dev.seeder.schema.TypeShapes.sized;

import dev.seeder.schema.LiveType.Kind;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Tells what a column of PostgreSQL is for. */
final class PostgresTypes {

  private PostgresTypes() {}

  static LiveType of(Record row) {
    String name = text(row, "declared");
    String kind = row.get("kind", String.class);
    if (kind == null) {
      return scalar(row, name, "");
    }
    LiveType element = scalar(row, text(row, "element_declared"), "element_");
    DataType<?> binding =
        kind.equals("ARRAY")
            ? ArrayBinding.of(text(row, "element"))
            : CastBinding.to(text(row, "cast"), SQLDataType.VARCHAR);
    return TypeShapes.of(Kind.valueOf(kind), name, binding, UNLIMITED, element);
  }

  /** Reads a type that is made of no other. */
  private static LiveType scalar(Record row, String name, String part) {
    int modifier = number(row, part + "modifier");
    String category = text(row, part + "category");
    // without its size: a cast to a size cuts what is too long
    DataType<String> text = CastBinding.to(text(row, part + "cast"), SQLDataType.VARCHAR);
    if (category.equals("e")) {
      return enumeration(name, text, names(row, "labels"));
    }
    if (!category.equals("b")) {
      return plain(Kind.OTHER, name, text);
    }
    int length = modifier < 0 ? UNLIMITED : modifier - 4; // the header of a value counts
    return switch (text(row, part + "type")) {
      case "text", "citext" -> plain(Kind.TEXT, name, SQLDataType.VARCHAR);
      case "varchar" -> sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, false);
      case "bpchar" -> sized(Kind.TEXT, name, SQLDataType.VARCHAR, length, modifier >= 0);
      case "name" -> sized(Kind.TEXT, name, text, 63, false);
      case "char" -> sized(Kind.TEXT, name, text, 1, false);
      case "int2" -> integer(name, SQLDataType.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
      case "int4" -> integer(name, SQLDataType.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "int8" -> integer(name, SQLDataType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
      case "oid" -> integer(name, SQLDataType.BIGINT, 0, 0xFFFF_FFFFL);
      case "numeric" -> numeric(name, modifier);
      case "money" ->
          digits(Kind.DECIMAL, name, CastBinding.to("money", SQLDataType.NUMERIC), 17, 2);
      case "float4" -> digits(Kind.FLOAT, name, SQLDataType.REAL, 6, 0);
      case "float8" -> digits(Kind.FLOAT, name, SQLDataType.DOUBLE, 15, 0);
      case "bool" -> plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN);
      case "date" -> plain(Kind.DATE, name, LocalBinding.DATE);
      case "time" -> time(Kind.TIME, name, LocalBinding.TIME, modifier);
      case "timetz" -> time(Kind.TIME, name, SQLDataType.OFFSETTIME, modifier);
      case "timestamp" -> time(Kind.TIMESTAMP, name, LocalBinding.TIMESTAMP, modifier);
      case "timestamptz" -> time(Kind.TIMESTAMP, name, SQLDataType.OFFSETDATETIME, modifier);
      case "interval" -> time(Kind.INTERVAL, name, text, modifier < 0 ? -1 : modifier & 0xFFFF);
      case "uuid" -> plain(Kind.UUID, name, SQLDataType.UUID);
      case "bytea" -> plain(Kind.BINARY, name, SQLDataType.BLOB);
      case "bit" ->
          sized(Kind.BITS, name, text, modifier < 0 ? UNLIMITED : modifier, modifier >= 0);
      case "varbit" -> sized(Kind.BITS, name, text, modifier < 0 ? UNLIMITED : modifier, false);
      case "json" -> plain(Kind.JSON, name, SQLDataType.JSON);
      case "jsonb" -> plain(Kind.JSON, name, SQLDataType.JSONB);
      case "xml" -> plain(Kind.XML, name, text);
      case "inet" -> plain(Kind.ADDRESS, name, text);
      case "cidr" -> plain(Kind.NETWORK, name, text);
      case "macaddr" -> sized(Kind.MAC_ADDRESS, name, text, 6, true);
      case "macaddr8" -> sized(Kind.MAC_ADDRESS, name, text, 8, true);
      case "point" -> plain(Kind.POINT, name, text);
      // a cast would take quotes and operators for more than text
      case "tsvector" ->
          plain(
              Kind.SEARCH_TEXT,
              name,
              CastBinding.of("to_tsvector('simple', ", SQLDataType.VARCHAR, ")"));
      case "tsquery" ->
          plain(
              Kind.SEARCH_TEXT,
              name,
              CastBinding.of("plainto_tsquery('simple', ", SQLDataType.VARCHAR, ")"));
      case "hstore" -> plain(Kind.MAP, name, text);
      default -> plain(Kind.OTHER, name, text);
    };
  }

  private static LiveType numeric(String name, int modifier) {
    if (modifier < 0) {
      return digits(Kind.DECIMAL, name, SQLDataType.NUMERIC, 0, 0);
    }
    int size = modifier - 4;
    int scale = ((size & 0x7FF) ^ 0x400) - 0x400; // eleven bits with a sign
    return digits(Kind.DECIMAL, name, SQLDataType.NUMERIC, (size >> 16) & 0xFFFF, scale);
  }

  private static LiveType time(Kind kind, String name, DataType<?> binding, int modifier) {
    return digits(kind, name, binding, modifier < 0 || modifier > 6 ? 6 : modifier, 0);
  }
}
