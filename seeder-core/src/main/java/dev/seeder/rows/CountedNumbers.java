package dev.seeder.rows;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whole numbers that keys count through from the lowest on. */
record CountedNumbers(String column, long low, long high, UnaryOperator<Object> toBound)
    implements Choices {

  @Override
  public List<String> columns() {
    return List.of(column);
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public long blocks() {
    long width = high - low;
    return width < 0 || width == Long.MAX_VALUE ? Long.MAX_VALUE : width + 1;
  }

  @Override
  public Object at(int place, long index, long block) {
    return toBound.apply(low + block);
  }

  /** Returns how many numbers to leave out so that the number of a row comes after this one. */
  long behind(@Nullable Number highest, long row) {
    if (highest == null || highest.longValue() < low + row) {
      return 0;
    }
    return highest.longValue() - low - row + 1;
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "%,d numbers for \"%s\"", blocks(), column);
  }
}
