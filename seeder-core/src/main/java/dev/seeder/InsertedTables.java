package dev.seeder;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.transaction.Session;
import dev.seeder.write.IdentityCounters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The tables that a seed has inserted into by its own statements, by jOOQ, JDBC or as text: their
 * names are read in the text that is sent. Not safe for use by several threads.
 */
final class InsertedTables {

  private final DSLContext dsl;
  private final boolean counted;
  private final Set<String> names = new LinkedHashSet<>();

  InsertedTables(Session open) {
    this.dsl = open.own();
    this.counted = IdentityCounters.areLeftBehind(dsl);
  }

  /** Notes the tables that a statement inserts into, where their counters are to be moved. */
  void note(String sql) {
    if (counted) {
      names.addAll(SentSql.inserted(sql));
    }
  }

  /** Moves the counters of identity columns behind the values that rows were given. */
  void moveCounters() {
    for (String name : names) {
      LiveTable table = LiveSchema.table(dsl, SentSql.table(name));
      if (table != null) {
        IdentityCounters.moveBehind(dsl, DSL.table(table.name()), filled(table));
      }
    }
  }

  private static List<Field<?>> filled(LiveTable table) {
    return table.columns().stream()
        .filter(column -> column.filling() != LiveColumn.Filling.NOTHING)
        .<Field<?>>map(column -> DSL.field(DSL.name(column.name()), column.type().binding()))
        .toList();
  }
}
