package dev.seeder;

import dev.seeder.rows.Factory;
import dev.seeder.schema.HistoryTables;
import dev.seeder.schema.KnownTable;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.TableOrder;
import dev.seeder.schema.TriggeredInserts;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One filling of a schema, table by table. Not safe for use by several threads. */
final class SchemaFilling {

  private final SchemaSeed filled;
  private final SeedContext seed;
  private final Set<Name> inserted = new HashSet<>();
  private final Map<Name, List<Field<?>>> upcoming = new HashMap<>();

  SchemaFilling(SchemaSeed filled, SeedContext seed) {
    this.filled = filled;
    this.seed = seed;
  }

  void run() {
    List<LiveTable> tables = tables();
    requireTables(tables);
    TableOrder order =
        TableOrder.of(
            tables, TriggeredInserts.of(seed.dsl(), tables), LateParents.canComeLater(seed.dsl()));
    var lateParents = new LateParents(seed.dsl(), order.deferred());
    lateParents.begin();
    for (LiveTable table : order.tables()) {
      lateParents.inserting(table.name(), () -> fill(table, order));
    }
    for (LiveTable table : order.tables()) {
      if (inserted.contains(table.name())) {
        of(table, order.later())
            .forEach(reference -> new CircleClosing(seed.dsl(), table, reference).run());
      }
    }
    lateParents.end();
  }

  private static List<LiveReference> of(
      LiveTable table, Map<Name, List<LiveReference>> references) {
    return references.getOrDefault(table.name(), List.of());
  }

  private List<LiveTable> tables() {
    DSLContext dsl = seed.dsl();
    List<LiveTable> tables = new ArrayList<>();
    if (filled.schemas().isEmpty()) {
      tables.addAll(LiveSchema.tables(dsl, null));
    }
    filled.schemas().forEach(schema -> tables.addAll(LiveSchema.tables(dsl, schema)));
    tables.removeIf(HistoryTables::contain);
    return tables;
  }

  private void requireTables(List<LiveTable> tables) {
    List<String> names = tables.stream().map(LiveTable::simpleName).toList();
    for (String named : filled.named()) {
      if (names.stream().noneMatch(named::equalsIgnoreCase)) {
        throw new IllegalStateException(
            "Table \""
                + named
                + "\" is not in the schema.\n  "
                + Spelling.hint(named, names, "Tables"));
      }
    }
  }

  private void fill(LiveTable live, TableOrder order) {
    Table<?> table = KnownTable.of(live);
    String name = live.simpleName();
    long count = filled.count(name);
    if (count == 0 || (!filled.isCounted(name) && hasRows(table))) {
      return;
    }
    Factory<?> factory = filled.factory(name, table).inferAll();
    for (LiveReference reference : of(live, order.later())) {
      factory =
          factory.leave(
              TableOrder.nullable(live, reference).stream()
                  .map(column -> DSL.field(DSL.name(column)))
                  .toArray(Field<?>[]::new));
    }
    for (LiveReference reference : of(live, order.deferred())) {
      factory = withUpcoming(factory, live, reference);
    }
    for (Field<?> key : upcoming.getOrDefault(live.name(), List.of())) {
      factory = factory.infer(key);
    }
    seed.insert(factory.rowsUpTo(count));
    inserted.add(live.name());
  }

  /** The parents come later; which keys they will have is known. */
  private Factory<?> withUpcoming(Factory<?> factory, LiveTable live, LiveReference reference) {
    Field<Object> column = field(live, reference.columns().get(0));
    Field<Object> key = DSL.field(DSL.name(reference.parentColumns().get(0)), column.getDataType());
    String parent = LiveTable.simple(reference.parent());
    upcoming.computeIfAbsent(reference.parent(), name -> new ArrayList<>()).add(key);
    Factory<?> parents = filled.factory(parent, DSL.table(reference.parent()));
    return factory.generate(column, parents.upcoming(key, filled.count(parent)));
  }

  private boolean hasRows(Table<?> table) {
    return !seed.dsl().select(DSL.inline(1)).from(table).limit(1).fetch().isEmpty();
  }

  static Field<Object> field(LiveTable table, String name) {
    LiveColumn column = table.column(name);
    @SuppressWarnings("unchecked") // the values of the column are of its binding's type
    var type = (DataType<Object>) (column == null ? SQLDataType.OTHER : column.type().binding());
    return DSL.field(DSL.name(name), type);
  }
}
