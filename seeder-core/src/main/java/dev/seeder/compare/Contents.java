package dev.seeder.compare;

import dev.seeder.schema.ChangingDefaults;
import dev.seeder.schema.HistoryTables;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * What the tables of the current schema hold, in a few numbers for each: enough to tell whether two
 * runs of the same seeds left the same rows, whatever their order. Immutable.
 *
 * <p>Left out are the tables in which tools keep their record, and columns whose values are the
 * database's: computed ones, and those with a default that changes, such as the time. Keys that the
 * database counts are compared by their rank, and so are foreign keys to them.
 */
public final class Contents {

  private final Map<String, TableContents> tables;

  private Contents(Map<String, TableContents> tables) {
    this.tables = tables;
  }

  /** Reads all rows; in memory are the keys that the database counts. */
  public static Contents read(DSLContext user) {
    DSLContext dsl = LiveSchema.withCatalogNames(user);
    List<LiveTable> live = HistoryTables.others(dsl);
    Ranks ranks = Ranks.read(dsl, live);
    Map<String, TableContents> tables = new LinkedHashMap<>();
    for (LiveTable table : live) {
      tables.put(
          table.simpleName(), TableContents.read(dsl, table, compared(dsl, table, ranks), ranks));
    }
    return new Contents(tables);
  }

  private static List<String> compared(DSLContext dsl, LiveTable table, Ranks ranks) {
    Set<String> changing = ChangingDefaults.of(dsl, table);
    return table.columns().stream()
        .filter(
            column ->
                ranks.of(table, column.name()).length > 0
                    || (column.filling() != Filling.ALWAYS && !changing.contains(column.name())))
        .map(LiveColumn::name)
        .toList();
  }

  /** Returns how the second contents differ, by table; no value is named. */
  public Map<String, List<String>> differences(Contents second) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    tables.forEach(
        (name, first) -> {
          TableContents other = second.tables.get(name);
          List<String> differences =
              other == null ? List.of(name + ": is gone") : first.differences(name, other);
          if (!differences.isEmpty()) {
            found.put(name, differences);
          }
        });
    return found;
  }
}
