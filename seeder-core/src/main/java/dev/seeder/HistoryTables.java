package dev.seeder;

import dev.seeder.schema.LiveTable;
import java.util.Locale;
import java.util.Set;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/** The tables in which tools keep their own record, ours and others'. */
final class HistoryTables {

  private static final Set<String> KNOWN =
      Set.of(
          "seeder_history",
          "seeder_environment",
          "seeder_flyway",
          "databasechangelog",
          "databasechangeloglock");

  private HistoryTables() {}

  /**
   * Returns whether a table is one of them; Flyway's may have any name, and is known by columns.
   */
  static boolean contain(LiveTable table, @Nullable Name history) {
    String name = table.simpleName();
    return KNOWN.contains(name.toLowerCase(Locale.ROOT))
        || (history != null && name.equals(history.last()))
        || (table.column("installed_rank") != null && table.column("installed_on") != null);
  }
}
