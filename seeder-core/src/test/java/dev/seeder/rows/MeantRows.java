package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Rows of tables of which all columns have a name that means something. */
final class MeantRows {

  static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 1, 0, 0);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private MeantRows() {}

  /** Returns what the column means, in a table of this name that has no other. */
  static @Nullable MeantValues meant(String table, String column, LiveType type) {
    LiveColumn only = LiveTypes.column(column, type);
    return MeantValues.of(LiveTypes.table(table, only), only, CLOCK);
  }

  /** Returns the values of a column, in a table that says nothing about it. */
  static <T> List<T> values(String column, LiveType type, Class<T> javaType) {
    return of(LiveTypes.table("thing", LiveTypes.column(column, type)), 500).stream()
        .map(row -> javaType.cast(row.get(column)))
        .toList();
  }

  /** Returns rows by the names of their columns. */
  static List<Map<String, @Nullable Object>> of(LiveTable table, long count) {
    Factory<Record> factory = Factory.of(Drawn.THING);
    for (LiveColumn column : table.columns()) {
      MeantValues meant = MeantValues.of(table, column, CLOCK);
      if (meant == null) {
        throw new IllegalArgumentException(column + " means nothing.");
      }
      factory = factory.generate(field(name(column.name()), Object.class), meant.generator(true));
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : Drawn.rows(factory.rows(count), scope(42))) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(table.columns().get(i).name(), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
