package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of a condition that has a value. */
sealed interface Term {

  /** Returns the value, or {@link Scene#UNCLEAR}; null is SQL's NULL. */
  @Nullable Object value(Scene scene);

  /** Returns the terms that this one is made of. */
  default List<Term> parts() {
    return List.of();
  }

  /** Shows this term and all that it is made of. */
  default void visit(Consumer<Term> visitor) {
    visitor.accept(this);
    parts().forEach(part -> part.visit(visitor));
  }

  /** Returns the columns that this term mentions. */
  default Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    visit(
        part -> {
          if (part instanceof Column column) {
            columns.add(column.name());
          } else if (part instanceof Unread unread) {
            columns.addAll(unread.mentioned());
          }
        });
    return columns;
  }

  /** Returns whether all of it is understood. */
  default boolean understood() {
    return parts().stream().allMatch(Term::understood);
  }

  /** A term that is true, false or unknown. */
  sealed interface Truth extends Term
      permits Truths.Junction,
          Truths.Not,
          Truths.Comparison,
          Truths.Same,
          Truths.OneOf,
          Truths.IsNull,
          Truths.Is,
          Truths.Match {}

  /** A column, by the name that it has in the table. */
  record Column(String name) implements Term {
    @Override
    public @Nullable Object value(Scene scene) {
      return scene.column(name);
    }
  }

  /** A constant: a value as {@link SqlValues} has them. */
  record Constant(@Nullable Object content) implements Term {
    @Override
    public @Nullable Object value(Scene scene) {
      return content instanceof Boolean truth ? scene.truth(truth) : content;
    }
  }

  /** What was not understood, with the columns that it mentions. */
  record Unread(Set<String> mentioned) implements Term {
    @Override
    public boolean understood() {
      return false;
    }

    @Override
    public Object value(Scene scene) {
      return UNCLEAR;
    }
  }

  /** A function of values, operators among them. */
  record Call(String name, Function function, List<Term> arguments) implements Term {
    @Override
    public @Nullable Object value(Scene scene) {
      var values = new Arguments();
      for (Term argument : arguments) {
        Object value = argument.value(scene);
        if (value == UNCLEAR) {
          return UNCLEAR;
        }
        values.add(value);
      }
      return function.apply(values, scene);
    }

    @Override
    public List<Term> parts() {
      return arguments;
    }
  }

  /** A value as another type. */
  record Cast(Term term, CastType type) implements Term {
    @Override
    public @Nullable Object value(Scene scene) {
      return type.convert(term.value(scene), scene);
    }

    @Override
    public List<Term> parts() {
      return List.of(term);
    }
  }

  /** CASE: the value beside the first condition that is true. */
  record Choice(List<Term> conditions, List<Term> results, Term otherwise) implements Term {
    @Override
    public @Nullable Object value(Scene scene) {
      for (int i = 0; i < conditions.size(); i++) {
        Object truth = SqlValues.truth(conditions.get(i).value(scene), scene.habits());
        if (truth == UNCLEAR) {
          return UNCLEAR;
        }
        if (Boolean.TRUE.equals(truth)) {
          return results.get(i).value(scene);
        }
      }
      return otherwise.value(scene);
    }

    @Override
    public List<Term> parts() {
      List<Term> parts = new ArrayList<>(conditions);
      parts.addAll(results);
      parts.add(otherwise);
      return parts;
    }
  }

  /** Computes the value of a call; the arguments are never UNCLEAR. */
  @FunctionalInterface
  interface Function {
    @Nullable Object apply(Arguments values, Scene scene);
  }
}
