package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import dev.seeder.check.Term.Truth;
import dev.seeder.pattern.TextPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms that are true, false or unknown. */
final class Truths {

  private Truths() {}

  /** Conditions that all hold, or of which one holds; never one inside another of its kind. */
  record Junction(boolean all, List<Term> parts) implements Truth {

    static Term of(boolean all, List<? extends Term> terms) {
      List<Term> flat = new ArrayList<>();
      for (Term term : terms) {
        if (term instanceof Junction inner && inner.all == all) {
          flat.addAll(inner.parts);
        } else {
          flat.add(term);
        }
      }
      return flat.size() == 1 ? flat.get(0) : new Junction(all, List.copyOf(flat));
    }

    @Override
    public @Nullable Object value(Scene scene) {
      Object result = all;
      for (Term part : parts) {
        Object truth = SqlValues.truth(part.value(scene), scene.habits());
        if (Boolean.valueOf(!all).equals(truth)) {
          return scene.truth(!all);
        }
        if (result != UNCLEAR && !Boolean.valueOf(all).equals(truth)) {
          result = truth;
        }
      }
      return result instanceof Boolean truth ? scene.truth(truth) : result;
    }
  }

  /** The opposite of a condition that cannot be turned itself. */
  record Not(Term term) implements Truth {

    /** Returns the opposite, with NOT as far inside as it goes. */
    static Term of(Term term) {
      if (term instanceof Junction junction) {
        return Junction.of(!junction.all, junction.parts.stream().map(Not::of).toList());
      }
      if (term instanceof Comparison it) {
        return new Comparison(it.operator.opposite(), it.left, it.right);
      }
      if (term instanceof Same same) {
        return new Same(same.left, same.right, !same.opposite);
      }
      if (term instanceof OneOf oneOf) {
        return new OneOf(oneOf.term, oneOf.list, !oneOf.opposite);
      }
      if (term instanceof IsNull isNull) {
        return new IsNull(isNull.term, !isNull.opposite);
      }
      if (term instanceof Is is) {
        return new Is(is.term, is.expected, !is.opposite);
      }
      return term instanceof Match match
          ? new Match(match.term, match.pattern, !match.opposite)
          : new Not(term);
    }

    @Override
    public @Nullable Object value(Scene scene) {
      Object truth = SqlValues.truth(term.value(scene), scene.habits());
      return truth instanceof Boolean it ? scene.truth(!it) : truth;
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** Two values, compared. */
  record Comparison(Operator operator, Term left, Term right) implements Truth {

    @Override
    public @Nullable Object value(Scene scene) {
      return Comparer.compared(operator, left, right, scene);
    }

    @Override
    public List<Term> parts() {
      return List.of(left, right);
    }
  }

  /** IS [NOT] DISTINCT FROM: two NULLs are the same. */
  record Same(Term left, Term right, boolean opposite) implements Truth {

    @Override
    public Object value(Scene scene) {
      Object a = left.value(scene);
      Object b = right.value(scene);
      if (a == UNCLEAR || b == UNCLEAR) {
        return UNCLEAR;
      }
      if (a == null || b == null) {
        return scene.truth((a == b) != opposite);
      }
      Operator operator = opposite ? Operator.DIFFERENT : Operator.EQUAL;
      Object same = Comparer.compared(operator, left, right, scene);
      return same == null ? UNCLEAR : same;
    }

    @Override
    public List<Term> parts() {
      return List.of(left, right);
    }
  }

  /** [NOT] IN a list. */
  record OneOf(Term term, List<Term> list, boolean opposite) implements Truth {

    @Override
    public @Nullable Object value(Scene scene) {
      Operator operator = opposite ? Operator.DIFFERENT : Operator.EQUAL;
      List<Term> each = new ArrayList<>();
      list.forEach(item -> each.add(new Comparison(operator, term, item)));
      return new Junction(opposite, each).value(scene);
    }

    @Override
    public List<Term> parts() {
      List<Term> parts = new ArrayList<>(List.of(term));
      parts.addAll(list);
      return parts;
    }
  }

  /** IS [NOT] NULL. */
  record IsNull(Term term, boolean opposite) implements Truth {

    @Override
    public Object value(Scene scene) {
      Object value = term.value(scene);
      return value == UNCLEAR ? UNCLEAR : scene.truth((value == null) != opposite);
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** IS [NOT] TRUE or FALSE. */
  record Is(Term term, boolean expected, boolean opposite) implements Truth {

    @Override
    public Object value(Scene scene) {
      Object truth = SqlValues.truth(term.value(scene), scene.habits());
      return truth == UNCLEAR
          ? UNCLEAR
          : scene.truth(Boolean.valueOf(expected).equals(truth) != opposite);
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** [NOT] LIKE and its kin. */
  record Match(Term term, TextPattern pattern, boolean opposite) implements Truth {

    @Override
    public @Nullable Object value(Scene scene) {
      Object value = term.value(scene);
      return value == null || value == UNCLEAR
          ? value
          : scene.truth(pattern.matches(SqlValues.text(value)) != opposite);
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }
}
