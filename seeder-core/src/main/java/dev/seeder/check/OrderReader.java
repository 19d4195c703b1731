package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Truths.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which columns come before which out of comparisons. */
final class OrderReader {

  private final Scene scene;

  /** A column with a constant added to it: a BigDecimal, a Span, or null for nothing. */
  private record Shifted(String column, @Nullable Object by) {}

  OrderReader(Scene scene) {
    this.scene = scene;
  }

  List<ColumnOrder> read(Term condition) {
    List<ColumnOrder> orders = new ArrayList<>();
    for (Term part : Conjuncts.of(condition)) {
      if (part instanceof Comparison comparison) {
        ColumnOrder order = read(comparison.operator(), comparison.left(), comparison.right());
        if (order != null) {
          orders.add(order);
        }
      }
    }
    return orders;
  }

  private @Nullable ColumnOrder read(Operator operator, Term left, Term right) {
    switch (operator) {
      case GREATER, GREATER_OR_EQUAL -> {
        return read(operator.turned(), right, left);
      }
      case EQUAL, DIFFERENT -> {
        return null;
      }
      default -> {}
    }
    boolean strict = operator == Operator.LESS;
    Shifted low = shifted(left);
    Shifted high = shifted(right);
    if (low != null && high != null) {
      return order(low, high, strict);
    }
    Call less = difference(left);
    if (less != null) {
      return apart(less.arguments().get(0), less.arguments().get(1), right, true, strict);
    }
    Call more = difference(right);
    return more == null
        ? null
        : apart(more.arguments().get(1), more.arguments().get(0), left, false, strict);
  }

  /** Reads {@code first - second < constant}, or {@code constant < second - first}. */
  private @Nullable ColumnOrder apart(
      Term first, Term second, Term constant, boolean behindSecond, boolean strict) {
    Shifted low = shifted(first);
    Shifted high = shifted(second);
    Object by = constant(constant);
    if (low == null || high == null || by == null) {
      return null;
    }
    Shifted further = shifted(behindSecond ? high : low, by, false);
    if (further == null) {
      return null;
    }
    return behindSecond ? order(low, further, strict) : order(further, high, strict);
  }

  private static @Nullable ColumnOrder order(Shifted low, Shifted high, boolean strict) {
    Shifted gap = shifted(low, high.by, true);
    return gap == null || low.column.equals(high.column)
        ? null
        : new ColumnOrder(low.column, high.column, strict, length(gap.by));
  }

  /** Returns the length of a gap, with months as long as they make a row pass. */
  private static @Nullable Object length(@Nullable Object gap) {
    if (!(gap instanceof Span span)) {
      return gap;
    }
    long years = span.months() / 12;
    long months = span.months() % 12;
    return span.months() > 0
        ? span.time().plusDays(years * 366 + months * 31)
        : span.time().plusDays(years * 365 + months * 28);
  }

  private static @Nullable Call difference(Term term) {
    return term instanceof Call call
            && (call.name().equals("-") || call.name().equals("datediff"))
            && call.arguments().stream().noneMatch(argument -> argument.columns().isEmpty())
        ? call
        : null;
  }

  private @Nullable Object constant(Term term) {
    Object value = term.columns().isEmpty() ? term.value(scene) : null;
    return value instanceof Number number
        ? SqlValues.decimal(number)
        : value instanceof Span ? value : null;
  }

  private @Nullable Shifted shifted(Term term) {
    if (term instanceof Column column) {
      return new Shifted(column.name(), null);
    }
    if (term instanceof Cast cast) {
      return shifted(cast.term());
    }
    if (!(term instanceof Call call)) {
      return null;
    }
    return switch (call.name()) {
      case "julianday", "to_days", "date", "datetime" ->
          call.arguments().size() == 1 ? shifted(call.arguments().get(0)) : null;
      case "+" -> {
        boolean first = constant(call.arguments().get(0)) != null;
        yield shifted(call, first ? 1 : 0, false);
      }
      case "-", "date_sub", "subdate" -> shifted(call, 0, true);
      case "date_add", "adddate" -> shifted(call, 0, false);
      default -> null;
    };
  }

  private @Nullable Shifted shifted(Call call, int column, boolean back) {
    Shifted inner = shifted(call.arguments().get(column));
    Object by = constant(call.arguments().get(1 - column));
    return inner == null || by == null ? null : shifted(inner, by, back);
  }

  /** Adds to a shift, or subtracts from it; null if one is a number and the other a time. */
  private static @Nullable Shifted shifted(Shifted shifted, @Nullable Object by, boolean back) {
    if (by == null) {
      return shifted;
    }
    if (by instanceof BigDecimal number) {
      BigDecimal more = back ? number.negate() : number;
      return shifted.by == null
          ? new Shifted(shifted.column, more)
          : shifted.by instanceof BigDecimal old
              ? new Shifted(shifted.column, old.add(more))
              : null;
    }
    Span more = back ? ((Span) by).negated() : (Span) by;
    return shifted.by == null
        ? new Shifted(shifted.column, more)
        : shifted.by instanceof Span old ? new Shifted(shifted.column, old.plus(more)) : null;
  }
}
