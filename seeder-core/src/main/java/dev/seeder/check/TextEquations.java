package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Term.Constant;
import dev.seeder.pattern.TextPattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Solves comparisons with functions of texts: as lengths, as patterns, or as the text itself. */
final class TextEquations {

  private static final TextPattern SOLID = TextPattern.regex("[^ ]", false);
  private static final TextPattern TRIMMED = TextPattern.regex("^([^ ](.*[^ ])?)?$", false);
  private static final TextPattern NO_UPPER = TextPattern.regex("^[^A-Z]*$", false);
  private static final TextPattern NO_LOWER = TextPattern.regex("^[^a-z]*$", false);

  private final String column;
  private final Scene scene;
  private final Equations equations;

  TextEquations(String column, Scene scene, Equations equations) {
    this.column = column;
    this.scene = scene;
    this.equations = equations;
  }

  Limits solve(Call call, Operator operator, Object value) {
    List<Term> arguments = call.arguments();
    return switch (call.name()) {
      case "length", "char_length", "character_length", "len", "octet_length" ->
          length(arguments.get(0), operator, value);
      case "lower", "lcase", "upper", "ucase", "trim", "btrim", "ltrim", "rtrim" ->
          changed(call, operator, value);
      case "left", "substr", "substring", "mid" -> start(call, operator, value);
      case "right" -> end(call, operator, value);
      case "instr", "strpos" -> contains(arguments.get(0), arguments.get(1), operator, value);
      case "position", "locate" -> contains(arguments.get(1), arguments.get(0), operator, value);
      default -> Limits.NONE;
    };
  }

  private Limits length(Term term, Operator operator, Object value) {
    if (!(value instanceof Number number)) {
      return Limits.NONE;
    }
    int length =
        SqlValues.decimal(number).min(BigDecimal.valueOf(Integer.MAX_VALUE - 1)).intValue();
    Term inner = term instanceof Cast cast ? cast.term() : term;
    boolean trimmed = inner instanceof Call;
    Term text = inner instanceof Call call && isTrim(call) ? call.arguments().get(0) : inner;
    if (!(text instanceof Column || text instanceof Cast)) {
      return Limits.NONE;
    }
    Limits limits =
        switch (operator) {
          case EQUAL -> Limits.length(length, length);
          case DIFFERENT -> length == 0 ? Limits.length(1, Integer.MAX_VALUE) : Limits.NONE;
          case LESS -> Limits.length(0, length - 1);
          case LESS_OR_EQUAL -> Limits.length(0, length);
          case GREATER -> Limits.length(length + 1, Integer.MAX_VALUE);
          case GREATER_OR_EQUAL -> Limits.length(length, Integer.MAX_VALUE);
        };
    return trimmed && limits.minLength() > 0 ? limits.merge(Limits.pattern(SOLID)) : limits;
  }

  private static boolean isTrim(Call call) {
    return call.name().endsWith("trim") && call.arguments().size() == 1;
  }

  /** Takes a value that the function leaves as it is for the column's own. */
  private Limits changed(Call call, Operator operator, Object value) {
    Term term = call.arguments().get(0);
    if (operator == Operator.DIFFERENT && isTrim(call) && "".equals(value)) {
      return equations.solve(term, operator, value).merge(Limits.pattern(SOLID));
    }
    Object again = new Call(call.name(), call.function(), replaced(call, value)).value(scene);
    if (value.equals(again)) {
      return equations.solve(term, operator, value);
    }
    return operator == Operator.EQUAL ? Limits.ONLY_NULL : Limits.NONE;
  }

  private static List<Term> replaced(Call call, Object value) {
    List<Term> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, new Constant(value));
    return arguments;
  }

  /** Takes the characters at a place for a pattern. */
  private Limits start(Call call, Operator operator, Object value) {
    boolean left = call.name().equals("left");
    Object from = left ? BigInteger.ONE : call.arguments().get(1).value(scene);
    boolean open = !left && call.arguments().size() < 3;
    if (!(value instanceof String text && from instanceof BigInteger start)
        || start.signum() <= 0) {
      // counted from the end
      return from instanceof BigInteger && open ? end(call, operator, value) : Limits.NONE;
    }
    String before = ".{" + start.subtract(BigInteger.ONE) + "}";
    return matching(
        call.arguments().get(0), operator, "^" + before + quoted(text) + (open ? "$" : ""));
  }

  /** Takes the last characters for a pattern. */
  private Limits end(Call call, Operator operator, Object value) {
    return value instanceof String text
        ? matching(call.arguments().get(0), operator, quoted(text) + "$")
        : Limits.NONE;
  }

  private Limits matching(Term term, Operator operator, String regex) {
    TextPattern pattern = TextPattern.regex(regex, false);
    return switch (operator) {
      case EQUAL -> match(term, pattern);
      case DIFFERENT -> match(term, pattern.opposite());
      default -> Limits.NONE;
    };
  }

  /** Returns the limits of a column that begins with a text. */
  Limits startsWith(Call call) {
    return call.arguments().get(1) instanceof Constant constant
            && constant.content() instanceof String text
        ? matching(call.arguments().get(0), Operator.EQUAL, "^" + quoted(text))
        : Limits.NONE;
  }

  private Limits contains(Term text, Term wanted, Operator operator, Object value) {
    if (!(wanted instanceof Constant constant && constant.content() instanceof String it)
        || !(value instanceof Number number)) {
      return Limits.NONE;
    }
    TextPattern found = TextPattern.regex(quoted(it), false);
    int end = SqlValues.decimal(number).intValue();
    boolean asked =
        switch (operator) {
          case GREATER -> end >= 0;
          case GREATER_OR_EQUAL, EQUAL -> end >= 1;
          case DIFFERENT -> end == 0;
          default -> false;
        };
    if (asked) {
      return match(text, found);
    }
    return operator == Operator.EQUAL && end == 0 ? match(text, found.opposite()) : Limits.NONE;
  }

  private static String quoted(String text) {
    return Pattern.compile("[^\\p{L}\\p{N} ]").matcher(text).replaceAll("\\\\$0");
  }

  /** Returns the limits of a column whose text, perhaps in other letters, matches a pattern. */
  Limits match(Term term, TextPattern pattern) {
    return isOfColumn(term) ? Limits.pattern(pattern) : Limits.NONE;
  }

  private boolean isOfColumn(Term term) {
    Term inner = term;
    while (inner instanceof Cast || (inner instanceof Call call && keepsPattern(call))) {
      inner = inner.parts().get(0);
    }
    return inner instanceof Column it && it.name().equals(column);
  }

  private static boolean keepsPattern(Call call) {
    return switch (call.name()) {
      case "lower", "lcase", "upper", "ucase", "trim", "btrim", "ltrim", "rtrim", "coalesce" ->
          true;
      default -> false;
    };
  }

  /** Returns the limits of a column that a function of it leaves as it is. */
  Limits unchangedBy(Term term) {
    boolean ofColumn =
        term instanceof Call call
            && !call.arguments().isEmpty()
            && isOfColumn(call.arguments().get(0));
    if (!ofColumn) {
      return Limits.NONE;
    }
    return switch (((Call) term).name()) {
      case "lower", "lcase" -> Limits.pattern(NO_UPPER);
      case "upper", "ucase" -> Limits.pattern(NO_LOWER);
      case "trim", "btrim" -> Limits.pattern(TRIMMED);
      default -> Limits.NONE;
    };
  }
}
