package dev.seeder;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.schema.HistoryTables;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.TableOrder;
import dev.seeder.transaction.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;

/** Deletes the rows of tables, those that refer to others first. */
final class TableClearing {

  private final Session session;
  private final DSLContext dsl;
  private final List<LiveTable> tables;

  private TableClearing(Session session, List<LiveTable> tables) {
    this.session = session;
    this.dsl = session.own();
    this.tables = tables;
  }

  /** Returns the clearing of all tables of the current schema, but those with a tool's record. */
  static TableClearing ofAll(Session session) {
    return new TableClearing(session, HistoryTables.others(session.own()));
  }

  /**
   * Returns the clearing of these tables.
   *
   * @throws IllegalStateException if one is not there, or holds a tool's record
   */
  static TableClearing of(Session session, List<Table<?>> named) {
    List<LiveTable> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Table<?> each : named) {
      LiveTable live = LiveSchema.table(session.configuration().dsl(), each);
      if (live == null) {
        problems.add("Table \"" + each.getName() + "\" is not in the database.");
      } else if (HistoryTables.contain(live)) {
        problems.add(
            "Table \""
                + each.getName()
                + "\" holds the record of what was applied, which reset never deletes.");
      } else {
        found.add(live);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          String.join("\n", problems)
              + "\n  Nothing was deleted.\n  To fix: leave it out of Seeder.reset(...).");
    }
    return new TableClearing(session, found);
  }

  /** Deletes the rows and returns how many there were, in the order of the tables. */
  Map<String, Long> run() {
    TableOrder order = TableOrder.of(tables, Map.of(), false);
    for (LiveTable each : tables) {
      order.later().getOrDefault(each.name(), List.of()).forEach(open -> detach(each, open));
      if (checksRowByRow()) {
        each.references().stream()
            .filter(reference -> reference.parent().equals(each.name()))
            .forEach(own -> detach(each, own));
      }
    }
    deferConstraints(order);
    List<LiveTable> childrenFirst = new ArrayList<>(order.tables());
    Collections.reverse(childrenFirst);
    Map<String, Long> deleted = new LinkedHashMap<>();
    for (LiveTable each : childrenFirst) {
      deleted.put(each.simpleName(), (long) dsl.deleteFrom(table(each.name())).execute());
    }
    return deleted;
  }

  /** MariaDB and MySQL look at a foreign key at each row, and not at the end of a statement. */
  private boolean checksRowByRow() {
    SQLDialect family = session.dialect().family();
    return family == SQLDialect.MARIADB || family == SQLDialect.MYSQL;
  }

  private void deferConstraints(TableOrder order) {
    if (!order.deferred().isEmpty()) {
      if (session.dialect().family() == SQLDialect.SQLITE) {
        dsl.execute("pragma defer_foreign_keys = on");
      } else {
        dsl.execute("set constraints all deferred");
      }
    }
  }

  /** Lets the rows of a table refer to nothing. */
  private void detach(LiveTable from, LiveReference reference) {
    Map<Field<?>, Object> nothing = new LinkedHashMap<>();
    for (String column : TableOrder.nullable(from, reference)) {
      nothing.put(field(name(column)), null);
    }
    if (!nothing.isEmpty()) {
      dsl.update(table(from.name())).set(nothing).execute();
    }
  }
}
