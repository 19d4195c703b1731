package dev.seeder.check;

import java.text.ParseException;
import java.util.List;

/** Reads arithmetic, with its precedence. */
final class SumParser {

  private final Tokens tokens;
  private final Habits habits;
  private final OperandParser operands;

  SumParser(Tokens tokens, Habits habits, OperandParser operands) {
    this.tokens = tokens;
    this.habits = habits;
    this.operands = operands;
  }

  /** Reads a value without comparison. */
  Term sum() throws ParseException {
    Term left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      String operator = tokens.next().text();
      left = operands.call(operator, List.of(left, product()));
    }
    return left;
  }

  private Term product() throws ParseException {
    Term left = joined();
    while (tokens.peek().is("*")
        || tokens.peek().is("/")
        || tokens.peek().is("%")
        || tokens.peek().is("div")
        || tokens.peek().is("mod")) {
      String operator = tokens.next().text();
      left = operands.call(operator, List.of(left, joined()));
    }
    return left;
  }

  private Term joined() throws ParseException {
    Term left = operands.operand();
    while (!habits.backslashes() && tokens.take("||")) {
      left = operands.call("||", List.of(left, operands.operand()));
    }
    return left;
  }
}
