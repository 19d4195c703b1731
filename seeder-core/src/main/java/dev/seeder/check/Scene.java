package dev.seeder.check;

import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is looked at with.
 *
 * @param row gives the value of a column by its name
 */
record Scene(Function<String, @Nullable Object> row, Clock clock, Habits habits) {

  /** Stands for a value that nobody here can tell, unlike null, which is SQL's NULL. */
  static final Object UNCLEAR = Unclear.VALUE;

  private enum Unclear {
    VALUE
  }

  @Nullable Object column(String name) {
    return SqlValues.of(row.apply(name), this);
  }

  /** Returns the truth as the database holds it. */
  Object truth(boolean value) {
    return habits.looseTypes() ? SqlValues.whole(value ? 1 : 0) : value;
  }

  /** Returns the time as the database holds it. */
  Object time(Temporal time) {
    return habits.looseTypes() ? SqlValues.text(time) : time;
  }
}
