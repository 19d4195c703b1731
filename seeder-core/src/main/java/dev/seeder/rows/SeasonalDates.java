package dev.seeder.rows;

import dev.seeder.random.AliasTable;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Days of which some months have more.
 *
 * @param firsts the first day of each month in the range, the last one being the day after it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
record SeasonalDates(AliasTable months, long[] firsts) implements IndexedValues<LocalDate> {

  static SeasonalDates of(LocalDate first, LocalDate last, Map<Month, ? extends Number> weights) {
    List<Long> firsts = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); ) {
      LocalDate next = YearMonth.from(day).plusMonths(1).atDay(1);
      long days = Math.min(next.toEpochDay(), last.toEpochDay() + 1) - day.toEpochDay();
      Number weight = weights.get(day.getMonth());
      firsts.add(day.toEpochDay());
      shares.add(days * (weight == null ? 1.0 : weight.doubleValue()));
      day = next;
    }
    firsts.add(last.toEpochDay() + 1);
    return new SeasonalDates(
        new AliasTable(shares.stream().mapToDouble(Double::doubleValue).toArray()),
        firsts.stream().mapToLong(Long::longValue).toArray());
  }

  @Override
  public LocalDate value(Draw draw) {
    int month = months.draw(draw.random());
    return LocalDate.ofEpochDay(draw.random().nextLong(firsts[month], firsts[month + 1]));
  }

  @Override
  public long size() {
    return firsts[firsts.length - 1] - firsts[0];
  }

  @Override
  public LocalDate at(long index) {
    return LocalDate.ofEpochDay(firsts[0] + index);
  }
}
