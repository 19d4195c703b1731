package dev.seeder.files;

import dev.seeder.schema.KnownTable;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.TableOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Rows and all that they refer to, kept in memory. Not safe for use by several threads. */
final class ClosedRows {

  private static final int AT_ONCE = 200;

  private final DSLContext dsl;
  private final Map<Name, LiveTable> tables = new LinkedHashMap<>();
  private final Map<Name, Map<List<Object>, SavedRow>> rows = new LinkedHashMap<>();
  private final Set<Wanted> asked = new HashSet<>();
  private final Deque<Wanted> wanted = new ArrayDeque<>();

  /** A row that another one refers to. */
  private record Wanted(Name table, List<String> columns, List<Object> values) {}

  ClosedRows(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Adds rows of a table, and all that they refer to. */
  void add(Table<?> table, LiveTable live, Condition some) {
    read(table, live, some);
    while (!wanted.isEmpty()) {
      Wanted first = wanted.element();
      List<Condition> keys = new ArrayList<>();
      LiveTable parent =
          tables.computeIfAbsent(
              first.table(),
              name -> Objects.requireNonNull(LiveSchema.table(dsl, DSL.table(name))));
      while (!wanted.isEmpty() && keys.size() < AT_ONCE && isLike(wanted.element(), first)) {
        keys.add(isKey(parent, wanted.remove()));
      }
      read(KnownTable.of(parent), parent, DSL.or(keys));
    }
  }

  private static boolean isLike(Wanted one, Wanted other) {
    return one.table().equals(other.table()) && one.columns().equals(other.columns());
  }

  private static Condition isKey(LiveTable table, Wanted row) {
    Condition all = DSL.noCondition();
    for (int i = 0; i < row.columns().size(); i++) {
      LiveColumn column = Objects.requireNonNull(table.column(row.columns().get(i)));
      all = all.and(equal(column, row.values().get(i)));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the value was read by the same type
  private static Condition equal(LiveColumn column, Object value) {
    var typed = (DataType<Object>) column.type().binding();
    return DSL.field(DSL.name(column.name()), typed).eq(DSL.val(value, typed));
  }

  private void read(Table<?> table, LiveTable live, Condition condition) {
    tables.putIfAbsent(live.name(), live);
    var kept = rows.computeIfAbsent(live.name(), name -> new LinkedHashMap<>());
    List<String> key = key(live);
    for (Record row : new SavedTable(dsl, table, live).rows(live.columns(), condition).fetch()) {
      var values = new SavedRow(RowExport.values(row));
      if (kept.putIfAbsent(values(live, key, values), values) == null) {
        live.references().forEach(each -> want(live, each, values));
      }
    }
  }

  private static List<String> key(LiveTable live) {
    return live.keys().stream()
        .filter(LiveKey::primary)
        .map(LiveKey::columns)
        .findFirst()
        .orElseGet(() -> live.columns().stream().map(LiveColumn::name).toList());
  }

  private void want(LiveTable live, LiveReference reference, SavedRow row) {
    List<Object> values = new ArrayList<>();
    for (String column : reference.columns()) {
      Object value = row.values().get(place(live, column));
      if (value == null) {
        return;
      }
      values.add(value);
    }
    var parent = new Wanted(reference.parent(), reference.parentColumns(), values);
    if (asked.add(parent)) {
      wanted.add(parent);
    }
  }

  private static int place(LiveTable live, String column) {
    return live.columns().indexOf(Objects.requireNonNull(live.column(column)));
  }

  private static List<Object> values(LiveTable live, List<String> columns, SavedRow row) {
    List<Object> values = new ArrayList<>();
    for (String column : columns) {
      Object value = row.values().get(place(live, column));
      values.add(value == null ? "" : KeyValues.comparable(value));
    }
    return values;
  }

  /** Returns the tables that have rows, those first that others refer to. */
  List<LiveTable> tables() {
    return TableOrder.of(List.copyOf(tables.values()), Map.of(), true).tables();
  }

  /** Returns the rows of a table by their keys, but those first that others of them refer to. */
  List<SavedRow> rows(LiveTable live) {
    List<SavedRow> left = new ArrayList<>(rows.getOrDefault(live.name(), Map.of()).values());
    left.sort((one, other) -> compare(one, other, live));
    List<LiveReference> own =
        live.references().stream().filter(each -> each.parent().equals(live.name())).toList();
    List<SavedRow> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<SavedRow> waiting = new ArrayList<>();
      for (SavedRow row : left) {
        boolean waits =
            own.stream()
                .anyMatch(
                    each ->
                        left.stream().anyMatch(p -> !p.equals(row) && refers(live, each, row, p)));
        (waits ? waiting : ordered).add(row);
      }
      if (waiting.size() == left.size()) {
        ordered.addAll(waiting); // they refer to each other in a circle
        return ordered;
      }
      left.clear();
      left.addAll(waiting);
    }
    return ordered;
  }

  private static boolean refers(
      LiveTable live, LiveReference reference, SavedRow row, SavedRow parent) {
    return values(live, reference.columns(), row)
        .equals(values(live, reference.parentColumns(), parent));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
  private static int compare(SavedRow one, SavedRow other, LiveTable live) {
    List<String> key = key(live);
    List<Object> left = values(live, key, one);
    List<Object> right = values(live, key, other);
    for (int i = 0; i < left.size(); i++) {
      Object value = left.get(i);
      int order =
          value instanceof Comparable comparable && value.getClass() == right.get(i).getClass()
              ? comparable.compareTo(right.get(i))
              : String.valueOf(value).compareTo(String.valueOf(right.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
