package dev.seeder.rows;

import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
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
 * changes no other, and the first 10 of 10,000 rows are the same as those of 10.
 *
 * <p><b>Columns that are not named</b> are inferred from the live database where the table requires
 * them: foreign keys pick rows that are there, primary keys and unique columns are different in
 * each row, and in rows that are there already. Others are left to the database, its default,
 * identity or NULL, unless {@link #infer} or {@link #inferAll} asks for them.
 *
 * <p>Many rows are made by several threads ahead of the one that inserts them. A generator that
 * holds anything but constants, such as a counter, a map or the database, is called row by row in
 * the seed's own thread instead, and so are all of its factory.
 *
 * <p>Immutable and safe for use by several threads, as long as the generators are.
 *
 * @param <R> the table's record type
 */
public final class Factory<R extends Record> {

  private final Table<R> table;
  private final Map<Field<?>, ValueGenerator<?>> columns;
  private final Asked asked;

  private Factory(Table<R> table, Map<Field<?>, ValueGenerator<?>> columns, Asked asked) {
    this.table = table;
    this.columns = columns;
    this.asked = asked;
  }

  /** Returns a factory of the table that infers whatever its rows cannot do without. */
  public static <R extends Record> Factory<R> of(Table<R> table) {
    return new Factory<>(Objects.requireNonNull(table, "table"), Map.of(), Asked.NOTHING);
  }

  /** Gives the column the same value in every row; null means NULL. */
  public <T> Factory<R> set(Field<T> column, @Nullable T value) {
    return generate(column, new SameValue<>(value));
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
    return new Factory<>(table, changed, asked);
  }

  /**
   * Infers these columns too, which the database would leave NULL or give their default.
   *
   * @throws IllegalArgumentException if no column is given
   */
  public Factory<R> infer(Field<?>... optional) {
    return new Factory<>(table, columns, asked.with(optional));
  }

  /**
   * Infers all columns that are not given, but those that the database counts or computes. One row
   * in ten has NULL in a column that takes it.
   */
  public Factory<R> inferAll() {
    return new Factory<>(table, columns, asked.withAll());
  }

  /**
   * Leaves these columns to the database, in spite of {@link #inferAll}: to be NULL or have their
   * default. A column that the table requires is inferred nevertheless.
   *
   * @throws IllegalArgumentException if no column is given
   */
  public Factory<R> leave(Field<?>... optional) {
    return new Factory<>(table, columns, asked.without(optional));
  }

  /**
   * Picks among the values that a key will have in the first {@code count} rows of this factory, or
   * in as many as it can tell apart, before they are inserted: for foreign keys that are checked at
   * the end of the transaction only.
   *
   * <p>The rows are inserted with the key inferred, {@code BOOKS.infer(BOOK.ID).rows(count)}, even
   * if the database could count it.
   *
   * @param key a column that is unique alone
   * @throws IllegalArgumentException if there are to be no rows
   */
  public <T> ValueGenerator<T> upcoming(Field<T> key, long count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "There are " + count + " rows of \"" + table.getName() + "\" to pick from.");
    }
    return new UpcomingKeys<>(this, key, count);
  }

  /** Returns what makes nothing but a key, and for how many rows. */
  Inference.Rows keysOnly(Field<?> key, long count, RowScope scope) {
    Map<Field<?>, ValueGenerator<?>> given = new LinkedHashMap<>(columns);
    given.keySet().removeIf(field -> !field.getName().equalsIgnoreCase(key.getName()));
    LiveTable live = LiveSchema.table(scope.dsl(), table);
    return live == null || !given.isEmpty()
        ? Inference.Rows.given(given, count)
        : Inference.key(table, live, key, scope, count);
  }

  Draw draw(Inference.Rows rows, RowScope scope) {
    return new Draw(new FactoryColumns(table, rows.columns(), Map.of(), scope), scope);
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
   * Returns the first {@code count} rows, or as many as the keys of the table allow: a table of
   * pairs has no more rows than there are pairs.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public RowSource rowsUpTo(long count) {
    return new FactoryRows(table, columns, asked, 0, requireRange(0, count), true);
  }

  /**
   * Returns so many rows for each row that the parent table has, both ends included: {@code
   * LINES.rowsPer(ORDERS, 1, 5)}.
   *
   * <p>The foreign key to the parent is inferred; a number that is unique within it counts from its
   * lowest value on.
   *
   * @throws IllegalArgumentException if the numbers are negative, or the first is the higher one
   */
  public RowSource rowsPer(Table<?> parent, int fewest, int most) {
    if (fewest < 0 || most < fewest) {
      throw new IllegalArgumentException(
          "Rows per \""
              + parent.getName()
              + "\" are "
              + fewest
              + " to "
              + most
              + ", expected 0 <= fewest <= most.");
    }
    var children = new Asked.Children(parent.getQualifiedName(), fewest, most);
    return new FactoryRows(table, columns, asked.withChildren(children), 0, Long.MAX_VALUE, false);
  }

  /**
   * Returns the rows from index {@code from} to before index {@code to}, counted from 0: a part of
   * a larger run, or rows to come after those that were made before.
   *
   * @throws IllegalArgumentException if the range is negative
   */
  public RowSource rows(long from, long to) {
    return new FactoryRows(table, columns, asked, from, requireRange(from, to), false);
  }

  private long requireRange(long from, long to) {
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
    return to;
  }

  private record FactoryRows(
      Table<?> table,
      Map<Field<?>, ValueGenerator<?>> given,
      Asked asked,
      long from,
      long to,
      boolean atMost)
      implements RowSource {

    @Override
    public OpenRows open(RowScope scope) {
      return open(scope, from, OwnRows.UNKNOWN);
    }

    @Override
    public OpenRows openAfter(RowScope scope, long done) {
      return open(scope, from + done, new OwnRows(done));
    }

    private OpenRows open(RowScope scope, long first, OwnRows own) {
      Inference.Rows rows = complete(scope, first, own);
      var ready = new FactoryColumns(table, rows.columns(), rows.groups(), scope);
      ready.requireDistinct(rows.to());
      Supplier<RowSearch> searches =
          () -> new RowSearch(ready, new Draw(ready, scope), rows.rules(), table.getName());
      int threads = ParallelRows.threads(rows.to() - first, rows.rules());
      return new OpenRows(
          ready.fields(),
          threads > 0 && ready.isShareable()
              ? ParallelRows.rows(searches, first, rows.to(), threads)
              : searches.get().rows(first, rows.to(), atMost));
    }

    /** Without a database there is nothing to infer from. */
    private Inference.Rows complete(RowScope scope, long first, OwnRows own) {
      LiveTable live =
          scope.dsl().dialect() == SQLDialect.DEFAULT ? null : LiveSchema.table(scope.dsl(), table);
      return live == null
          ? Inference.Rows.given(given, to)
          : Inference.complete(table, live, given, asked, scope, first, to, atMost, own);
    }
  }
}
