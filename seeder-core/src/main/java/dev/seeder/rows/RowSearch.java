package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows again until they keep all rules: those rules that no column could see to alone. Not
 * safe for use by several threads.
 */
final class RowSearch {

  private static final int ATTEMPTS = 5_000;

  /** After so many attempts the columns that a rule is about are not the only ones to change. */
  private static final int STUBBORN = 32;

  private static final int[] NONE = {};
  private static final @Nullable Object[] NO_ROW = {};

  private final Draw draw;
  private final List<RowRule> rules;
  private final String table;
  private final int[] all;
  private final IdentityHashMap<RowRule, int[]> redrawn = new IdentityHashMap<>();
  private @Nullable RowRule broken;

  RowSearch(FactoryColumns columns, Draw draw, List<RowRule> rules, String table) {
    this.draw = draw;
    this.rules = rules;
    this.table = table;
    this.all = IntStream.range(0, columns.size()).filter(columns::isRedrawn).toArray();
    for (RowRule rule : rules) {
      int[] candidates =
          rule.columns().stream()
              .filter(columns::has)
              .mapToInt(columns::indexOf)
              .filter(columns::isRedrawn)
              .toArray();
      redrawn.put(rule, candidates);
    }
  }

  /**
   * Returns the rows.
   *
   * @param atMost whether they may end where no distinct row can be found any more
   */
  Stream<@Nullable Object[]> rows(long from, long to, boolean atMost) {
    if (rules.isEmpty()) {
      return LongStream.range(from, to).mapToObj(draw::row);
    }
    // rows before the first one have keys too
    long start = rules.stream().anyMatch(DistinctRule.class::isInstance) ? 0 : from;
    Stream<@Nullable Object[]> rows =
        LongStream.range(start, to)
            .mapToObj(row -> atMost ? findOrEnd(row) : require(row))
            .skip(from - start);
    return atMost ? rows.takeWhile(row -> row.length > 0) : rows;
  }

  /** More rows may find no key that is free; a condition is kept by none or by any number. */
  private @Nullable Object[] findOrEnd(long index) {
    @Nullable Object[] row = find(index);
    return row.length == 0 && !(broken instanceof DistinctRule) ? require(index) : row;
  }

  private @Nullable Object[] require(long index) {
    @Nullable Object[] row = find(index);
    if (row.length == 0) {
      throw noRow(index, table, broken == null ? "all rules" : broken.describe(), ATTEMPTS);
    }
    return row;
  }

  static IllegalStateException noRow(long index, String table, String rules, int attempts) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "No row %d of \"%s\" was found that keeps %s, in %d attempts.\n"
                + "  To fix: give its columns by set(...) or generate(...).",
            index + 1,
            table,
            rules,
            attempts));
  }

  /**
   * Returns a row that keeps all rules, or no values at all: of a rule that is broken, one column
   * is drawn again, as in the search of Selman, Kautz and Cohen ("Noise strategies for improving
   * local search", AAAI 1994).
   */
  private @Nullable Object[] find(long index) {
    draw.afresh();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable Object[] row = draw.row(index);
      RowRule first = broken(attempt);
      if (first == null) {
        rules.forEach(rule -> rule.accept(draw::valueOrNull));
        return row;
      }
      broken = first;
      int[] candidates = redrawn.getOrDefault(first, NONE);
      if (attempt >= STUBBORN && attempt % 2 == 1 && candidates.length > 0) {
        candidates = all; // those that the rule is about may follow from others
      }
      if (candidates.length == 0) {
        break;
      }
      draw.again(candidates[(int) CellRandom.pick(attempt, index, candidates.length)]);
    }
    return NO_ROW;
  }

  /** Begins at another rule each time, so that none waits for ever. */
  private @Nullable RowRule broken(int attempt) {
    for (int i = 0; i < rules.size(); i++) {
      RowRule rule = rules.get((i + attempt) % rules.size());
      if (!rule.holds(draw::valueOrNull)) {
        return rule;
      }
    }
    return null;
  }
}
