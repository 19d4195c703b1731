package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shares out choices to rows so that no key of the table is there twice.
 *
 * <p>The smallest key comes first. A key that has a part of its own in each row is kept already;
 * one whose parts are all open is planned over their product; one that shares parts with a planned
 * key takes the place of what it does not share. Not safe for use by several threads.
 */
final class KeySolver {

  /** Free values of more choices than these make a key distinct on their own. */
  private static final long PLENTY = 1L << 30;

  private final LiveTable table;
  private final List<LiveKey> keys;
  private final Set<String> constant;
  private final Set<String> varying;
  private final boolean empty;
  private final long randomSeed;
  private final long from;
  private final long to;
  private final Map<String, Unit> byColumn = new HashMap<>();
  private final List<RowPlan> plans;
  private final List<KeyPlan> keyPlans = new ArrayList<>();
  private final List<LiveKey> unsolved = new ArrayList<>();

  /**
   * Makes a solver.
   *
   * @param constant columns that are filled in ways that nothing is known of, in lower case
   * @param varying those of them that the rows may differ in
   * @param keys what is to be kept of the table
   * @param plans how units are shared out already
   * @param empty whether the table has no rows yet
   */
  KeySolver(
      LiveTable table,
      List<LiveKey> keys,
      List<Unit> units,
      List<? extends RowPlan> plans,
      Set<String> constant,
      Set<String> varying,
      boolean empty,
      long randomSeed,
      long from,
      long to) {
    this.table = table;
    this.keys = keys;
    this.plans = new ArrayList<>(plans);
    this.constant = constant;
    this.varying = varying;
    this.empty = empty;
    this.randomSeed = randomSeed;
    this.from = from;
    this.to = to;
    units.forEach(unit -> unit.columns().forEach(column -> byColumn.put(column, unit)));
  }

  /** Returns the plans of the keys, in the order they were made. */
  List<KeyPlan> solve() {
    keys.stream()
        // an expression can make of a NULL what it likes
        .filter(key -> key.nullsEqual() || key.expressions())
        .flatMap(key -> key.columns().stream())
        .map(byColumn::get)
        .filter(Objects::nonNull)
        .forEach(Unit::keepNotNull);
    keys.stream()
        .sorted(
            Comparator.comparingLong(this::capacity)
                // a key that has all columns of another one is kept with it
                .thenComparing(key -> key.columns().size())
                .thenComparing(LiveKey::name))
        .forEach(this::solve);
    return keyPlans;
  }

  /** Returns the keys that rows have to be tried for. */
  List<LiveKey> unsolved() {
    return unsolved;
  }

  private long capacity(LiveKey key) {
    Set<Unit> parts = parts(key);
    if (parts == null) {
      return Long.MAX_VALUE;
    }
    long capacity = 1;
    for (Unit part : parts) {
      Choices choices = part.choices();
      capacity = KeyPlan.product(capacity, KeyPlan.product(choices.size(), choices.blocks()));
    }
    return capacity;
  }

  private void solve(LiveKey key) {
    Set<Unit> parts = parts(key);
    if (parts != null && parts.isEmpty()) {
      unsolved.add(key);
      return;
    }
    if (parts == null || parts.stream().anyMatch(part -> part.distinct(empty))) {
      return;
    }
    if (plans.stream().anyMatch(plan -> plan.distinct() && parts.containsAll(plan.parts()))) {
      return;
    }
    List<Unit> open = parts.stream().filter(part -> !part.assigned()).toList();
    List<Unit> plain = open.stream().filter(part -> !isText(part)).toList();
    if (key.expressions() && product(plain) >= to) {
      // an expression can make the same of texts that differ
      plan(key, plain);
    } else if (open.isEmpty()) {
      unsolved.add(key);
    } else if (open.size() == parts.size()) {
      List<Unit> planned = enough(open);
      boolean needsOthers = rows(planned) < to && variesBeside(key);
      if ((isWhole(key, parts) && !needsOthers)
          || (planned.size() == 1 && plenty(planned.get(0)))) {
        plan(key, planned);
      } else {
        unsolved.add(key);
      }
    } else if (!follow(parts, open)) {
      List<Unit> alone = enough(open);
      if (alone.size() == 1 && plenty(alone.get(0))) {
        plan(key, alone);
      } else {
        unsolved.add(key);
      }
    }
  }

