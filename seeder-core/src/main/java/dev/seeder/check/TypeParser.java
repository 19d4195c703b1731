package dev.seeder.check;

import dev.seeder.check.Term.Constant;
import dev.seeder.check.Token.Kind;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads types, and literals behind their type. */
final class TypeParser {

  /** What may stand behind the first word of a type. */
  private static final Set<String> TYPE_WORDS =
      Set.of(
          "varying",
          "precision",
          "without",
          "with",
          "time",
          "zone",
          "local",
          "unsigned",
          "signed",
          "integer",
          "int",
          "character",
          "set",
          "charset",
          "utf8mb4",
          "binary",
          "large",
          "object",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to");

  private final Tokens tokens;
  private final Habits habits;
  private final ConditionParser conditions;
  private final OperandParser operands;

  TypeParser(Tokens tokens, Habits habits, ConditionParser conditions, OperandParser operands) {
    this.tokens = tokens;
    this.habits = habits;
    this.conditions = conditions;
    this.operands = operands;
  }

  /** Reads {@code DATE '2020-01-31'} and the like; null if none comes. */
  @Nullable Term typedLiteral() throws ParseException {
    int start = tokens.position();
    if (tokens.take("interval")) {
      Term interval = interval();
      if (interval != null) {
        return interval;
      }
    } else if (tokens.peek().is("date")
        || tokens.peek().is("time")
        || tokens.peek().is("timestamp")
        || tokens.peek().is("timestamptz")) {
      CastType type = type();
      if (tokens.peek().kind() == Kind.TEXT) {
        return operands.cast(new Constant(tokens.text()), type);
      }
    }
    tokens.back(start);
    return null;
  }

  /** Reads {@code '1' DAY}, {@code 1 day} or {@code '1 day'}. */
  private @Nullable Term interval() throws ParseException {
    Token amount = tokens.peek();
    if (amount.kind() == Kind.NUMBER || amount.kind() == Kind.TEXT) {
      tokens.next();
      Object number = SqlValues.wholeText(amount.text());
      boolean unit = number != null && tokens.peek().kind() == Kind.WORD;
      return interval(
          unit
              ? Span.of(SqlValues.decimal(Objects.requireNonNull(number)), tokens.next().text())
              : Span.parse(amount.text()));
    }
    if (amount.isName() || amount.is("(")) {
      Term term = conditions.sum();
      return tokens.peek().kind() == Kind.WORD
          ? operands.call("interval", List.of(term, new Constant(tokens.next().text())))
          : null;
    }
    return null;
  }

  private static @Nullable Term interval(@Nullable Span span) {
    return span == null ? null : new Constant(span);
  }

  /** Reads a type, whatever it is called. */
  CastType type() throws ParseException {
    Token first = tokens.next();
    while (tokens.take(".")) {
      first = tokens.next();
    }
    if (!first.isName()) {
      throw tokens.unread();
    }
    List<Integer> sizes = new ArrayList<>();
    words();
    if (tokens.take("(")) {
      do {
        Object size = SqlValues.wholeText(tokens.next().text());
        sizes.add(size instanceof Number number ? number.intValue() : -1);
        tokens.next();
      } while (!tokens.peek(-1).is(")") && !tokens.atEnd());
      words();
    }
    boolean array = false;
    while (tokens.take("[", "]")) {
      array = true;
    }
    return CastType.of(first.text(), sizes, array, habits);
  }

  private void words() {
    while (tokens.peek().kind() == Kind.WORD && TYPE_WORDS.contains(tokens.peek().text())) {
      tokens.next();
    }
  }
}
