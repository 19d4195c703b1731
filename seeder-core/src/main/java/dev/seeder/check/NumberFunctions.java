package dev.seeder.check;

import static dev.seeder.check.Functions.needing;
import static dev.seeder.check.Scene.UNCLEAR;

import dev.seeder.check.Term.Function;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic and functions of numbers. */
final class NumberFunctions {

  private NumberFunctions() {}

  static void addTo(Map<String, Function> all) {
    all.put("+", needing(2, NumberFunctions::sum));
    all.put("-", needing(2, NumberFunctions::difference));
    all.put("negative", needing(1, (values, scene) -> negative(values.at(0), scene)));
    all.put("*", exact(BigInteger::multiply, BigDecimal::multiply, (a, b) -> a * b));
    all.put("/", needing(2, NumberFunctions::quotient));
    all.put("div", needing(2, NumberFunctions::wholeQuotient));
    all.put("%", needing(2, NumberFunctions::remainder));
    all.put("mod", needing(2, NumberFunctions::remainder));
    all.put("abs", needing(1, (values, scene) -> abs(values.at(0), scene)));
    all.put("sign", needing(1, (values, scene) -> sign(values.at(0), scene)));
    all.put("round", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.HALF_UP)));
    all.put("trunc", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.DOWN)));
    all.put("truncate", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.DOWN)));
    all.put("floor", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.FLOOR)));
    all.put("ceil", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.CEILING)));
    all.put("ceiling", needing(1, (values, scene) -> rounded(values, scene, RoundingMode.CEILING)));
    all.put("greatest", (values, scene) -> extreme(values, scene, 1));
    all.put("max,", (values, scene) -> extreme(values, scene, 1));
    all.put("least", (values, scene) -> extreme(values, scene, -1));
    all.put("min,", (values, scene) -> extreme(values, scene, -1));
  }

  private static Function exact(
      BinaryOperator<BigInteger> whole,
      BinaryOperator<BigDecimal> some,
      DoubleBinaryOperator real) {
    return needing(2, (values, scene) -> exact(values, scene, whole, some, real));
  }

  private static Object exact(
      Arguments values,
      Scene scene,
      BinaryOperator<BigInteger> whole,
      BinaryOperator<BigDecimal> some,
      DoubleBinaryOperator real) {
    Object left = SqlValues.number(values.at(0), scene.habits());
    Object right = SqlValues.number(values.at(1), scene.habits());
    if (left == UNCLEAR || right == UNCLEAR) {
      return UNCLEAR;
    }
    if (left instanceof BigInteger a && right instanceof BigInteger b) {
      return whole.apply(a, b);
    }
    BigDecimal a = SqlValues.decimal(left);
    BigDecimal b = SqlValues.decimal(right);
    return scene.habits().looseTypes() ? real(a, b, real) : some.apply(a, b);
  }

  /** SQLite has doubles instead of decimal numbers, and their errors with them. */
  private static Object real(BigDecimal left, BigDecimal right, DoubleBinaryOperator operator) {
    double result = operator.applyAsDouble(left.doubleValue(), right.doubleValue());
    return Double.isFinite(result) ? new BigDecimal(Double.toString(result)) : UNCLEAR;
  }

  private static Object sum(Arguments values, Scene scene) {
    Object time = TimeFunctions.sum(values.at(0), values.at(1));
    return time != null
        ? time
        : exact(values, scene, BigInteger::add, BigDecimal::add, Double::sum);
  }

  private static Object difference(Arguments values, Scene scene) {
    Object time = TimeFunctions.difference(values.at(0), values.at(1), scene);
    return time != null
        ? time
        : exact(values, scene, BigInteger::subtract, BigDecimal::subtract, (a, b) -> a - b);
  }

  private static Object negative(Object value, Scene scene) {
    if (value instanceof Span span) {
      return span.negated();
    }
    Object number = SqlValues.number(value, scene.habits());
    return number instanceof BigInteger whole
        ? whole.negate()
        : number instanceof BigDecimal decimal ? decimal.negate() : UNCLEAR;
  }

  private static @Nullable Object quotient(Arguments values, Scene scene) {
    Object left = SqlValues.number(values.at(0), scene.habits());
    Object right = SqlValues.number(values.at(1), scene.habits());
    if (left == UNCLEAR || right == UNCLEAR) {
      return UNCLEAR;
    }
    if (SqlValues.decimal(right).signum() == 0) {
      return scene.habits().lenient() ? null : UNCLEAR;
    }
    if (left instanceof BigInteger a
        && right instanceof BigInteger b
        && scene.habits().wholeDivision()) {
      return a.divide(b);
    }
    return scene.habits().looseTypes()
        ? real(SqlValues.decimal(left), SqlValues.decimal(right), (a, b) -> a / b)
        : SqlValues.decimal(left).divide(SqlValues.decimal(right), MathContext.DECIMAL128);
  }

  private static @Nullable Object wholeQuotient(Arguments values, Scene scene) {
    Object quotient = quotient(values, scene);
    return quotient instanceof BigDecimal decimal ? decimal.toBigInteger() : quotient;
  }

  private static @Nullable Object remainder(Arguments values, Scene scene) {
    Object left = SqlValues.number(values.at(0), scene.habits());
    Object right = SqlValues.number(values.at(1), scene.habits());
    if (left == UNCLEAR || right == UNCLEAR) {
      return UNCLEAR;
    }
    BigDecimal divisor = SqlValues.decimal(right);
    BigDecimal dividend = SqlValues.decimal(left);
    if (scene.habits().looseTypes()) {
      divisor = divisor.setScale(0, RoundingMode.DOWN);
      dividend = dividend.setScale(0, RoundingMode.DOWN);
    }
    if (divisor.signum() == 0) {
      return scene.habits().lenient() ? null : UNCLEAR;
    }
    BigDecimal remainder = dividend.remainder(divisor);
    return left instanceof BigInteger && right instanceof BigInteger
        ? remainder.toBigInteger()
        : remainder;
  }

  private static Object abs(Object value, Scene scene) {
    Object number = SqlValues.number(value, scene.habits());
    return number instanceof BigInteger whole
        ? whole.abs()
        : number instanceof BigDecimal decimal ? decimal.abs() : UNCLEAR;
  }

  private static Object sign(Object value, Scene scene) {
    Object number = SqlValues.number(value, scene.habits());
    return number == UNCLEAR ? UNCLEAR : SqlValues.whole(SqlValues.decimal(number).signum());
  }

  private static Object rounded(Arguments values, Scene scene, RoundingMode mode) {
    Object number = SqlValues.number(values.at(0), scene.habits());
    Object digits = values.size() > 1 ? values.at(1) : BigInteger.ZERO;
    if (number == UNCLEAR || !(digits instanceof BigInteger scale)) {
      return UNCLEAR;
    }
    if (number instanceof BigInteger && scale.signum() >= 0) {
      return number;
    }
    return SqlValues.decimal(number).setScale(scale.intValue(), mode);
  }

  private static @Nullable Object extreme(Arguments values, Scene scene, int sign) {
    if (scene.habits().nullExtremes() && values.nulls() > 0) {
      return null;
    }
    Object extreme = null;
    for (Object value : values.present()) {
      if (extreme == null) {
        extreme = value;
        continue;
      }
      if (!(Comparer.compare(value, extreme, scene) instanceof Integer order)) {
        return UNCLEAR;
      }
      extreme = order * sign > 0 ? value : extreme;
    }
    return extreme;
  }
}
