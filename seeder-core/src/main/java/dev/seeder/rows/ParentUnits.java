package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What the foreign keys of a table can hold: rows that are there, or earlier ones of the same
 * insert. Not safe for use by several threads.
 */
final class ParentUnits {

  private final LiveTable live;
  private final WantedColumns wanted;
  private final Asked asked;
  private final RowScope scope;
  private final String table;
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, ValueGenerator<?>> generators = new LinkedHashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Set<String> covered = new HashSet<>();
  private @Nullable PerParent perParent;

  /**
   * Reads the parents.
   *
   * @param table what the factory calls the table
   */
  ParentUnits(LiveTable live, WantedColumns wanted, Asked asked, RowScope scope, String table) {
    this.live = live;
    this.wanted = wanted;
    this.asked = asked;
    this.scope = scope;
    this.table = table;
    List<LiveReference> self = new ArrayList<>();
    List<LiveReference> others = new ArrayList<>();
    for (LiveReference reference : live.references()) {
      if (isActive(reference)) {
        (reference.parent().equals(live.name()) ? self : others).add(reference);
      }
    }
    if (asked.children() != null && others.stream().noneMatch(asked::isPerParent)) {
      throw MissingParents.reference(live, asked.children());
    }
    addParents(others);
    self.forEach(this::addSelfReference);
    if (asked.children() != null && perParent == null) {
      throw MissingParents.reference(live, asked.children());
    }
  }

  /** Returns the foreign keys whose values are picked or planned. */
  List<Unit> units() {
    return units;
  }

  /** Returns the generators of columns whose values depend on others or on other rows. */
  Map<String, ValueGenerator<?>> generators() {
    return generators;
  }

  /** Returns the columns of the generators that are drawn together, with the first of them. */
  Map<String, String> groups() {
    return groups;
  }

  /** Returns the columns that are dealt with. */
  Set<String> covered() {
    return covered;
  }

  /** Returns how rows are shared out to parents; null if they are picked. */
  @Nullable PerParent perParent() {
    return perParent;
  }

  /** A reference with a column that is left NULL refers to nothing. */
  private boolean isActive(LiveReference reference) {
    return reference.columns().stream().anyMatch(wanted::contains)
        && reference.columns().stream().allMatch(wanted::isThere);
  }

  private void addParents(Collection<LiveReference> references) {
    List<LiveReference> free = new ArrayList<>();
    for (LiveReference reference : references) {
      List<String> fixed =
          reference.columns().stream().filter(column -> !wanted.contains(column)).toList();
      if (fixed.isEmpty()) {
        free.add(reference);
      } else {
        addMatching(reference, fixed);
      }
    }
    for (List<LiveReference> group : References.grouped(free)) {
      Choices choices = parents(group);
      boolean nullable = choices.columns().stream().allMatch(wanted::isNullable);
      covered.addAll(choices.columns());
      if (isPerParent(group)) {
        Unit unit = Unit.picked(choices, false);
        var plan = PerParent.of(unit, Objects.requireNonNull(asked.children()), key("(children)"));
        units.add(unit);
        perParent = plan;
      } else if (choices.size() > 0) {
        units.add(Unit.picked(choices, nullable));
      } else if (nullable) {
        choices.columns().forEach(column -> generators.put(column, draw -> null));
      } else {
        throw missing(group);
      }
    }
  }

  private boolean isPerParent(List<LiveReference> group) {
    return group.size() == 1 && asked.isPerParent(group.get(0));
  }

  private void addMatching(LiveReference reference, List<String> fixed) {
    ParentRows rows = ParentRows.read(scope.dsl(), reference.parent(), parentFields(reference));
    long key = key(reference.columns().get(0));
    var picked = GivenParents.of(reference, rows, fixed, key);
    List<String> columns =
        reference.columns().stream()
            .filter(column -> wanted.contains(column) && !covered.contains(column))
            .toList();
    for (int i = 0; i < reference.columns().size(); i++) {
      int place = i;
      String column = reference.columns().get(i);
      if (wanted.contains(column) && covered.add(column)) {
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
    if (reference.parentColumns().size() != reference.columns().size()) {
      throw MissingParents.key(live, reference);
    }
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
      if (!column.equals(other) && wanted.contains(column) && covered.add(column)) {
        free.add(column);
      } else {
        own.add(column);
        parents.add(other);
      }
    }
    boolean nullable = free.stream().allMatch(wanted::isNullable);
    if (!reference.parentColumns().stream().allMatch(wanted::isThere)) {
      // the database makes the keys and takes no others, so that they are not known
      free.forEach(column -> generators.put(column, unknownParent(reference, nullable)));
      return;
    }
    boolean chain =
        live.keys().stream()
            .map(LiveKey::columns)
            .anyMatch(columns -> reference.columns().containsAll(columns));
    var parent =
        new SelfReference(own, parents, chain, nullable, key("(parent) " + String.join(",", free)));
    for (String column : free) {
      int place = reference.columns().indexOf(column);
      generators.put(column, parent.generator(reference.parentColumns().get(place)));
    }
  }

  private ValueGenerator<Object> unknownParent(LiveReference reference, boolean nullable) {
    if (nullable) {
      return draw -> null;
    }
    throw MissingParents.ownKeys(live, reference);
  }

  /** A table without rows is the reason that is told if there is one. */
  private IllegalStateException missing(List<LiveReference> group) {
    for (LiveReference reference : group) {
      if (ParentRows.read(scope.dsl(), reference.parent(), parentFields(reference)).size() == 0) {
        return MissingParents.rows(live, reference);
      }
    }
    return MissingParents.agreement(live, group);
  }

  private long key(String column) {
    return CellRandom.columnKey(scope.randomSeed(), table, column);
  }
}
