package dev.seeder.check;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A CHECK constraint, understood as far as possible.
 *
 * <p>What it says of one column, of the order of two, and of columns that follow from others, is
 * enough for most rows; {@link #test} decides. All values are as {@link #test} describes them.
 */
public final class Check {

  private final String name;
  private final String condition;
  private final Habits habits;
  private final Term term;

  private Check(String name, String condition, Habits habits, Term term) {
    this.name = name;
    this.condition = condition;
    this.habits = habits;
    this.term = term;
  }

  /**
   * Reads a condition as a database gives it back.
   *
   * @param dialect decides what is read differently elsewhere, such as the case of letters in LIKE
   * @param columns the columns of the table; found whatever the case of their letters
   */
  public static Check of(
      SQLDialect dialect, String name, String condition, Collection<String> columns) {
    Habits habits = Habits.of(dialect);
    return new Check(name, condition, habits, ConditionParser.parse(condition, columns, habits));
  }

  /** Returns the name of the constraint. */
  public String name() {
    return name;
  }

  /** Returns the condition, as it was given. */
  public String condition() {
    return condition;
  }

  /** Returns the columns that it mentions, also where the rest is not understood. */
  public Set<String> columns() {
    return term.columns();
  }

  /** Returns whether all of it is understood. */
  public boolean understood() {
    return term.understood();
  }

  /**
   * Returns whether a row keeps to it; null for SQL's unknown, which lets a row pass, and if it
   * depends on what is not understood.
   *
   * @param row gives the value of a column: null for NULL, {@code String}, {@code Number}, {@code
   *     Boolean}, those of {@code java.time}, bytes, arrays; of others {@code toString()} is taken
   * @param clock the time and zone of what the condition calls now
   */
  public @Nullable Boolean test(Function<String, @Nullable Object> row, Clock clock) {
    var scene = new Scene(row, clock, habits);
    return SqlValues.truth(term.value(scene), habits) instanceof Boolean truth ? truth : null;
  }

  /**
   * Returns what the condition alone asks of one column. Rows within the limits of all their
   * columns may still be refused, if parts of the condition are not as simple as limits are.
   *
   * @param column as the table spells it
   */
  public Limits limits(String column, Clock clock) {
    return new LimitReader(column, withoutRow(clock)).read(term);
  }

  /** Returns which columns have to come before which. */
  public List<ColumnOrder> orders() {
    return new OrderReader(withoutRow(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))).read(term);
  }

  /**
   * Returns the columns whose values follow from others. Of {@code a = b} and {@code a + b = c}
   * each follows from the others: whoever fills a row chooses which.
   */
  public List<Derived> derived() {
    return DerivedReader.read(term, habits);
  }

  /**
   * Returns the values that the condition holds a column against, also where other parts decide
   * whether they matter, with those beside numbers and times, and a few texts of patterns:
   * candidates for whoever searches for a row.
   */
  public List<Object> mentioned(String column, Clock clock) {
    return Mentions.of(term, column, withoutRow(clock));
  }

  private Scene withoutRow(Clock clock) {
    return new Scene(column -> null, clock, habits);
  }

  /** Returns the name and the condition. */
  @Override
  public String toString() {
    return name + ": " + condition;
  }
}
