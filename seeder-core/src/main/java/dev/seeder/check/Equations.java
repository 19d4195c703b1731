package dev.seeder.check;

import dev.seeder.check.CastType.Kind;
import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Term.Constant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;

/** Solves comparisons of a term with a constant for the column in the term. */
final class Equations {

  private final String column;
  private final Scene scene;
  private final TextEquations texts;

  Equations(String column, Scene scene) {
    this.column = column;
    this.scene = scene;
    this.texts = new TextEquations(column, scene, this);
  }

  TextEquations texts() {
    return texts;
  }

  /** Returns what values of the column keep to a comparison with a value, as far as known here. */
  Limits solve(Term term, Operator operator, Object value) {
    if (term instanceof Column it) {
      return it.name().equals(column) ? values(operator, value) : Limits.NONE;
    }
    if (term instanceof Cast cast) {
      return cast(cast, operator, value);
    }
    return term instanceof Call call ? call(call, operator, value) : Limits.NONE;
  }

  private static Limits values(Operator operator, Object value) {
    Object it = SqlValues.toJava(value);
    Temporal time = it instanceof String text ? Times.parse(text) : null;
    Object end = time == null ? it : time;
    return switch (operator) {
      case EQUAL -> Limits.allowed(List.of(it));
      case DIFFERENT -> Limits.excluded(List.of(it));
      case LESS -> Limits.range(null, new Limits.End(end, false));
      case LESS_OR_EQUAL -> Limits.range(null, new Limits.End(end, true));
      case GREATER -> Limits.range(new Limits.End(end, false), null);
      case GREATER_OR_EQUAL -> Limits.range(new Limits.End(end, true), null);
    };
  }

  private Limits cast(Cast cast, Operator operator, Object value) {
    if (cast.type().kind() == Kind.DATE && value instanceof LocalDate date) {
      return days(cast.term(), operator, date, date);
    }
    return solve(cast.term(), operator, value);
  }

  /** Returns the limits of a time whose day, month or year goes from one date to another. */
  private Limits days(Term term, Operator operator, LocalDate first, LocalDate last) {
    return switch (operator) {
      case EQUAL ->
          solve(term, Operator.GREATER_OR_EQUAL, first)
              .merge(solve(term, Operator.LESS, last.plusDays(1)));
      case DIFFERENT -> Limits.NONE;
      case LESS -> solve(term, operator, first);
      case LESS_OR_EQUAL -> solve(term, Operator.LESS, last.plusDays(1));
      case GREATER -> solve(term, Operator.GREATER_OR_EQUAL, last.plusDays(1));
      case GREATER_OR_EQUAL -> solve(term, operator, first);
    };
  }

  private Limits call(Call call, Operator operator, Object value) {
    List<Term> arguments = call.arguments();
    return switch (call.name()) {
      case "+", "-", "*", "/", "div" -> arithmetic(call, operator, value);
      case "negative" ->
          value instanceof Number number
              ? solve(arguments.get(0), operator.turned(), SqlValues.decimal(number).negate())
              : Limits.NONE;
      case "abs" -> absolute(arguments.get(0), operator, value);
      case "coalesce", "ifnull", "nvl" -> solve(arguments.get(0), operator, value);
      case "year" -> year(arguments.get(0), operator, value);
      case "extract", "date_part" ->
          arguments.get(0) instanceof Constant part && "year".equals(part.content())
              ? year(arguments.get(1), operator, value)
              : Limits.NONE;
      case "date", "datetime" -> solve(arguments.get(0), operator, value);
      default -> texts.solve(call, operator, value);
    };
  }

  private Limits arithmetic(Call call, Operator operator, Object value) {
    boolean first = call.arguments().get(1).columns().isEmpty();
    Object constant = call.arguments().get(first ? 1 : 0).value(scene);
    Term term = call.arguments().get(first ? 0 : 1);
    if (!(value instanceof Number && constant instanceof Number)) {
      return Limits.NONE;
    }
    BigDecimal result = SqlValues.decimal(value);
    BigDecimal known = SqlValues.decimal(constant);
    return switch (call.name()) {
      case "+" -> solve(term, operator, result.subtract(known));
      case "-" ->
          first
              ? solve(term, operator, result.add(known))
              : solve(term, operator.turned(), known.subtract(result));
      case "*" ->
          known.signum() == 0
              ? Limits.NONE
              : scaled(term, operator, result.divide(known, MathContext.DECIMAL64), known);
      // a whole number's quotient is cut off: one of its values
      default -> first ? scaled(term, operator, result.multiply(known), known) : Limits.NONE;
    };
  }

  private Limits scaled(Term term, Operator operator, BigDecimal value, BigDecimal by) {
    return solve(term, by.signum() < 0 ? operator.turned() : operator, value);
  }

  private Limits absolute(Term term, Operator operator, Object value) {
    if (!(value instanceof Number number)) {
      return Limits.NONE;
    }
    BigDecimal end = SqlValues.decimal(number);
    return switch (operator) {
      case LESS, LESS_OR_EQUAL ->
          solve(term, operator, end).merge(solve(term, operator.turned(), end.negate()));
      case EQUAL -> solve(term, operator, end).or(solve(term, operator, end.negate()));
      default -> Limits.NONE;
    };
  }

  private Limits year(Term term, Operator operator, Object value) {
    if (!(value instanceof Number number)) {
      return Limits.NONE;
    }
    BigDecimal decimal = SqlValues.decimal(number);
    boolean written = decimal.signum() > 0 && decimal.compareTo(BigDecimal.valueOf(9_999)) < 0;
    int year = decimal.intValue();
    return written
        ? days(term, operator, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
        : Limits.NONE;
  }
}