  /** Returns whether the parts have all columns of the key that rows can differ in. */
  private boolean isWhole(LiveKey key, Set<Unit> parts) {
    return key.columns().stream()
        .map(byColumn::get)
        .allMatch(unit -> unit == null || parts.contains(unit));
  }

  /** Returns whether the factory gives a column of the key in which its rows may differ, too. */
  private boolean variesBeside(LiveKey key) {
    return key.columns().stream().anyMatch(name -> varying.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns for how many rows there are combinations; any number if one may be NULL. */
  private static long rows(List<Unit> units) {
    long rows = 1;
    for (Unit unit : units) {
      rows = unit.nullable() ? Long.MAX_VALUE : KeyPlan.product(rows, size(unit));
    }
    return rows;
  }

  /**
   * Returns the units of a key, but for those of which it has some columns only: what differs in
   * others is no help. Null if the database or a NULL makes it distinct.
   */
  private @Nullable Set<Unit> parts(LiveKey key) {
    var parts = new LinkedHashSet<Unit>();
    boolean some = false;
    for (String name : key.columns()) {
      Unit unit = byColumn.get(name);
      if (unit != null) {
        some = true;
        if (key.columns().containsAll(unit.columns())) {
          parts.add(unit);
        }
        continue;
      }
      LiveColumn column = table.column(name);
      Filling filling = column == null ? Filling.ALWAYS : column.filling();
      boolean given = constant.contains(name.toLowerCase(Locale.ROOT));
      if (!given && (filling == Filling.IDENTITY || filling == Filling.ALWAYS)) {
        return null;
      }
      if (!given && filling == Filling.NOTHING && !key.nullsEqual()) {
        return null;
      }
    }
    return some ? parts : null;
  }

  /**
   * Returns the parts that are to be planned: one of many values alone, as rows that belong to
   * something are not spread then; all of them otherwise, if they can be permuted together.
   */
  private static List<Unit> enough(List<Unit> open) {
    Unit largest = open.get(0);
    for (Unit unit : open) {
      if (plenty(unit) && !(unit.choices() instanceof CountedNumbers)) {
        return List.of(unit);
      }
      largest = size(unit) > size(largest) ? unit : largest;
    }
    return KeyPlan.permuted(open) > KeyPlan.MOST ? List.of(largest) : open;
  }

  private static boolean isText(Unit unit) {
    return unit.choices() instanceof ColumnChoices column && column.values() instanceof FittedText;
  }

  private static long product(List<Unit> units) {
    long product = units.isEmpty() ? 0 : 1;
    for (Unit unit : units) {
      product = KeyPlan.product(product, unit.choices().size());
    }
    return product > KeyPlan.MOST ? 0 : product;
  }

  private static long size(Unit unit) {
    return KeyPlan.product(unit.choices().size(), unit.choices().blocks());
  }

  private static boolean plenty(Unit unit) {
    return size(unit) >= PLENTY;
  }

  private void plan(LiveKey key, List<Unit> parts) {
    var plan = new KeyPlan(parts, planKey(key), from);
    plan.assign();
    plans.add(plan);
    keyPlans.add(plan);
  }

  private long planKey(LiveKey key) {
    return CellRandom.columnKey(
        randomSeed, table.simpleName(), "key " + String.join(",", key.columns()));
  }

  /**
   * Gives the open part the place of those parts of a plan that the key does not have: within the
   * same fixed parts these differ, and so does it.
   */
  private boolean follow(Set<Unit> parts, List<Unit> open) {
    List<Unit> fixed = parts.stream().filter(Unit::assigned).toList();
    for (RowPlan plan : plans) {
      if (open.size() == 1 && plan.parts().containsAll(fixed)) {
        Unit unit = open.get(0);
        Choices choices = unit.choices();
        long needed = plan.restSize(fixed);
        if (needed <= choices.size()
            || (choices instanceof CountedNumbers && needed <= choices.blocks())) {
          unit.assign(following(plan, fixed, choices), false);
          return true;
        }
      }
    }
    return false;
  }

  private static Assignment following(RowPlan plan, List<Unit> fixed, Choices choices) {
    boolean counts = choices instanceof CountedNumbers;
    return new Assignment() {
      @Override
      public long index(Draw draw) {
        return counts ? 0 : plan.rest(fixed, plan.number(draw.row()));
      }

      @Override
      public long block(Draw draw) {
        return counts ? plan.rest(fixed, plan.number(draw.row())) : 0;
      }
    };
  }
}
