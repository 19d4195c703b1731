package dev.seeder.rows;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one column can hold.
 *
 * @param values what it can hold, before it is bound
 * @param digits of how many digits a number comes after texts that have all been used; 0 for none
 * @param toBound makes of a value what the column's binding takes
 */
record ColumnChoices(
    String column, IndexedValues<?> values, int digits, UnaryOperator<Object> toBound)
    implements Choices {

  private static final int DIGITS = 7;

  /** Shorter texts are not numbered. */
  private static final int SHORTEST = 8;

  /** Returns the choices of values that cannot be counted on. */
  static ColumnChoices of(String column, IndexedValues<?> values, UnaryOperator<Object> toBound) {
    return new ColumnChoices(column, values, 0, toBound);
  }

  /**
   * Returns texts that get a number when each has been used; null if there is no room for that in a
   * column of this length.
   */
  static @Nullable ColumnChoices numbered(
      String column, FittedText texts, int length, UnaryOperator<Object> toBound) {
    int room = length - DIGITS - 1;
    if (room < SHORTEST || texts.size() >= KeyPlan.MOST) {
      return null;
    }
    try {
      return new ColumnChoices(column, texts.fitting(room), DIGITS, toBound);
    } catch (IllegalArgumentException e) {
      return null; // they do not come any shorter
    }
  }

  @Override
  public List<String> columns() {
    return List.of(column);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public long blocks() {
    long blocks = 1;
    for (int i = 0; i < digits; i++) {
      blocks *= 10;
    }
    return blocks;
  }

  @Override
  public Object at(int place, long index, long block) {
    return toBound.apply(block == 0 ? values.at(index) : values.at(index) + " " + (block + 1));
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "%,d values for \"%s\"", size() * blocks(), column);
  }
}
