package dev.seeder.check;

import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a condition sets equal to an expression, so that its value follows.
 *
 * <p>Where the expression reads the column itself, as in {@code code = upper(code)}, the value is
 * made from the one drawn for it.
 */
public final class Derived {

  private final String column;
  private final Term expression;
  private final Set<String> from;
  private final Habits habits;

  Derived(String column, Term expression, Habits habits) {
    this.column = column;
    this.expression = expression;
    this.from = Collections.unmodifiableSet(expression.columns());
    this.habits = habits;
  }

  /** Returns the column. */
  public String column() {
    return column;
  }

  /** Returns the columns that have to have their values before. */
  public Set<String> from() {
    return from;
  }

  /**
   * Returns the value of the column: null for NULL, and where it cannot be told.
   *
   * @param row gives the values of the other columns, see {@link Check#test}
   */
  public @Nullable Object value(Function<String, @Nullable Object> row, Clock clock) {
    Object value = expression.value(new Scene(row, clock, habits));
    return value == null || value == Scene.UNCLEAR ? null : SqlValues.toJava(value);
  }
}
