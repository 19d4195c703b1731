package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.number;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.TypeShapes.digits;
import static dev.seeder.schema.TypeShapes.enumeration;
import static dev.seeder.schema.TypeShapes.integer;
import static dev.seeder.schema.TypeShapes.plain;

import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Tells what DuckDB's columns are for. Its texts have no length: it forgets what was declared. */
final class DuckdbTypes {

  private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

  private DuckdbTypes() {}

  static LiveType of(Record row) {
    String name = text(row, "type");
    return switch (name) {
      case "BOOLEAN" -> plain(Kind.BOOLEAN, name, SQLDataType.BOOLEAN);
      case "TINYINT" -> integer(name, SQLDataType.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "UTINYINT" -> integer(name, SQLDataType.SMALLINT, 0, 0xFF);
      case "SMALLINT" -> integer(name, SQLDataType.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
      case "USMALLINT" -> integer(name, SQLDataType.INTEGER, 0, 0xFFFF);
      case "INTEGER" -> integer(name, SQLDataType.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "UINTEGER" -> integer(name, SQLDataType.BIGINT, 0, 0xFFFF_FFFFL);
      case "BIGINT" -> integer(name, SQLDataType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
      case "UBIGINT", "UHUGEINT" -> integer(name, SQLDataType.DECIMAL_INTEGER, 0, Long.MAX_VALUE);
      case "HUGEINT" -> integer(name, SQLDataType.DECIMAL_INTEGER, Long.MIN_VALUE, Long.MAX_VALUE);
      case "FLOAT" -> digits(Kind.FLOAT, name, SQLDataType.REAL, 6, 0);
      case "DOUBLE" -> digits(Kind.FLOAT, name, SQLDataType.DOUBLE, 15, 0);
      case "VARCHAR" -> plain(Kind.TEXT, name, SQLDataType.VARCHAR);
      case "BLOB" -> plain(Kind.BINARY, name, SQLDataType.BLOB);
      case "DATE" -> plain(Kind.DATE, name, SQLDataType.LOCALDATE);
      case "TIME" -> digits(Kind.TIME, name, LocalBinding.TIME, 6, 0);
      case "TIME WITH TIME ZONE" -> digits(Kind.TIME, name, SQLDataType.OFFSETTIME, 6, 0);
      case "TIMESTAMP" -> digits(Kind.TIMESTAMP, name, SQLDataType.LOCALDATETIME, 6, 0);
      case "TIMESTAMP_S" -> digits(Kind.TIMESTAMP, name, SQLDataType.LOCALDATETIME, 0, 0);
      case "TIMESTAMP_MS" -> digits(Kind.TIMESTAMP, name, SQLDataType.LOCALDATETIME, 3, 0);
      case "TIMESTAMP_NS" -> digits(Kind.TIMESTAMP, name, SQLDataType.LOCALDATETIME, 6, 0);
      case "TIMESTAMP WITH TIME ZONE" ->
          digits(Kind.TIMESTAMP, name, SQLDataType.OFFSETDATETIME, 6, 0);
      case "UUID" -> plain(Kind.UUID, name, SQLDataType.UUID);
      case "JSON" -> plain(Kind.JSON, name, SQLDataType.JSON);
      default -> {
        if (name.startsWith("DECIMAL(") && name.endsWith(")")) {
          yield digits(
              Kind.DECIMAL, name, SQLDataType.NUMERIC, number(row, "digits"), number(row, "scale"));
        }
        yield name.startsWith("ENUM(") && name.endsWith(")")
            ? enumeration(name, SQLDataType.VARCHAR, labels(name))
            // lists, structs, maps and more: a text is cast to them
            : plain(Kind.OTHER, name, CastBinding.to(name, SQLDataType.VARCHAR));
      }
    };
  }

  private static List<String> labels(String type) {
    return LABEL.matcher(type).results().map(found -> found.group(1).replace("''", "'")).toList();
  }
}
