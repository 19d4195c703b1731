package dev.seeder.rows;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.OTHER;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Draws values without a database, and measures them. */
final class Drawn {

  static final Table<Record> THING = table(name("thing"));
  private static final Field<Object> VALUE = field(name("thing", "value"), OTHER);

  private Drawn() {}

  static RowScope scope(long randomSeed) {
    return scope(using(SQLDialect.DEFAULT), randomSeed, Locale.ENGLISH);
  }

  static RowScope scope(DSLContext dsl, long randomSeed, Locale locale) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    return new RowScope(dsl, randomSeed, clock, locale);
  }

  /** Returns the values that a column of the table "thing" gets from the generator. */
  static <T> List<T> values(ValueGenerator<T> generator, long count) {
    return values(generator, 42, count);
  }

  static <T> List<T> values(ValueGenerator<T> generator, long randomSeed, long count) {
    return stream(generator, scope(randomSeed), 0, count).toList();
  }

  @SuppressWarnings("unchecked") // the generator made the values
  static <T> Stream<T> stream(ValueGenerator<T> generator, RowScope scope, long from, long to) {
    return Factory.of(THING)
        .generate(VALUE, generator)
        .rows(from, to)
        .open(scope)
        .values()
        .map(row -> (T) row[0]);
  }

  /** Returns the rows as lists, which can be compared. */
  static List<List<@Nullable Object>> rows(RowSource source, RowScope scope) {
    try (Stream<@Nullable Object[]> values = source.open(scope).values()) {
      return values.map(row -> Collections.unmodifiableList(Arrays.asList(row))).toList();
    }
  }
}
