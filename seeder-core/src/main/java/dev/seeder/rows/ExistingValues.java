package dev.seeder.rows;

import dev.seeder.random.Permutation;
import dev.seeder.random.Zipf;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Picks among the values that a column of another table holds.
 *
 * @param popular whether few of them come most of the time
 */
record ExistingValues<T>(Field<T> column, Table<?> table, boolean popular)
    implements IndexedValues<T> {

  /** The second value comes half as often as the first, the third a third as often. */
  private static final double EXPONENT = 1;

  static <T> ExistingValues<T> of(Field<T> column, boolean popular) {
    return new ExistingValues<>(column, table(column), popular);
  }

  /** Returns the table that a column is of. */
  static Table<?> table(Field<?> column) {
    Name qualifier = column.getQualifiedName().qualifier();
    if (qualifier == null) {
      throw new IllegalArgumentException(
          "The column \""
              + column.getName()
              + "\" does not say which table it is of.\n"
              + "  To fix: use the field of a generated class, or field(name(\"table\", \""
              + column.getName()
              + "\"), type).");
    }
    return column instanceof TableField<?, ?> field && field.getTable() != null
        ? field.getTable()
        : DSL.table(qualifier);
  }

  @Override
  public T value(Draw draw) {
    throw notRead();
  }

  @Override
  public long size() {
    throw notRead();
  }

  @Override
  public T at(long index) {
    throw notRead();
  }

  @Override
  public IndexedValues<T> prepare(RowScope scope) {
    ReadValues<T> values = ReadValues.of(scope.dsl(), column, table);
    if (values.size() == 0) {
      throw new IllegalStateException(
          "Column \""
              + table.getName()
              + "."
              + column.getName()
              + "\" holds no value to pick from.\n"
              + "  To fix: fill \""
              + table.getName()
              + "\" first, in this seed or in one that this seed depends on.");
    }
    return popular ? new Popular<>(values, new Zipf(values.size(), EXPONENT)) : values;
  }

  private IllegalStateException notRead() {
    String name = popular ? "popular(...)" : "existing(...)";
    return new IllegalStateException(
        name
            + " reads its values once per run, but was called for a row without that.\n"
            + "  To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.");
  }

  /** Which values are the popular ones depends on the random seed, not on their order. */
  private record Popular<T>(ReadValues<T> values, Zipf ranks) implements IndexedValues<T> {

    @Override
    public T value(Draw draw) {
      long rank = ranks.draw(draw.random()) - 1;
      return values.at(new Permutation(draw.columnKey(), values.size()).at(rank));
    }

    @Override
    public long size() {
      return values.size();
    }

    @Override
    public T at(long index) {
      return values.at(index);
    }
  }
}
