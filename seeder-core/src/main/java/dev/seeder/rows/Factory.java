package dev.seeder.rows;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Generates rows of one table.
 *
 * <pre>{@code
 * static final Factory<BookRecord> BOOKS = Factory.of(BOOK)
 *     .generate(BOOK.TITLE, draw -> draw.faker().book().title())
 *     .generate(BOOK.PRICE, price("4.99", "59.99"))
 *     .set(BOOK.CURRENCY, "EUR");
 *
 * static final Factory<BookRecord> BARGAINS = BOOKS.set(BOOK.PRICE, new BigDecimal("1.00"));
 * }</pre>
 *
 * <p>A value depends on nothing but random seed, table, column and row index: changing one column
 * changes no other, and the first 10 of 10,000 rows are the same as those of 10. Columns that are
 * not named are left to the database: its default, identity or NULL.
 *
 * <p>Immutable and safe for use by several threads, as long as the generators are.
 *
 * @param <R> the table's record type
 */
public final class Factory<R extends Record> {

  private final Table<R> table;
  private final Map<Field<?>, ValueGenerator<?>> columns;

  private Factory(Table<R> table, Map<Field<?>, ValueGenerator<?>> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Returns a factory of the table that gives no column a value yet. */
  public static <R extends Record> Factory<R> of(Table<R> table) {
    return new Factory<>(Objects.requireNonNull(table, "table"), Map.of());
  }

  /** Gives the column the same value in every row; null means NULL. */
  public <T> Factory<R> set(Field<T> column, @Nullable T value) {
    return generate(column, draw -> value);
  }

  /** Lets the generator make the column's values; it replaces what the column had before. */
  public <T> Factory<R> generate(Field<T> column, ValueGenerator<? extends T> generator) {
    Objects.requireNonNull(generator, "generator");
    String name = column.getName().toLowerCase(Locale.ROOT);
    var changed = new LinkedHashMap<Field<?>, ValueGenerator<?>>();
    columns.forEach(
        (field, made) -> {
          boolean same = field.getName().toLowerCase(Locale.ROOT).equals(name);
          changed.put(same ? column : field, same ? generator : made);
        });
    changed.putIfAbsent(column, generator);
    return new Factory<>(table, changed);
  }

  /**
   * Returns the first {@code count} rows, to be made when they are inserted.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public RowSource rows(long count) {
    return rows(0, count);
  }

  /**
   * Returns the rows from index {@code from} to before index {@code to}, counted from 0: a part of
   * a larger run, or rows to come after those that were made before.
   *
   * @throws IllegalArgumentException if the range is negative
   */
  public RowSource rows(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "Rows "
              + from
              + " to "
              + to
              + " of \""
              + table.getName()
              + "\" are not a range: expected 0 <= from <= to.");
    }
    return new FactoryRows(table, columns, from, to);
  }

  private record FactoryRows(
      Table<?> table, Map<Field<?>, ValueGenerator<?>> columns, long from, long to)
      implements RowSource {

    @Override
    public OpenRows open(RowScope scope) {
      var ready = new FactoryColumns(table, columns, scope);
      var draw = new Draw(ready, scope);
      return new OpenRows(ready.fields(), LongStream.range(from, to).mapToObj(draw::row));
    }
  }
}
