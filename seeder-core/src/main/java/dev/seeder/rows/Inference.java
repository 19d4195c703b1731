package dev.seeder.rows;

import dev.seeder.check.Check;
import dev.seeder.check.Derived;
import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds generators for the columns of a table that its factory does not name and that it cannot do
 * without. Not safe for use by several threads.
 */
final class Inference {

  private final Table<?> table;
  private final LiveTable live;
  private final Map<Field<?>, ValueGenerator<?>> given;
  private final Asked asked;
  private final RowScope scope;
  private final TableChecks checks;
  private final WantedColumns wanted;
  private final long from;
  private final boolean atMost;
  private final OwnRows own;
  private @Nullable IllegalStateException shortage;
  private long to;
  private final Map<String, ValueGenerator<?>> generators = new LinkedHashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<RowPlan> plans = new ArrayList<>();
  private final List<RowRule> rules = new ArrayList<>();
  private final Map<String, String> groups = new HashMap<>();

  private Inference(
      Table<?> table,
      LiveTable live,
      Map<Field<?>, ValueGenerator<?>> given,
      Asked asked,
      RowScope scope,
      long from,
      long to,
      boolean atMost,
      OwnRows own,
      @Nullable LiveColumn only) {
    this.table = table;
    this.live = live;
    this.given = given;
    this.asked = asked;
    this.scope = scope;
    this.checks = TableChecks.of(live, scope);
    this.from = from;
    this.to = to;
    this.atMost = atMost;
    this.own = own;
    this.wanted =
        only == null
            ? WantedColumns.of(live, given.keySet(), asked, checks)
            : WantedColumns.only(live, only, checks);
  }

  /**
   * What rows are made of.
   *
   * @param columns the columns given and, after them, those inferred
   * @param to the index after the last row
   * @param rules what whole rows have to keep
   * @param groups the columns that can be drawn again for that, each with the first of those that
   *     it is drawn together with
   */
  record Rows(
      Map<Field<?>, ValueGenerator<?>> columns,
      long to,
      List<RowRule> rules,
      Map<String, String> groups) {

    static Rows given(Map<Field<?>, ValueGenerator<?>> columns, long to) {
      return new Rows(columns, to, List.of(), Map.of());
    }
  }

  /**
   * Infers what is not given.
   *
   * @param atMost whether fewer rows will do where keys do not allow more
   * @param own how many rows of the table come before {@code from}, if that is known
   */
  static Rows complete(
      Table<?> table,
      LiveTable live,
      Map<Field<?>, ValueGenerator<?>> given,
      Asked asked,
      RowScope scope,
      long from,
      long to,
      boolean atMost,
      OwnRows own) {
    var inference = new Inference(table, live, given, asked, scope, from, to, atMost, own, null);
    Rows rows = inference.rows();
    if (inference.shortage != null) {
      throw inference.shortage;
    }
    return rows;
  }

  private Rows rows() {
    return wanted.isEmpty() || from == to
        ? Rows.given(given, to)
        : new Rows(infer(), to, rules, groups);
  }

  /** Infers one column that is unique alone, as if it were for so many rows at most. */
  static Rows key(Table<?> table, LiveTable live, Field<?> key, RowScope scope, long count) {
    LiveColumn column = live.column(key.getName());
    if (column == null
        || live.references().stream().anyMatch(each -> each.columns().contains(column.name()))
        || live.keys().stream().noneMatch(each -> each.columns().equals(List.of(column.name())))) {
      throw new IllegalStateException(
          "Column \""
              + live.simpleName()
              + "."
              + key.getName()
              + "\" has no keys that are known before its rows are inserted: it has to be unique"
              + " alone, and no foreign key.");
    }
    var inference =
        new Inference(
            table, live, Map.of(), Asked.NOTHING, scope, 0, count, true, OwnRows.UNKNOWN, column);
    return inference.rows();
  }

  private Map<Field<?>, ValueGenerator<?>> infer() {
    var parents = new ParentUnits(live, wanted, asked, scope, table.getName());
    units.addAll(parents.units());
    generators.putAll(parents.generators());
    groups.putAll(parents.groups());
    PerParent perParent = parents.perParent();
    if (perParent != null) {
      plans.add(perParent);
      to = perParent.rows();
    }
    for (LiveColumn column : wanted.all()) {
      if (!parents.covered().contains(column.name())) {
        boolean nullable = wanted.isNullable(column.name());
        units.add(FreeColumn.unit(live, column, checks, wanted::isThere, nullable, scope));
      }
    }
    solveKeys();
    limitCounted();
    for (Unit unit : units) {
      long key = key(unit.columns().get(0));
      for (int i = 0; i < unit.columns().size(); i++) {
        if (unit.isRedrawn()) {
          groups.put(unit.columns().get(i), unit.columns().get(0));
        }
        generators.putIfAbsent(unit.columns().get(i), unit.generator(i, key, nulls(unit)));
      }
    }
    makeDerived();
    var complete = new LinkedHashMap<>(given);
    wanted.all().forEach(column -> put(complete, column));
    return complete;
  }

  /** The class of the table, if there is one, says of which type its users take the values. */
  private void put(Map<Field<?>, ValueGenerator<?>> complete, LiveColumn column) {
    ValueGenerator<?> generator = Objects.requireNonNull(generators.get(column.name()));
    Field<?> known = table.field(DSL.name(column.name()));
    if (known == null || known.getType() == column.type().binding().getType()) {
      complete.put(known == null ? liveField(column.name()) : known, generator);
    } else {
      complete.put(known, draw -> known.getDataType().convert(generator.value(draw)));
    }
  }

