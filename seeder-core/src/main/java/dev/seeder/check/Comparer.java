package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Compares values of conditions as databases do. */
final class Comparer {

  private Comparer() {}

  /** Returns whether two terms compare like this: a truth, null for NULL, or UNCLEAR. */
  static @Nullable Object compared(Operator operator, Term leftTerm, Term rightTerm, Scene scene) {
    Object left = leftTerm.value(scene);
    Object right = rightTerm.value(scene);
    if (left == UNCLEAR || right == UNCLEAR) {
      return UNCLEAR;
    }
    if (left == null || right == null) {
      return null;
    }
    if (scene.habits().looseTypes()) {
      Object asGiven = left;
      left = Affinity.applied(left, leftTerm, right, rightTerm);
      right = Affinity.applied(right, rightTerm, asGiven, leftTerm);
    }
    Object order = compare(left, right, scene);
    if (!(order instanceof Integer number)) {
      return UNCLEAR;
    }
    if (!scene.habits().knownCollation()
        && operator == Operator.DIFFERENT
        && left instanceof String a
        && right instanceof String b) {
      return scene.truth(!a.stripTrailing().equalsIgnoreCase(b.stripTrailing()));
    }
    return scene.truth(operator.holds(number));
  }

  /** Returns a number below, at or above zero as an Integer, or UNCLEAR. */
  static Object compare(Object left, Object right, Scene scene) {
    if (left == UNCLEAR || right == UNCLEAR) {
      return UNCLEAR;
    }
    if (left instanceof String a && right instanceof String b) {
      return codePoints(a, b);
    }
    if (left instanceof Temporal || right instanceof Temporal) {
      return times(left, right, scene);
    }
    if (left instanceof Span || right instanceof Span) {
      Span a = span(left);
      Span b = span(right);
      return a == null || b == null ? UNCLEAR : (Object) a.compareTo(b);
    }
    if (left instanceof Boolean || right instanceof Boolean) {
      return truths(left, right, scene.habits());
    }
    return numbers(left, right, scene.habits());
  }

  private static Object numbers(Object left, Object right, Habits habits) {
    if (habits.looseTypes() && (left instanceof String || right instanceof String)) {
      // SQLite: numbers come before texts; the columns' types had their say before
      return left instanceof String ? 1 : -1;
    }
    Object a = SqlValues.number(left, habits);
    Object b = SqlValues.number(right, habits);
    return a == UNCLEAR || b == UNCLEAR
        ? UNCLEAR
        : (Object) SqlValues.decimal(a).compareTo(SqlValues.decimal(b));
  }

  private static Object truths(Object left, Object right, Habits habits) {
    if (left instanceof Number || right instanceof Number) {
      return numbers(left, right, habits);
    }
    return SqlValues.truth(left, habits) instanceof Boolean a
            && SqlValues.truth(right, habits) instanceof Boolean b
        ? a.compareTo(b)
        : UNCLEAR;
  }

  private static @Nullable Span span(Object value) {
    return value instanceof String text ? Span.parse(text) : value instanceof Span it ? it : null;
  }

  private static Object times(Object left, Object right, Scene scene) {
    Object a = left instanceof String text ? Times.parse(text) : left;
    Object b = right instanceof String text ? Times.parse(text) : right;
    if (a instanceof LocalTime one && b instanceof LocalTime other) {
      return one.compareTo(other);
    }
    if (a instanceof LocalDate one && b instanceof LocalDate other) {
      return one.compareTo(other);
    }
    LocalDateTime one = a == null ? null : Times.local(a, scene.clock().getZone());
    LocalDateTime other = b == null ? null : Times.local(b, scene.clock().getZone());
    return one == null || other == null ? UNCLEAR : (Object) one.compareTo(other);
  }

  private static int codePoints(String a, String b) {
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      char one = a.charAt(i);
      char other = b.charAt(i);
      if (one != other) {
        // characters of two chars come after all of one
        boolean beyond = Character.isSurrogate(one) != Character.isSurrogate(other);
        return beyond ? (Character.isSurrogate(one) ? 1 : -1) : Character.compare(one, other);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
