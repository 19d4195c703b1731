package dev.seeder.rows;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Weighted choice in one draw, whatever the number of values: an alias table (Walker 1977, built as
 * in Vose: "A linear algorithm for generating random numbers with a given distribution", 1991).
 */
final class WeightedValues<T> implements ValueGenerator<T> {

  private final List<T> values;
  private final double[] threshold;
  private final int[] alias;

  WeightedValues(Map<T, ? extends Number> weights) {
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
    int size = entries.size();
    values = entries.stream().<T>map(Map.Entry::getKey).toList();
    threshold = new double[size];
    alias = new int[size];
    var small = new ArrayDeque<Integer>();
    var large = new ArrayDeque<Integer>();
    for (int i = 0; i < size; i++) {
      threshold[i] = entries.get(i).getValue().doubleValue() * size / total;
      alias[i] = i;
      (threshold[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.remove();
      int rich = large.remove();
      alias[poor] = rich;
      threshold[rich] -= 1 - threshold[poor];
      (threshold[rich] < 1 ? small : large).add(rich);
    }
    // rounding leaves entries that should be exactly full
    small.forEach(i -> threshold[i] = 1);
    large.forEach(i -> threshold[i] = 1);
  }

  @Override
  public T value(Draw draw) {
    double scaled = draw.random().nextDouble() * values.size();
    int slot = (int) scaled;
    return values.get(scaled - slot < threshold[slot] ? slot : alias[slot]);
  }
}
