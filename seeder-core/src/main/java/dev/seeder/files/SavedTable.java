package dev.seeder.files;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A table as it is read to be saved: each value in the form that an insert takes it in. */
record SavedTable(DSLContext dsl, Table<?> table, LiveTable live) {

  private static final Set<Kind> UNORDERED =
      EnumSet.of(Kind.JSON, Kind.XML, Kind.ARRAY, Kind.BINARY, Kind.POINT, Kind.MAP, Kind.OTHER);

  /** Returns whether moments are read in the zone of the connection, and so are better in UTC. */
  static boolean losesOffsets(DSLContext dsl) {
    return !Set.of(SQLDialect.H2, SQLDialect.HSQLDB, SQLDialect.SQLITE).contains(dsl.family());
  }

  /** Returns whether a value can be given for a column. */
  static boolean isSaved(LiveColumn column) {
    return column.filling() != Filling.ALWAYS;
  }

  /** Returns the rows, by the primary key, or else by all columns that have an order. */
  ResultQuery<Record> rows(List<LiveColumn> columns, Condition condition) {
    List<String> key = live.primaryKey();
    Stream<String> ordered =
        key.isEmpty()
            ? columns.stream()
                .filter(column -> !UNORDERED.contains(column.type().kind()))
                .map(LiveColumn::name)
            : key.stream();
    List<? extends OrderField<?>> order = ordered.map(name -> DSL.field(DSL.name(name))).toList();
    return dsl.select(columns.stream().map(this::read).toList())
        .from(table)
        .where(condition)
        .orderBy(order)
        .fetchSize(1_000);
  }

  private Field<?> read(LiveColumn column) {
    LiveType type = column.type();
    Field<?> plain = DSL.field(DSL.name(column.name()), type.binding());
    return switch (dsl.family()) {
      case POSTGRES -> type.kind() == Kind.DECIMAL ? plain.cast(SQLDataType.NUMERIC) : plain;
      case MARIADB, MYSQL -> ofMariadb(type, plain);
      case H2 -> ofH2(type, plain);
      default -> plain;
    };
  }

  private static Field<?> ofMariadb(LiveType type, Field<?> plain) {
    return switch (type.kind()) {
      // what the session's clocks show would be another moment where they are put back
      case TIMESTAMP ->
          type.binding().getType() == OffsetDateTime.class
              ? DSL.field(
                  "unix_timestamp({0})",
                  SQLDataType.NUMERIC.asConvertedDataType(
                      Converter.fromNullable(
                          BigDecimal.class, OffsetDateTime.class, SavedTable::moment)),
                  plain)
              : plain;
      case BITS ->
          DSL.field(
              "lpad(conv({0} + 0, 10, 2), {1}, '0')",
              SQLDataType.VARCHAR, plain, DSL.inline(type.length()));
      case POINT ->
          DSL.field("concat('(', st_x({0}), ',', st_y({0}), ')')", SQLDataType.VARCHAR, plain);
      case OTHER ->
          type.binding().getType() == String.class
                  && type.name().matches(".*(string|polygon|point|collection)")
              ? DSL.field("st_astext({0})", SQLDataType.VARCHAR, plain)
              : plain;
      default -> plain;
    };
  }

  private static OffsetDateTime moment(BigDecimal seconds) {
    long whole = seconds.longValue();
    BigDecimal part = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9);
    return Instant.ofEpochSecond(whole, part.longValue()).atOffset(ZoneOffset.UTC);
  }

  private static Field<?> ofH2(LiveType type, Field<?> plain) {
    if (type.kind() == Kind.INTERVAL) {
      return between("cast(cast({0} as interval day to second) as varchar)", plain);
    } else if (type.name().startsWith("INTERVAL")) {
      return between("cast({0} as varchar)", plain);
    } else if (type.kind() == Kind.POINT) {
      return DSL.field("replace(cast({0} as varchar), 'POINT ', '')", SQLDataType.VARCHAR, plain);
    }
    return plain;
  }

  /** Returns what is within quotes, of INTERVAL '1-2' YEAR TO MONTH. */
  private static Field<?> between(String text, Field<?> plain) {
    return DSL.field(
        "regexp_replace(" + text + ", '^[^'']*''|''[^'']*$', '')", SQLDataType.VARCHAR, plain);
  }
}
