package dev.seeder.page;

import dev.seeder.schema.HistoryTables;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;

/** The tables of a schema, those first that others refer to. */
final class Tables {

  private final Map<Name, LiveTable> byName = new LinkedHashMap<>();
  private final Set<LiveTable> ordered = new LinkedHashSet<>();
  private final Set<Name> visited = new LinkedHashSet<>();

  private Tables() {}

  /** Reads the tables of the current schema, without those in which tools keep their record. */
  static List<LiveTable> of(DSLContext dsl) {
    var tables = new Tables();
    HistoryTables.others(dsl).forEach(table -> tables.byName.put(table.name(), table));
    tables.byName.values().forEach(tables::visit);
    return List.copyOf(tables.ordered);
  }

  private void visit(LiveTable table) {
    // a circle has no order: it starts where it is met first
    if (visited.add(table.name())) {
      for (LiveReference reference : table.references()) {
        LiveTable parent = byName.get(reference.parent());
        if (parent != null) {
          visit(parent);
        }
      }
      ordered.add(table);
    }
  }
}
