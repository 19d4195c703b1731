package dev.seeder.rows;

import dev.seeder.check.Check;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row keeps to a CHECK constraint; what is not understood of it is left to the database. */
record CheckRule(Check check, Clock clock) implements RowRule {

  @Override
  public boolean holds(Function<String, @Nullable Object> row) {
    return !Boolean.FALSE.equals(check.test(row, clock));
  }

  @Override
  public Set<String> columns() {
    return check.columns();
  }

  @Override
  public String describe() {
    return check.name().isEmpty()
        ? "check (" + check.condition() + ")"
        : "check \"" + check.name() + "\"";
  }
}
