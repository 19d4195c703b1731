package dev.seeder.rows;

import dev.seeder.check.Check;
import dev.seeder.check.Derived;
import dev.seeder.check.Limits;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CHECK constraints of a table, and what they say of its columns. Immutable. */
record TableChecks(List<Check> all, RowScope scope) {

  static TableChecks of(LiveTable table, RowScope scope) {
    List<String> columns = table.columns().stream().map(LiveColumn::name).toList();
    List<Check> checks =
        table.checks().stream()
            .map(check -> Check.of(scope.dsl().dialect(), check.name(), check.condition(), columns))
            .toList();
    return new TableChecks(checks, scope);
  }

  /** Returns what all of them ask of one column. */
  Limits limits(String column) {
    Limits limits = Limits.NONE;
    for (Check check : all) {
      if (check.columns().contains(column)) {
        limits = limits.merge(check.limits(column, scope.clock()));
      }
    }
    return limits;
  }

  /** Returns whether a value keeps to those that are about this column alone. */
  boolean allow(String column, @Nullable Object value) {
    return all.stream()
        .filter(check -> check.columns().equals(Set.of(column)))
        .noneMatch(check -> Boolean.FALSE.equals(check.test(name -> value, scope.clock())));
  }

  /** Returns the values that conditions on several columns hold this one against. */
  List<Object> mentioned(String column) {
    return all.stream()
        .filter(check -> check.columns().size() > 1 && check.columns().contains(column))
        .flatMap(check -> check.mentioned(column, scope.clock()).stream())
        .distinct()
        .toList();
  }

  /**
   * Returns what makes a column follow from others, if something does.
   *
   * @param others the columns that follow from others already, which this one may not be made from
   */
  @Nullable Derived derived(String column, Set<String> others) {
    for (Check check : all) {
      for (Derived derived : check.derived()) {
        Set<String> from = new HashSet<>(derived.from());
        from.remove(column);
        if (derived.column().equals(column) && from.stream().noneMatch(others::contains)) {
          return derived;
        }
      }
    }
    return null;
  }

  /** Returns what makes of a text the one that conditions on this column alone keep. */
  List<Derived> ownForms(String column) {
    return all.stream()
        .flatMap(check -> check.derived().stream())
        .filter(each -> each.column().equals(column) && each.from().equals(Set.of(column)))
        .toList();
  }

  RowRule rule(Check check) {
    return new CheckRule(check, scope.clock());
  }
}
