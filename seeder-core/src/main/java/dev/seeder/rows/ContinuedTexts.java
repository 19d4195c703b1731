package dev.seeder.rows;

import dev.seeder.random.Permutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What one short text column can hold: first the few texts that its name suggests, such as the
 * codes of countries, then others.
 *
 * <p>The others are the first ones that there are, but for as many as the suggested ones: those
 * stand in for suggested texts that are among the others. Immutable.
 */
final class ContinuedTexts implements Choices {

  /** More texts than these are enough alone. */
  private static final long MOST = 10_000;

  private static final long SAMPLES = 48;

  private final String column;
  private final FittedText suggested;
  private final FittedText others;
  private final UnaryOperator<Object> toBound;
  private final Permutation order;
  private final Map<String, String> replaced;

  private ContinuedTexts(
      String column, FittedText suggested, FittedText others, UnaryOperator<Object> toBound) {
    this.column = column;
    this.suggested = suggested;
    this.others = others;
    this.toBound = toBound;
    this.order = new Permutation(0, others.size() - suggested.size());
    this.replaced = replacements();
  }

  /** Returns the choices; only the suggested ones if there are many, or too few others. */
  static Choices of(
      String column, FittedText suggested, IndexedValues<?> others, UnaryOperator<Object> toBound) {
    return suggested.size() <= MOST
            && suggested.size() < others.size() / 2
            && others instanceof FittedText texts
            && isOfOneCase(texts)
        ? new ContinuedTexts(column, suggested, texts, toBound)
        : ColumnChoices.of(column, suggested, toBound);
  }

  /** Of small and capital letters, several texts could be the same as a suggested one. */
  private static boolean isOfOneCase(FittedText texts) {
    var samples = new Permutation(0, texts.size());
    String sample =
        LongStream.range(0, Math.min(SAMPLES, texts.size()))
            .mapToObj(index -> texts.at(samples.at(index)))
            .collect(Collectors.joining());
    return sample.equals(sample.toLowerCase(Locale.ROOT))
        || sample.equals(sample.toUpperCase(Locale.ROOT));
  }

  private Map<String, String> replacements() {
    Set<String> before = new TreeSet<>();
    for (long i = 0; i < suggested.size(); i++) {
      before.add(anyCase(suggested.at(i)));
    }
    List<String> free = new ArrayList<>();
    for (long i = order.size(); i < others.size(); i++) {
      if (!before.remove(anyCase(others.at(i)))) {
        free.add(others.at(i));
      }
    }
    // enough of the last ones are free, as there are as many of them as suggested ones
    Map<String, String> replacements = new HashMap<>();
    for (String text : before) {
      replacements.put(text, free.get(replacements.size()));
    }
    return replacements;
  }

  /** An index may not tell the cases apart. */
  private static String anyCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> columns() {
    return List.of(column);
  }

  @Override
  public long size() {
    return suggested.size();
  }

  @Override
  public long blocks() {
    return 1 + order.size() / suggested.size();
  }

  @Override
  public Object at(int place, long index, long block) {
    if (block == 0) {
      return toBound.apply(suggested.at(index));
    }
    String text = others.at(order.at((block - 1) * suggested.size() + index));
    return toBound.apply(replaced.getOrDefault(anyCase(text), text));
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "%,d values for \"%s\"", size() * blocks(), column);
  }
}
