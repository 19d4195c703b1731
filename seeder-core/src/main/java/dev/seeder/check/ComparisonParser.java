package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Constant;
import dev.seeder.check.Truths.Comparison;
import dev.seeder.check.Truths.Is;
import dev.seeder.check.Truths.IsNull;
import dev.seeder.check.Truths.Junction;
import dev.seeder.check.Truths.Not;
import dev.seeder.check.Truths.OneOf;
import dev.seeder.check.Truths.Same;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what compares values: operators, IN, BETWEEN, IS, and ANY and ALL of a list. */
final class ComparisonParser {

  private final Tokens tokens;
  private final Habits habits;
  private final ConditionParser conditions;
  private final OperandParser operands;
  private final PatternParser patterns;

  ComparisonParser(
      Tokens tokens,
      Habits habits,
      ConditionParser conditions,
      OperandParser operands,
      PatternParser patterns) {
    this.tokens = tokens;
    this.habits = habits;
    this.conditions = conditions;
    this.operands = operands;
    this.patterns = patterns;
  }

  /** Reads a value, and what it is compared with. */
  Term comparison() throws ParseException {
    Term left = conditions.sum();
    while (true) {
      Term longer = comparison(left);
      if (longer == left) {
        return left;
      }
      left = longer;
    }
  }

  /** Reads one comparison with a value; returns that value if none comes. */
  private Term comparison(Term left) throws ParseException {
    Operator operator = tokens.peek().kind() == Token.Kind.SYMBOL ? operator() : null;
    if (operator != null) {
      tokens.next();
      boolean any = tokens.take("any") || tokens.take("some");
      return any || tokens.take("all")
          ? quantified(operator, left, any)
          : new Comparison(operator, left, conditions.sum());
    }
    if (tokens.take("<=>")) {
      return new Same(left, conditions.sum(), false);
    }
    if (tokens.take("is")) {
      return is(left);
    }
    if (tokens.take("isnull")) {
      return new IsNull(left, false);
    }
    if (tokens.take("notnull") || tokens.take("not", "null")) {
      return new IsNull(left, true);
    }
    int start = tokens.position();
    boolean opposite = tokens.take("not");
    if (tokens.take("between")) {
      return opposite ? Not.of(between(left)) : between(left);
    }
    if (tokens.take("in")) {
      tokens.expect("(");
      return new OneOf(left, conditions.items(")"), opposite);
    }
    Term match = patterns.match(left, opposite);
    if (match == null) {
      tokens.back(start);
      return left;
    }
    return match;
  }

  private @Nullable Operator operator() {
    return Operator.of(tokens.peek().text());
  }

  private Term is(Term left) throws ParseException {
    boolean opposite = tokens.take("not");
    if (tokens.take("null") || tokens.take("unknown")) {
      return new IsNull(left, opposite);
    }
    if (tokens.take("distinct")) {
      tokens.expect("from");
      return new Same(left, conditions.sum(), !opposite);
    }
    if (tokens.take("json")) {
      boolean kind = tokens.take("value") || tokens.take("object") || tokens.take("array");
      Term valid = operands.call(kind ? "is_json" : "json_valid", List.of(left));
      return opposite ? Not.of(valid) : valid;
    }
    boolean expected = tokens.peek().is("true");
    if (expected || tokens.peek().is("false")) {
      tokens.next();
      return new Is(left, expected, opposite);
    }
    if (!habits.looseTypes()) {
      throw tokens.unread();
    }
    return new Same(left, conditions.sum(), opposite);
  }

  private Term between(Term value) throws ParseException {
    boolean anyOrder = tokens.take("symmetric");
    tokens.take("asymmetric");
    Term low = conditions.sum();
    tokens.expect("and");
    Term high = conditions.sum();
    Term inside = inside(value, low, high);
    return anyOrder ? Junction.of(false, List.of(inside, inside(value, high, low))) : inside;
  }

  private static Term inside(Term value, Term low, Term high) {
    return Junction.of(
        true,
        List.of(
            new Comparison(Operator.GREATER_OR_EQUAL, value, low),
            new Comparison(Operator.LESS_OR_EQUAL, value, high)));
  }

  private Term quantified(Operator operator, Term left, boolean any) throws ParseException {
    List<Term> items = list();
    if (operator == (any ? Operator.EQUAL : Operator.DIFFERENT)) {
      return new OneOf(left, items, !any);
    }
    return Junction.of(
        !any, items.stream().map(item -> new Comparison(operator, left, item)).toList());
  }

  /** Reads an array in parentheses, with casts around it. */
  List<Term> list() throws ParseException {
    tokens.expect("(");
    Term array = conditions.condition();
    tokens.expect(")");
    if (array instanceof Constant constant && constant.content() instanceof List<?> items) {
      List<Term> constants = new ArrayList<>();
      items.forEach(item -> constants.add(new Constant(item)));
      return constants;
    }
    CastType type = array instanceof Cast cast ? cast.type() : null;
    Term inner = array instanceof Cast cast ? cast.term() : array;
    if (!(inner instanceof Call call && call.name().equals("array"))) {
      throw tokens.unread();
    }
    if (type == null) {
      return call.arguments();
    }
    CastType element = new CastType(type.kind(), type.length(), type.scale(), false);
    return call.arguments().stream().map(item -> operands.cast(item, element)).toList();
  }
}
