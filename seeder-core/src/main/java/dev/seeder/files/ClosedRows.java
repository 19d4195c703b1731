package dev.seeder.files;

import dev.seeder.schema.KnownTable;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.TableOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** Rows and all that they refer to, kept in memory. Not safe for use by several threads. */
final class ClosedRows {

  private static final int AT_ONCE = 200;

  private final DSLContext dsl;
  private final Map<Name, LiveTable> tables = new LinkedHashMap<>();
  private final Map<Name, Map<Kept, SavedRow>> rows = new LinkedHashMap<>();
  private final Set<Wanted> asked = new HashSet<>();
  private final Deque<Wanted> wanted = new ArrayDeque<>();

  /** A row that another one refers to. */
  private record Wanted(Name table, List<String> columns, List<Object> values) {}

  /**
   * What tells a row apart: its key, or else all its values. Then several rows may be the same: a
   * query finds all of them or none, so that they are told apart by their number in it.
   */
  private record Kept(List<@Nullable Object> key, int number) {}

  ClosedRows(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Adds rows of a table, and all that they refer to. */
  void add(Table<?> table, LiveTable live, Condition some) {
    read(table, live, some);
    while (!wanted.isEmpty()) {
      Wanted first = wanted.element();
      List<Condition> keys = new ArrayList<>();
      LiveTable parent = parent(first.table());
      while (!wanted.isEmpty() && keys.size() < AT_ONCE && isLike(wanted.element(), first)) {
        keys.add(isKey(parent, wanted.remove()));
      }
      read(KnownTable.of(parent), parent, DSL.or(keys));
    }
  }

  private LiveTable parent(Name name) {
    return tables.computeIfAbsent(
        name, each -> Objects.requireNonNull(LiveSchema.table(dsl, DSL.table(each))));
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
    Map<List<@Nullable Object>, Integer> same = new HashMap<>();
    for (Record row : new SavedTable(dsl, table, live).rows(live.columns(), condition).fetch()) {
      var values = new SavedRow(RowExport.values(row));
      List<@Nullable Object> found = values(live, key, values);
      if (kept.putIfAbsent(new Kept(found, same.merge(found, 1, Integer::sum)), values) == null) {
        live.references().forEach(each -> want(live, each, values));
      }
    }
  }

  private static List<String> key(LiveTable live) {
    return live.primaryKey().isEmpty()
        ? live.columns().stream().map(LiveColumn::name).toList()
        : live.primaryKey();
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
      SavedTable.requireKept(live, reference, parent(reference.parent()));
      wanted.add(parent);
    }
  }

  private static int place(LiveTable live, String column) {
    return live.columns().indexOf(Objects.requireNonNull(live.column(column)));
  }

  private static List<@Nullable Object> values(LiveTable live, List<String> columns, SavedRow row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String column : columns) {
      Object value = row.values().get(place(live, column));
      values.add(value == null ? null : KeyValues.comparable(value));
    }
    return values;
  }

  /** Returns the tables that have rows, those first that others refer to. */
  List<LiveTable> tables() {
    return TableOrder.of(List.copyOf(tables.values()), Map.of(), true).tables();
  }

  /** Returns the rows of a table by their keys, but those first that others of them refer to. */
  List<SavedRow> rows(LiveTable live) {
    List<SavedRow> byKey =
        rows.getOrDefault(live.name(), Map.of()).entrySet().stream()
            .sorted((one, other) -> compare(one.getKey().key(), other.getKey().key()))
            .map(Map.Entry::getValue)
            .toList();
    return parentsFirst(live, byKey);
  }

  private static List<SavedRow> parentsFirst(LiveTable live, List<SavedRow> rows) {
    var order = new ParentsFirst(rows.size());
    for (LiveReference reference : live.references()) {
      if (reference.parent().equals(live.name())) {
        Map<List<@Nullable Object>, Integer> parents = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
          parents.put(values(live, reference.parentColumns(), rows.get(i)), i);
        }
        for (int i = 0; i < rows.size(); i++) {
          List<@Nullable Object> wanted = values(live, reference.columns(), rows.get(i));
          Integer parent = wanted.contains(null) ? null : parents.get(wanted);
          if (parent != null && parent != i) {
            order.add(parent, i);
          }
        }
      }
    }
    return order.order().stream().map(rows::get).toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
  private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
    for (int i = 0; i < left.size(); i++) {
      Object value = left.get(i);
      Object with = right.get(i);
      int order =
          value == null || with == null
              ? Boolean.compare(value != null, with != null)
              : value instanceof Comparable comparable && value.getClass() == with.getClass()
                  ? comparable.compareTo(with)
                  : String.valueOf(value).compareTo(String.valueOf(with));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
