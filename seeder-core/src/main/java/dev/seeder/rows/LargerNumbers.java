package dev.seeder.rows;

import dev.seeder.schema.LiveType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are not below the one in another column of the row.
 *
 * @param unit the smallest step of the numbers
 * @param highest the highest of the column's type, in units
 * @param alone what there is without the other column
 */
record LargerNumbers(Field<?> lower, BigDecimal unit, long highest, SpreadValues<?> alone)
    implements ValueGenerator<Object> {

  static LargerNumbers of(Field<?> lower, LiveType type, SpreadValues<?> alone) {
    BigDecimal unit = decimal(alone.made().apply(1)).stripTrailingZeros();
    long highest = NumberType.of(type, unit.scale()).high();
    return new LargerNumbers(lower, unit, highest, alone);
  }

  @Override
  public @Nullable Object value(Draw draw) {
    Object own = alone.value(draw);
    Object low = draw.value(lower);
    if (!(low instanceof Number)) {
      return own;
    }
    long least = units(low, RoundingMode.CEILING);
    long more = Math.max(1, units(own, RoundingMode.DOWN) / 2);
    long larger = Math.max(least, Math.min(alone.high(), least + more));
    return alone.made().apply(Math.min(highest, larger));
  }

  private long units(Object number, RoundingMode rounding) {
    return decimal(number).divide(unit, 0, rounding).longValue();
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }
}
