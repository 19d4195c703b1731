package dev.seeder.rows;

import dev.seeder.random.AliasTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Weighted choice: an alias table over the values in the order of their text. */
record WeightedValues<T>(List<T> values, AliasTable table) implements IndexedValues<T> {

  static <T> WeightedValues<T> of(Map<T, ? extends Number> weights) {
    List<? extends Map.Entry<T, ? extends Number>> entries =
        weights.entrySet().stream()
            .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
            .toList();
    double total = 0;
    for (Map.Entry<T, ? extends Number> entry : entries) {
      double weight = entry.getValue().doubleValue();
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "The weight of \"" + entry.getKey() + "\" is " + weight + ", expected 0 or more.");
      }
      total += weight;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("weighted() needs at least one weight above 0.");
    }
    entries = entries.stream().filter(entry -> entry.getValue().doubleValue() > 0).toList();
    return new WeightedValues<>(
        entries.stream().<T>map(Map.Entry::getKey).toList(),
        new AliasTable(
            entries.stream().mapToDouble(entry -> entry.getValue().doubleValue()).toArray()));
  }

  @Override
  public T value(Draw draw) {
    return values.get(table.draw(draw.random()));
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public T at(long index) {
    return values.get((int) index);
  }
}
