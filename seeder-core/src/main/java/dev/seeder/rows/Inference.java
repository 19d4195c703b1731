package dev.seeder.rows;

import dev.seeder.check.Check;
import dev.seeder.check.Derived;
import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.Collection;
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
  private final long from;
  private final boolean atMost;
  private boolean meaningful = true;
  private @Nullable IllegalStateException shortage;
  private long to;
  private final Set<String> givenNames = new HashSet<>();
  private final Map<String, LiveColumn> wanted = new LinkedHashMap<>();
  private final Map<String, ValueGenerator<?>> generators = new LinkedHashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<RowPlan> plans = new ArrayList<>();
  private final List<RowRule> rules = new ArrayList<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Set<String> onlyForChecks = new HashSet<>();
  private final Set<String> covered = new LinkedHashSet<>();

  private Inference(
      Table<?> table,
      LiveTable live,
      Map<Field<?>, ValueGenerator<?>> given,
      Asked asked,
      RowScope scope,
      long from,
      long to,
      boolean atMost) {
    this.table = table;
    this.live = live;
    this.given = given;
    this.asked = asked;
    this.scope = scope;
    this.checks = TableChecks.of(live, scope);
    this.from = from;
    this.to = to;
    this.atMost = atMost;
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
   */
  static Rows complete(
      Table<?> table,
      LiveTable live,
      Map<Field<?>, ValueGenerator<?>> given,
      Asked asked,
      RowScope scope,
      long from,
      long to,
      boolean atMost) {
    var inference = new Inference(table, live, given, asked, scope, from, to, atMost);
    Rows rows = inference.rows();
    if (inference.shortage == null) {
      return rows;
    }
    // what names suggest may be few: there are fewer countries than codes of two letters
    var plain = new Inference(table, live, given, asked, scope, from, to, atMost);
    plain.meaningful = false;
    Rows more = plain.rows();
    if (plain.shortage != null) {
      throw inference.shortage;
    }
    return more;
  }

  private Rows rows() {
    findWanted();
    return wanted.isEmpty() || from == to
        ? Rows.given(given, to)
        : new Rows(infer(), to, rules, groups);
  }

  /** Infers one column that is unique alone, as if it were for so many rows. */
  static Map<Field<?>, ValueGenerator<?>> key(
      Table<?> table, LiveTable live, Field<?> key, RowScope scope, long count) {
    var inference =
        new Inference(table, live, Map.of(), Asked.NOTHING.with(key), scope, 0, count, false);
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
    inference.wanted.put(column.name(), column);
    Map<Field<?>, ValueGenerator<?>> made = inference.infer();
    if (inference.shortage != null) {
      throw inference.shortage;
    }
    return made;
  }

  private void findWanted() {
    given.keySet().forEach(field -> requireColumn(field.getName()));
    asked.columns().forEach(this::requireColumn);
    asked.left().forEach(this::requireColumn);
    given.keySet().forEach(field -> givenNames.add(lower(field.getName())));
    for (LiveColumn column : live.columns()) {
      if (!givenNames.contains(lower(column.name())) && isWanted(column)) {
        wanted.put(column.name(), column);
      }
    }
    for (Check check : checks.all()) {
      check.columns().forEach(column -> wantForCheck(check, live.column(column)));
    }
    for (LiveReference reference : live.references()) {
      if (isOwn(reference) && wanted.keySet().containsAll(reference.columns())) {
        // which number the database gives is not known before: the parents are numbered here
        for (String parent : reference.parentColumns()) {
          LiveColumn column = live.column(parent);
          if (column != null
              && column.filling() != Filling.ALWAYS
              && !givenNames.contains(lower(parent))) {
            wanted.put(column.name(), column);
          }
        }
      }
    }
  }

  private void requireColumn(String name) {
    if (live.column(name) != null) {
      return;
    }
    List<String> names = live.columns().stream().map(LiveColumn::name).toList();
    String close = Spelling.closest(name, names);
    throw new IllegalStateException(
        "Column \""
            + name
            + "\" is not in table \""
            + live.simpleName()
            + "\".\n  "
            + (close == null
                ? "Columns: " + String.join(", ", names)
                : "Did you mean \"" + close + "\"?"));
  }

  /** A column that could be left out may have to be there if others are, or instead of them. */
  private void wantForCheck(Check check, @Nullable LiveColumn column) {
    if (column == null
        || wanted.containsKey(column.name())
        || givenNames.contains(lower(column.name()))
        || asked.leaves(column.name())) {
      return;
    }
    boolean alone = check.columns().size() == 1;
    if (column.filling() == Filling.IDENTITY) {
      wanted.put(column.name(), column);
    } else if (column.filling() == Filling.DEFAULT ? !alone : column.filling() == Filling.NOTHING) {
      if (alone && !Boolean.FALSE.equals(check.test(name -> null, scope.clock()))) {
        return;
      }
      wanted.put(column.name(), column);
      if (column.nullable() && column.filling() == Filling.NOTHING) {
        onlyForChecks.add(column.name());
      }
    }
  }

  private boolean isWanted(LiveColumn column) {
    boolean unknown =
        column.type().kind() == LiveType.Kind.OTHER && !TypeValues.isYears(column.type());
    if (unknown && (column.nullable() || column.filling() != Filling.NOTHING)) {
      return false;
    }
    return switch (column.filling()) {
      case ALWAYS -> false;
      case IDENTITY -> asked.names(column.name());
      case DEFAULT -> asked.includes(column.name()) || isUniqueAlone(column);
      case NOTHING ->
          !column.nullable() || live.isInPrimaryKey(column.name()) || asked.includes(column.name());
    };
  }

  /** A default is the same for all rows, unless it makes random identifiers. */
  private boolean isUniqueAlone(LiveColumn column) {
    return column.type().kind() != LiveType.Kind.UUID
        && live.keys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
  }

  private Map<Field<?>, ValueGenerator<?>> infer() {
    List<LiveReference> self = new ArrayList<>();
    List<LiveReference> others = new ArrayList<>();
    for (LiveReference reference : live.references()) {
      if (isActive(reference)) {
        (isOwn(reference) ? self : others).add(reference);
      }
    }
    addParents(others);
    self.forEach(this::addSelfReference);
    Asked.Children children = asked.children();
    if (children != null && plans.isEmpty()) {
      throw withoutReference(children);
    }
    for (LiveColumn column : wanted.values()) {
      if (covered.add(column.name())) {
        boolean nullable = isNullable(column.name());
        boolean named = meaningful || !isUniqueAlone(column);
        units.add(FreeColumn.unit(live, column, checks, this::isThere, named, nullable, scope));
      }
    }
    solveKeys();
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
    wanted.values().forEach(column -> put(complete, column));
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

  private boolean isThere(String column) {
    return wanted.containsKey(column) || givenNames.contains(lower(column));
  }

  private Unit.Nulls nulls(Unit unit) {
    if (unit.columns().stream().anyMatch(onlyForChecks::contains)) {
      return Unit.Nulls.ALL_IF_POSSIBLE;
    }
    return asked.all() ? Unit.Nulls.SOME : Unit.Nulls.NONE;
  }

  /** A reference with a column that is left NULL refers to nothing. */
  private boolean isActive(LiveReference reference) {
    return reference.columns().stream().anyMatch(wanted::containsKey)
        && reference.columns().stream()
            .allMatch(column -> wanted.containsKey(column) || givenNames.contains(lower(column)));
  }

  private boolean isOwn(LiveReference reference) {
    return reference.parent().equals(live.name());
  }

  private void addParents(Collection<LiveReference> references) {
    List<LiveReference> free = new ArrayList<>();
    for (LiveReference reference : references) {
      List<String> fixed =
          reference.columns().stream().filter(column -> !wanted.containsKey(column)).toList();
      if (fixed.isEmpty()) {
        free.add(reference);
      } else {
        addMatching(reference, fixed);
      }
    }
    for (List<LiveReference> group : References.grouped(free)) {
      Choices choices = parents(group);
      boolean nullable = choices.columns().stream().allMatch(this::isNullable);
      covered.addAll(choices.columns());
      if (isPerParent(group)) {
        Unit unit = Unit.picked(choices, false);
        var plan = PerParent.of(unit, Objects.requireNonNull(asked.children()), key("(children)"));
        units.add(unit);
        plans.add(plan);
        to = plan.rows();
      } else if (choices.size() > 0) {
        units.add(Unit.picked(choices, nullable));
      } else if (nullable) {
        choices.columns().forEach(column -> generators.put(column, draw -> null));
      } else {
        throw withoutParents(group);
      }
    }
  }

  private boolean isPerParent(List<LiveReference> group) {
    Asked.Children children = asked.children();
    return children != null
        && group.size() == 1
        && LiveTable.simple(group.get(0).parent())
            .equalsIgnoreCase(LiveTable.simple(children.parent()));
  }

  private void addMatching(LiveReference reference, List<String> fixed) {
    ParentRows rows = ParentRows.read(scope.dsl(), reference.parent(), parentFields(reference));
    long key = key(reference.columns().get(0));
    var picked = GivenParents.of(reference, rows, fixed, key);
    List<String> columns =
        reference.columns().stream()
            .filter(column -> wanted.containsKey(column) && !covered.contains(column))
            .toList();
    for (int i = 0; i < reference.columns().size(); i++) {
      int place = i;
      String column = reference.columns().get(i);
      if (wanted.containsKey(column) && covered.add(column)) {
        generators.put(column, draw -> rows.value(place, (int) picked.index(draw)));
        groups.put(column, columns.get(0));
      }
    }
  }

  private Choices parents(List<LiveReference> group) {
    LiveReference first = group.get(0);
    if (group.size() == 1 && first.columns().size() == 1) {
      Field<?> column = parentFields(first).get(0);
      return new ParentColumn(
          first.columns().get(0),
          LiveTable.simple(first.parent()),
          ReadValues.of(scope.dsl(), column, DSL.table(first.parent())));
    }
    return ParentChoices.of(
        group,
        reference -> ParentRows.read(scope.dsl(), reference.parent(), parentFields(reference)));
  }

  /** The parents' columns, read as the types that the columns here are bound by. */
  private List<Field<?>> parentFields(LiveReference reference) {
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      String name = reference.columns().get(i);
      LiveColumn column = Objects.requireNonNull(live.column(name), name);
      fields.add(DSL.field(DSL.name(reference.parentColumns().get(i)), column.type().binding()));
    }
    return fields;
  }

  private void addSelfReference(LiveReference reference) {
    List<String> own = new ArrayList<>();
    List<String> parents = new ArrayList<>();
    List<String> free = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      String column = reference.columns().get(i);
      String other = reference.parentColumns().get(i);
      if (!column.equals(other) && wanted.containsKey(column) && covered.add(column)) {
        free.add(column);
      } else {
        own.add(column);
        parents.add(other);
      }
    }
    boolean chain =
        live.keys().stream()
            .map(LiveKey::columns)
            .anyMatch(columns -> reference.columns().containsAll(columns));
    boolean nullable = free.stream().allMatch(this::isNullable);
    var parent =
        new SelfReference(own, parents, chain, nullable, key("(parent) " + String.join(",", free)));
    for (String column : free) {
      int place = reference.columns().indexOf(column);
      generators.put(column, parent.generator(reference.parentColumns().get(place)));
    }
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
    var taken = new TakenKeys(scope.dsl(), DSL.table(live.name()));
    Set<String> unknown = new HashSet<>(givenNames);
    generators.keySet().forEach(column -> unknown.add(lower(column)));
    var solver =
        new KeySolver(
            live, keys(), units, plans, unknown, taken.isEmpty(), scope.randomSeed(), from, to);
    List<KeyPlan> solved = solver.solve();
    for (KeyPlan plan : solved) {
      List<Field<?>> fields = new ArrayList<>();
      plan.parts().forEach(part -> part.columns().forEach(column -> fields.add(liveField(column))));
      taken.leaveOut(plan, fields, rulesOf(plan), from, to);
      long left = Shortage.rows(plan);
      if (to > left && !atMost) {
        shortage = shortage == null ? Shortage.failure(live, plan, from, to) : shortage;
      }
      to = Math.max(from, Math.min(to, left));
    }
    for (Check check : checks.all()) {
      boolean planned = solved.stream().anyMatch(plan -> isOf(plan, check));
      if (!planned && check.columns().stream().anyMatch(wanted::containsKey)) {
        rules.add(checks.rule(check));
      }
    }
    for (LiveKey key : solver.unsolved()) {
      List<Field<?>> fields = new ArrayList<>();
      key.columns().forEach(column -> fields.add(liveField(column)));
      rules.add(new DistinctRule(key, taken.read(fields)));
    }
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

  private boolean isNullable(String column) {
    LiveColumn found = wanted.get(column);
    return found != null && found.nullable() && !live.isInPrimaryKey(column);
  }

  private IllegalStateException withoutParents(List<LiveReference> group) {
    LiveReference reference = group.get(0);
    String columns = String.join(", ", reference.columns());
    String parent = LiveTable.simple(reference.parent());
    return new IllegalStateException(
        "Column \""
            + live.simpleName()
            + "."
            + columns
            + "\" refers to \""
            + parent
            + "\", which has no row.\n  To fix: fill \""
            + parent
            + "\" first, in this seed or in one that this seed depends on.");
  }

  private IllegalStateException withoutReference(Asked.Children children) {
    String parent = LiveTable.simple(children.parent());
    return new IllegalStateException(
        "Rows of \""
            + live.simpleName()
            + "\" are wanted for each row of \""
            + parent
            + "\", but no foreign key refers to it alone whose columns are inferred.\n"
            + "  Foreign keys refer to: "
            + live.references().stream()
                .map(each -> LiveTable.simple(each.parent()))
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private long key(String column) {
    return CellRandom.columnKey(scope.randomSeed(), table.getName(), column);
  }

  private Field<?> liveField(String name) {
    LiveColumn column = Objects.requireNonNull(live.column(name), name);
    return DSL.field(DSL.name(column.name()), column.type().binding());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
