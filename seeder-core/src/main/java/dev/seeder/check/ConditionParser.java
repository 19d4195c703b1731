package dev.seeder.check;

import dev.seeder.check.Term.Unread;
import dev.seeder.check.Truths.Junction;
import dev.seeder.check.Truths.Not;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads conditions: what is not understood becomes {@link Unread}, as little as possible. */
final class ConditionParser {

  /** So many parentheses inside of each other are understood. */
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private final Habits habits;
  private final OperandParser operands;
  private final PatternParser patterns;
  private final ComparisonParser comparisons;
  private final SumParser sums;
  private int depth;

  private ConditionParser(String condition, Collection<String> columns, Habits habits) {
    this.tokens = new Tokens(Lexer.tokens(condition, habits));
    this.habits = habits;
    this.operands = new OperandParser(tokens, columns, habits, this);
    this.patterns = new PatternParser(tokens, habits, this);
    this.sums = new SumParser(tokens, habits, operands);
    this.comparisons = new ComparisonParser(tokens, habits, this, operands, patterns);
  }

  static Term parse(String condition, Collection<String> columns, Habits habits) {
    var parser = new ConditionParser(condition, columns, habits);
    Term term = parser.condition();
    if (parser.tokens.atEnd()) {
      return term;
    }
    parser.tokens.back(0);
    Set<String> mentioned = new LinkedHashSet<>();
    while (!parser.tokens.atEnd()) {
      parser.operands.mention(parser.tokens.next(), mentioned);
    }
    return new Unread(mentioned);
  }

  /** Reads a condition or value; never fails. */
  Term condition() {
    if (depth > DEEPEST) {
      return passOver();
    }
    depth++;
    List<Term> parts = new ArrayList<>();
    do {
      parts.add(exclusive());
    } while (tokens.take("or") || (habits.backslashes() && tokens.take("||")));
    depth--;
    return Junction.of(false, parts);
  }

  private Term exclusive() {
    Term left = conjunction();
    while (tokens.take("xor")) {
      left = operands.call("xor", List.of(left, conjunction()));
    }
    return left;
  }

  private Term conjunction() {
    List<Term> parts = new ArrayList<>();
    do {
      parts.add(part());
    } while (tokens.take("and") || tokens.take("&&"));
    return Junction.of(true, parts);
  }

  /** Reads what stands between AND and OR, or passes over it. */
  private Term part() {
    int start = tokens.position();
    try {
      Term term = negation();
      if (atBoundary()) {
        return term;
      }
    } catch (ParseException e) {
      // passed over below
    }
    tokens.back(start);
    return passOver();
  }

  private boolean atBoundary() {
    Token token = tokens.peek();
    return tokens.atEnd()
        || switch (token.kind()) {
          case WORD ->
              switch (token.text()) {
                case "and", "or", "xor", "when", "then", "else", "end", "as", "from", "using" ->
                    true;
                default -> false;
              };
          case SYMBOL ->
              switch (token.text()) {
                case ")", "]", ",", "&&" -> true;
                case "||" -> habits.backslashes();
                default -> false;
              };
          default -> false;
        };
  }

  private Term passOver() {
    Set<String> mentioned = new LinkedHashSet<>();
    int depth = 0;
    int betweens = 0;
    while (!tokens.atEnd() && (depth > 0 || betweens > 0 || !atBoundary())) {
      Token token = tokens.peek();
      boolean closes = token.is(")") || token.is("]") || token.is("end");
      if (closes && depth == 0) {
        break;
      }
      depth += token.is("(") || token.is("[") || token.is("case") ? 1 : closes ? -1 : 0;
      if (depth == 0) {
        betweens += token.is("between") ? 1 : token.is("and") ? -1 : 0;
      }
      operands.mention(tokens.next(), mentioned);
    }
    return new Unread(mentioned);
  }

  private Term negation() throws ParseException {
    return tokens.take("not") || tokens.take("!") ? Not.of(negation()) : comparisons.comparison();
  }

  /** Makes what REGEXP_LIKE and its like say. */
  Term regexLike(List<Term> arguments) throws ParseException {
    return patterns.regexLike(arguments);
  }

  /** Reads terms with commas between them, and the symbol behind them. */
  List<Term> items(String end) throws ParseException {
    List<Term> items = new ArrayList<>();
    if (tokens.take(end)) {
      return items;
    }
    do {
      items.add(condition());
    } while (tokens.take(","));
    tokens.expect(end);
    return items;
  }

  /** Reads a value without comparison. */
  Term sum() throws ParseException {
    return sums.sum();
  }

  /** Reads an array in parentheses, with casts around it. */
  List<Term> list() throws ParseException {
    return comparisons.list();
  }
}
