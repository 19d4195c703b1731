package dev.seeder.rows;

import dev.seeder.random.Permutation;
import java.util.Locale;

/** Each row's own value of those that there are: the rows permuted, so that nothing is kept. */
record UniqueValues<T>(IndexedValues<T> values) implements IndexedValues<T> {

  static <T> IndexedValues<T> of(ValueGenerator<T> generator) {
    if (!(generator instanceof IndexedValues<T> values)) {
      throw new IllegalArgumentException(
          """
          unique(...) cannot count what the generator makes.
            It takes: oneOf, weighted, between, pattern, sequence, sentence, text, uuid, and all names, \
          places, codes and numbers of Values.
            To fix: use one of those, or put draw.row() into what a lambda makes.""");
    }
    return values.distinct() ? values : new UniqueValues<>(values);
  }

  @Override
  public T value(Draw draw) {
    return value(values, draw);
  }

  /** Returns the value of the row's own index. */
  static <T> T value(IndexedValues<T> values, Draw draw) {
    long row = draw.row();
    long size = values.size();
    if (row >= size) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Row %,d of %s needs a value of its own, but there are only %,d.\n"
                  + "  To fix: make fewer rows, or use a generator of more values.",
              row + 1,
              draw.columnName(),
              size));
    }
    return values.at(new Permutation(draw.columnKey(), size).at(row));
  }

  @Override
  public IndexedValues<T> prepare(RowScope scope) {
    IndexedValues<T> prepared = values.prepare(scope);
    // counted here, not at the first row
    return prepared.size() < 1 ? this : new UniqueValues<>(prepared);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public T at(long index) {
    return values.at(index);
  }

  @Override
  public boolean distinct() {
    return true;
  }
}
