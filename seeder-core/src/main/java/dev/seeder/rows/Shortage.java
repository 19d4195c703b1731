package dev.seeder.rows;

import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says that a key has fewer combinations than there are to be rows. */
final class Shortage {

  private Shortage() {}

  /** Returns how many rows there can be; any number if a column may be NULL for the others. */
  static long rows(KeyPlan plan) {
    return plan.parts().stream().anyMatch(Unit::nullable)
        ? Long.MAX_VALUE
        : plan.capacity() - plan.taken();
  }

  static IllegalStateException failure(LiveTable table, KeyPlan plan, long from, long to) {
    long left = rows(plan);
    String name = table.simpleName();
    List<String> columns = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (Unit part : plan.parts()) {
      part.columns().forEach(column -> columns.add("\"" + column + "\""));
      given.add(part.choices().describe());
    }
    String taken =
        plan.taken() == 0
            ? ""
            : String.format(Locale.ROOT, ", of which %,d are taken", plan.taken());
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "%,d rows of \"%s\" need %,d distinct (%s), but %s give %,d%s.\n"
                + "  To fix: make at most %,d rows of \"%s\"%s.",
            to - from,
            name,
            to - from,
            String.join(", ", columns),
            String.join(" x ", given),
            plan.capacity(),
            taken,
            Math.max(0, left - from),
            name,
            plan.parts().stream().anyMatch(part -> part.choices() instanceof ParentColumn)
                ? ", or more rows that they refer to"
                : ""));
  }
}