  /** Columns that a condition makes of others are not drawn, but for those of keys. */
  private void makeDerived() {
    Set<String> made = new HashSet<>();
    for (Unit unit : units) {
      String name = unit.columns().get(0);
      LiveColumn column = wanted.get(name);
      if (unit.assigned() || unit.columns().size() > 1 || column == null) {
        continue;
      }
      Derived derived = checks.derived(name, made);
      ValueGenerator<?> otherwise = generators.get(name);
      if (derived != null && otherwise != null && unit.isFree()) {
        generators.put(name, FreeColumn.derived(column, derived, otherwise, scope));
        made.add(name);
      }
    }
  }

  private Unit.Nulls nulls(Unit unit) {
    if (unit.columns().stream().anyMatch(wanted::isOnlyForChecks)) {
      return Unit.Nulls.ALL_IF_POSSIBLE;
    }
    return asked.all() ? Unit.Nulls.SOME : Unit.Nulls.NONE;
  }

  /** A key of computed columns is kept by the columns that they are computed from. */
  private List<LiveKey> keys() {
    List<String> names = live.columns().stream().map(LiveColumn::name).toList();
    return live.keys().stream()
        .map(
            key -> {
              var columns = new LinkedHashSet<String>();
              for (String name : key.columns()) {
                LiveColumn column = live.column(name);
                if (column == null || column.expression().isEmpty()) {
                  columns.add(name);
                } else {
                  columns.addAll(
                      Check.of(scope.dsl().dialect(), "", column.expression(), names).columns());
                }
              }
              return columns.isEmpty() ? key : key.withColumns(List.copyOf(columns));
            })
        .toList();
  }

  private void solveKeys() {
    var taken = new TakenKeys(scope.dsl(), DSL.table(live.name()), own);
    Set<String> unknown = new HashSet<>(wanted.given());
    generators.keySet().forEach(column -> unknown.add(column.toLowerCase(Locale.ROOT)));
    Set<String> varying = new HashSet<>();
    given.forEach(
        (field, generator) -> {
          if (!(generator instanceof SameValue<?>)) {
            varying.add(field.getName().toLowerCase(Locale.ROOT));
          }
        });
    var solver =
        new KeySolver(
            live,
            keys(),
            units,
            plans,
            unknown,
            varying,
            taken.isEmpty(),
            scope.randomSeed(),
            from,
            to);
    List<KeyPlan> solved = solver.solve();
    if (own.matter() && !taken.isEmpty() && !(solved.isEmpty() && solver.unsolved().isEmpty())) {
      throw othersRows();
    }
    for (KeyPlan plan : solved) {
      List<Field<?>> fields = new ArrayList<>();
      plan.parts().forEach(part -> part.columns().forEach(column -> fields.add(liveField(column))));
      List<RowRule> planRules = rulesOf(plan);
      taken.leaveOut(plan, fields, planRules, from, to);
      long left = Shortage.rows(plan);
      if (left <= from && taken.isEmpty() && !planRules.isEmpty()) {
        throw RowSearch.noRow(from, table.getName(), described(planRules), KeyPlan.MISSES);
      }
      if (to > left && !atMost) {
        shortage = shortage == null ? Shortage.failure(live, plan, from, to) : shortage;
      }
      to = Math.max(from, Math.min(to, left));
    }
    for (Check check : checks.all()) {
      boolean planned = solved.stream().anyMatch(plan -> isOf(plan, check));
      if (!planned && check.columns().stream().anyMatch(wanted::contains)) {
        rules.add(checks.rule(check));
      }
    }
    for (LiveKey key : solver.unsolved()) {
      List<Field<?>> fields = new ArrayList<>();
      key.columns().forEach(column -> fields.add(liveField(column)));
      rules.add(new DistinctRule(key, taken.read(fields)));
    }
  }

  /** What the database counts ends with the numbers of its type. */
  private void limitCounted() {
    for (LiveColumn column : live.columns()) {
      boolean counted =
          column.filling() == Filling.IDENTITY
              && column.type().kind() == Kind.INTEGER
              && !wanted.contains(column.name());
      if (counted && atMost) {
        to = Math.max(from, Math.min(to, column.type().high()));
      }
    }
  }

  private static String described(List<RowRule> rules) {
    return rules.stream().map(RowRule::describe).collect(Collectors.joining(" and "));
  }

  private IllegalStateException othersRows() {
    return new IllegalStateException(
        "Table \""
            + live.simpleName()
            + "\" has rows that this insert has not made, and a seed that commits in between could not"
            + " tell its own keys from theirs when it goes on.\n"
            + "  To fix: empty the table first, give its keys by set(...) or generate(...), or let"
            + " commitEvery() be 0.");
  }

  /** Returns the checks that the columns of a plan can break, and no others. */
  private List<RowRule> rulesOf(KeyPlan plan) {
    return checks.all().stream().filter(check -> isOf(plan, check)).map(checks::rule).toList();
  }

  private static boolean isOf(KeyPlan plan, Check check) {
    return !check.columns().isEmpty()
        && check.columns().stream()
            .allMatch(
                column -> plan.parts().stream().anyMatch(part -> part.columns().contains(column)));
  }

  private long key(String column) {
    return CellRandom.columnKey(scope.randomSeed(), table.getName(), column);
  }

  private Field<?> liveField(String name) {
    LiveColumn column = Objects.requireNonNull(live.column(name), name);
    return DSL.field(DSL.name(column.name()), column.type().binding());
  }
}
