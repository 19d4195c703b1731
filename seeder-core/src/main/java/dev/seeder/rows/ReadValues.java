package dev.seeder.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The different values that a column holds, whole numbers in eight bytes each. Immutable. */
final class ReadValues<T> implements IndexedValues<T> {

  private static final int AT_ONCE = 1_000;

  private final long[] numbers;
  private final @Nullable LongFunction<T> toNumber;
  private final List<T> others;
  private final int size;

  private ReadValues(long[] numbers, @Nullable LongFunction<T> toNumber, List<T> others) {
    this.numbers = numbers;
    this.toNumber = toNumber;
    this.others = others;
    this.size = numbers.length + others.size();
  }

  static <T> ReadValues<T> of(DSLContext dsl, Field<T> column, Table<?> table) {
    long[] numbers = new long[AT_ONCE];
    int count = 0;
    LongFunction<T> toNumber = toNumber(column.getType());
    List<T> others = new ArrayList<>();
    try (Cursor<Record1<T>> rows =
        dsl.selectDistinct(column)
            .from(table)
            .where(column.isNotNull())
            .orderBy(column)
            .fetchSize(AT_ONCE)
            .fetchLazy()) {
      for (Record1<T> row : rows) {
        T value = row.value1();
        if (toNumber == null || !(value instanceof Number number)) {
          others.add(value);
          continue;
        }
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, count + count / 2);
        }
        numbers[count++] = number.longValue();
      }
    }
    // in Java's order, as databases sort text each in its own: the same values, the same picks
    Arrays.sort(numbers, 0, count);
    if (!others.isEmpty() && others.get(0) instanceof Comparable) {
      others.sort(null);
    }
    return new ReadValues<>(Arrays.copyOf(numbers, count), toNumber, others);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public T at(long index) {
    return toNumber != null ? toNumber.apply(numbers[(int) index]) : others.get((int) index);
  }

  @SuppressWarnings("unchecked") // the type was compared
  private static <T> @Nullable LongFunction<T> toNumber(Class<T> type) {
    if (type == Long.class) {
      return number -> (T) (Object) number;
    }
    return type == Integer.class ? number -> (T) (Object) (int) number : null;
  }
}
