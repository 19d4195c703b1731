package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Constant;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads calls, those with words between their arguments too. */
final class CallParser {

  private final Tokens tokens;
  private final ConditionParser conditions;
  private final OperandParser operands;
  private final TypeParser types;

  CallParser(Tokens tokens, TypeParser types, ConditionParser conditions, OperandParser operands) {
    this.tokens = tokens;
    this.types = types;
    this.conditions = conditions;
    this.operands = operands;
  }

  /** Reads what stands in the parentheses behind the name of a function, in lower case. */
  Term call(String name) throws ParseException {
    tokens.expect("(");
    switch (name) {
      case "cast", "try_cast" -> {
        Term term = conditions.condition();
        tokens.expect("as");
        return cast(term);
      }
      case "convert" -> {
        return convert();
      }
      case "extract" -> {
        return extract();
      }
      case "trim" -> {
        return trim();
      }
      case "position" -> {
        Term wanted = conditions.sum();
        tokens.expect("in");
        return closed(operands.call("position", List.of(wanted, conditions.sum())));
      }
      case "substring", "substr" -> {
        return substring(name);
      }
      case "regexp_like", "regexp_matches", "regexp" -> {
        return conditions.regexLike(conditions.items(")"));
      }
      case "similar_to_escape", "similar_escape", "like_escape" -> {
        return new Call(name, (values, scene) -> Scene.UNCLEAR, conditions.items(")"));
      }
      default -> {
        Term call = operands.call(name, conditions.items(")"));
        // H2 says so behind GREATEST and LEAST
        tokens.take("respect", "nulls");
        return call;
      }
    }
  }

  private Term closed(Term term) throws ParseException {
    tokens.expect(")");
    return term;
  }

  private Term cast(Term term) throws ParseException {
    return closed(operands.cast(term, types.type()));
  }

  private Term convert() throws ParseException {
    Term term = conditions.condition();
    if (tokens.take("using")) {
      tokens.next();
      return closed(term);
    }
    tokens.expect(",");
    return cast(term);
  }

  private Term extract() throws ParseException {
    String part = tokens.next().text();
    tokens.expect("from");
    return closed(operands.call("extract", List.of(new Constant(part), conditions.condition())));
  }

  private Term trim() throws ParseException {
    String name = tokens.take("leading") ? "ltrim" : tokens.take("trailing") ? "rtrim" : "btrim";
    tokens.take("both");
    Term first = tokens.peek().is("from") ? new Constant(" ") : conditions.condition();
    if (tokens.take("from")) {
      return closed(operands.call(name, List.of(conditions.condition(), first)));
    }
    return tokens.take(",")
        ? closed(operands.call(name, List.of(first, conditions.condition())))
        : closed(operands.call(name, List.of(first)));
  }

  private Term substring(String name) throws ParseException {
    List<Term> arguments = new ArrayList<>(List.of(conditions.condition()));
    if (tokens.take("from") || tokens.take(",")) {
      arguments.add(conditions.sum());
    }
    if (tokens.take("for") || tokens.take(",")) {
      arguments.add(conditions.sum());
    }
    return closed(operands.call(name, arguments));
  }
}
