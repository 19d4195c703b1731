package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Choice;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Term.Constant;
import dev.seeder.check.Term.Function;
import dev.seeder.check.Term.Unread;
import dev.seeder.check.Token.Kind;
import dev.seeder.check.Truths.Comparison;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: columns, constants, calls, casts and CASE. */
final class OperandParser {

  /** What is written without parentheses and yet a call. */
  private static final Set<String> CALLED_BARE =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "sysdate");

  private final Tokens tokens;
  private final Set<String> columns;
  private final TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Habits habits;
  private final ConditionParser conditions;
  private final CallParser calls;
  private final TypeParser types;

  OperandParser(
      Tokens tokens, Collection<String> columns, Habits habits, ConditionParser conditions) {
    this.tokens = tokens;
    this.habits = habits;
    this.conditions = conditions;
    this.types = new TypeParser(tokens, habits, conditions, this);
    this.calls = new CallParser(tokens, types, conditions, this);
    this.columns = Set.copyOf(columns);
    columns.forEach(column -> anyCase.put(column, column));
  }

  /** Adds the column that a token names, if it does. */
  void mention(Token token, Set<String> mentioned) {
    String column = token.isName() ? column(token.text()) : null;
    if (column != null) {
      mentioned.add(column);
    }
  }

  /** Returns the column of a name: the very same, else one in other letters; null for none. */
  private @Nullable String column(String name) {
    return columns.contains(name) ? name : anyCase.get(name);
  }

  /** A scene for constants: without row and time. */
  Scene nowhere() {
    return new Scene(column -> Scene.UNCLEAR, Clock.systemUTC(), habits);
  }

  Term call(String name, List<Term> arguments) {
    Function function = Functions.of(name, arguments.size());
    if (function == null || arguments.stream().anyMatch(Unread.class::isInstance)) {
      return unread(arguments);
    }
    return new Call(name, function, arguments);
  }

  private static Unread unread(List<Term> terms) {
    Set<String> mentioned = new LinkedHashSet<>();
    terms.forEach(term -> mentioned.addAll(term.columns()));
    return new Unread(mentioned);
  }

  /** Makes a cast, of a constant at once. */
  Term cast(Term term, CastType type) {
    if (term instanceof Constant constant) {
      Object value = type.convert(constant.value(nowhere()), nowhere());
      return value == Scene.UNCLEAR ? new Unread(Set.of()) : new Constant(value);
    }
    return new Cast(term, type);
  }

  /** Reads a value with its sign, and what is written behind it. */
  Term operand() throws ParseException {
    if (tokens.take("-")) {
      Term term = operand();
      return term instanceof Constant constant && constant.content() instanceof Number number
          ? new Constant(negated(number))
          : call("negative", List.of(term));
    }
    if (tokens.take("+") || tokens.take("binary")) {
      return operand();
    }
    Term term = primary();
    while (true) {
      if (tokens.take("::")) {
        term = cast(term, types.type());
      } else if (tokens.take("collate")) {
        tokens.next();
        while (tokens.take(".")) {
          tokens.next();
        }
      } else {
        return term;
      }
    }
  }

  private static Number negated(Number number) {
    return number instanceof BigInteger whole ? whole.negate() : ((BigDecimal) number).negate();
  }

  private Term primary() throws ParseException {
    Token token = tokens.peek();
    switch (token.kind()) {
      case NUMBER -> {
        tokens.next();
        return new Constant(number(token.text()));
      }
      case TEXT -> {
        return new Constant(texts());
      }
      case QUOTED_NAME -> {
        return named();
      }
      case WORD -> {
        return word();
      }
      default -> {
        tokens.expect("(");
        Term inner = conditions.condition();
        tokens.expect(")");
        return inner;
      }
    }
  }

  private static Number number(String text) {
    return text.startsWith("0x") || text.startsWith("0X")
        ? new BigInteger(text.substring(2), 16)
        : SqlValues.number(text);
  }

  /** Reads texts; several in a row are one. */
  private String texts() throws ParseException {
    var text = new StringBuilder(tokens.text());
    while (tokens.peek().kind() == Kind.TEXT) {
      text.append(tokens.next().text());
    }
    return text.toString();
  }

  private Term word() throws ParseException {
    Token token = tokens.peek();
    boolean called = tokens.peek(1).is("(");
    Term literal = called ? null : types.typedLiteral();
    if (literal != null) {
      return literal;
    }
    switch (token.text()) {
      case "null" -> {
        tokens.next();
        return new Constant(null);
      }
      case "true", "false" -> {
        tokens.next();
        return new Constant(token.is("true"));
      }
      case "case" -> {
        tokens.next();
        return choice();
      }
      case "array" -> {
        if (tokens.take("array", "[")) {
          return call("array", conditions.items("]"));
        }
      }
      default -> {}
    }
    if (!called && CALLED_BARE.contains(token.text()) && column(token.text()) == null) {
      tokens.next();
      return call(token.text(), List.of());
    }
    return named();
  }

  /** Reads a column or a call, with the names of schema and table before it. */
  private Term named() throws ParseException {
    Token token = tokens.next();
    while (tokens.take(".")) {
      token = tokens.next();
    }
    if (!token.isName()) {
      throw tokens.unread();
    }
    if (tokens.peek().is("(")) {
      return calls.call(token.text().toLowerCase(Locale.ROOT));
    }
    String column = column(token.text());
    if (column != null) {
      return new Column(column);
    }
    if (token.kind() == Kind.QUOTED_NAME && habits.quotedTexts()) {
      return new Constant(token.text());
    }
    throw tokens.unread();
  }

  private Term choice() throws ParseException {
    Term subject = tokens.peek().is("when") ? null : conditions.condition();
    List<Term> whens = new ArrayList<>();
    List<Term> results = new ArrayList<>();
    while (tokens.take("when")) {
      Term when = conditions.condition();
      whens.add(subject == null ? when : new Comparison(Operator.EQUAL, subject, when));
      tokens.expect("then");
      results.add(conditions.condition());
    }
    Term otherwise = tokens.take("else") ? conditions.condition() : new Constant(null);
    tokens.expect("end");
    return new Choice(whens, results, otherwise);
  }
}
