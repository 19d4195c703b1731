package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Choice;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Term.Constant;
import dev.seeder.check.Truths.Comparison;
import dev.seeder.check.Truths.Is;
import dev.seeder.check.Truths.IsNull;
import dev.seeder.check.Truths.Junction;
import dev.seeder.check.Truths.Match;
import dev.seeder.check.Truths.Not;
import dev.seeder.check.Truths.OneOf;
import dev.seeder.check.Truths.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the limits of a column out of a condition: of parts that all hold the narrowest, of parts
 * of which one holds the widest.
 */
final class LimitReader {

  private final String column;
  private final Scene scene;
  private final Equations equations;
  private final TextEquations texts;

  /**
   * Makes a reader.
   *
   * @param scene a scene without row
   */
  LimitReader(String column, Scene scene) {
    this.column = column;
    this.scene = scene;
    this.equations = new Equations(column, scene);
    this.texts = equations.texts();
  }

  Limits read(Term term) {
    if (!term.columns().contains(column)) {
      return fixed(term);
    }
    Limits limits = structure(term);
    return term.understood() && term.columns().equals(Set.of(column)) && failsForNull(term)
        ? limits.orNotNull(true)
        : limits;
  }

  /** What is false without this column leaves no values; everything else says nothing. */
  private Limits fixed(Term term) {
    boolean never =
        term.columns().isEmpty()
            && Boolean.FALSE.equals(SqlValues.truth(term.value(scene), scene.habits()));
    return never ? Limits.IMPOSSIBLE : Limits.NONE;
  }

  private boolean failsForNull(Term term) {
    var withNull = new Scene(name -> null, scene.clock(), scene.habits());
    return Boolean.FALSE.equals(SqlValues.truth(term.value(withNull), scene.habits()));
  }

  private Limits structure(Term term) {
    if (term instanceof Junction junction) {
      return junction.all()
          ? junction.parts().stream().map(this::read).reduce(Limits.NONE, Limits::merge)
          : either(junction.parts().stream().map(this::read).toList());
    }
    if (term instanceof Choice choice) {
      return choice(choice);
    }
    if (term instanceof Comparison it) {
      return comparison(it.operator(), it.left(), it.right());
    }
    if (term instanceof Same same) {
      return comparison(
          same.opposite() ? Operator.DIFFERENT : Operator.EQUAL, same.left(), same.right());
    }
    if (term instanceof OneOf oneOf) {
      return list(oneOf);
    }
    if (term instanceof Match match) {
      return texts.match(
          match.term(), match.opposite() ? match.pattern().opposite() : match.pattern());
    }
    if (term instanceof IsNull isNull) {
      return isColumn(isNull.term()) && !isNull.opposite() ? Limits.ONLY_NULL : Limits.NONE;
    }
    if (term instanceof Is is && !is.opposite()) {
      return read(is.expected() ? is.term() : Not.of(is.term()));
    }
    if (term instanceof Call call && call.name().equals("starts_with")) {
      return texts.startsWith(call);
    }
    if (isColumn(term)) {
      return Limits.allowed(List.of(true));
    }
    return term instanceof Not not && isColumn(not.term())
        ? Limits.allowed(List.of(false))
        : Limits.NONE;
  }

  private static Limits either(List<Limits> branches) {
    return branches.stream().reduce(Limits.IMPOSSIBLE, Limits::or);
  }

  /** Takes a CASE for its branches, each with its condition. */
  private Limits choice(Choice choice) {
    List<Limits> branches = new ArrayList<>();
    for (int i = 0; i < choice.conditions().size(); i++) {
      branches.add(read(choice.conditions().get(i)).merge(read(choice.results().get(i))));
    }
    branches.add(read(choice.otherwise()));
    return either(branches);
  }

  private Limits comparison(Operator operator, Term left, Term right) {
    if (right.columns().isEmpty()) {
      return constant(operator, left, right);
    }
    if (left.columns().isEmpty()) {
      return constant(operator.turned(), right, left);
    }
    if (operator != Operator.EQUAL) {
      return Limits.NONE;
    }
    return isColumn(right)
        ? texts.unchangedBy(left)
        : isColumn(left) ? texts.unchangedBy(right) : Limits.NONE;
  }

  private Limits constant(Operator operator, Term term, Term constant) {
    Object value = constant.value(scene);
    return value == null || value == Scene.UNCLEAR
        ? Limits.NONE
        : equations.solve(term, operator, value);
  }

  private Limits list(OneOf oneOf) {
    List<Limits> each = new ArrayList<>();
    Operator operator = oneOf.opposite() ? Operator.DIFFERENT : Operator.EQUAL;
    for (Term item : oneOf.list()) {
      boolean isNull = item instanceof Constant constant && constant.content() == null;
      if (!isNull) {
        each.add(comparison(operator, oneOf.term(), item));
      }
    }
    return oneOf.opposite() ? each.stream().reduce(Limits.NONE, Limits::merge) : either(each);
  }

  private boolean isColumn(@Nullable Term term) {
    return term instanceof Column it && it.name().equals(column);
  }
}
