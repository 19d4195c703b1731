package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Truths.Comparison;
import dev.seeder.check.Truths.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads columns that follow from others out of equations. */
final class DerivedReader {

  private final Habits habits;
  private final List<Derived> found = new ArrayList<>();

  private DerivedReader(Habits habits) {
    this.habits = habits;
  }

  static List<Derived> read(Term condition, Habits habits) {
    var reader = new DerivedReader(habits);
    for (Term part : Conjuncts.of(condition)) {
      if (part instanceof Comparison it && it.operator() == Operator.EQUAL) {
        reader.equation(it.left(), it.right());
      } else if (part instanceof Same same && !same.opposite()) {
        reader.equation(same.left(), same.right());
      }
    }
    return List.copyOf(reader.found);
  }

  private void equation(Term left, Term right) {
    if (left.understood() && right.understood()) {
      solve(left, right);
      solve(right, left);
    }
  }

  /** Takes {@code x % 5 = 0} for {@code x = x - x % 5 + 0}. */
  private void remainder(Call call, Term rest) {
    Term column = call.arguments().get(0);
    if (column instanceof Column && rest.columns().isEmpty()) {
      solve(column, call("+", call("-", column, call), rest));
    }
  }

  /** Brings what stands beside a column in a sum to the other side. */
  private void solve(Term term, Term other) {
    if (term instanceof Column column) {
      if (!other.columns().isEmpty() && !other.equals(column)) {
        found.add(new Derived(column.name(), other, habits));
      }
    } else if (term instanceof Cast cast) {
      solve(cast.term(), other);
    } else if (term instanceof Call call && call.name().equals("+")) {
      solve(call.arguments().get(0), call("-", other, call.arguments().get(1)));
      solve(call.arguments().get(1), call("-", other, call.arguments().get(0)));
    } else if (term instanceof Call call && call.name().equals("-")) {
      solve(call.arguments().get(0), call("+", other, call.arguments().get(1)));
      solve(call.arguments().get(1), call("-", call.arguments().get(0), other));
    } else if (term instanceof Call call
        && (call.name().equals("%") || call.name().equals("mod"))) {
      remainder(call, other);
    }
  }

  private static Call call(String name, Term left, Term right) {
    return new Call(name, Objects.requireNonNull(Functions.of(name, 2)), List.of(left, right));
  }
}
