package dev.seeder;

import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.TableOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Sets a foreign key that closes a circle, in rows that are there: of those that may, each refers
 * to another parent as long as there are some.
 */
final class CircleClosing {

  private static final int BATCH = 1_000;

  private final DSLContext dsl;
  private final LiveTable live;
  private final LiveReference reference;
  private final List<String> open;
  private final List<String> fixed;

  CircleClosing(DSLContext dsl, LiveTable live, LiveReference reference) {
    this.dsl = dsl;
    this.live = live;
    this.reference = reference;
    this.open = TableOrder.nullable(live, reference);
    this.fixed = reference.columns().stream().filter(column -> !open.contains(column)).toList();
  }

  /** Without a primary key, rows cannot be told from each other, and stay as they are. */
  void run() {
    List<String> key = live.primaryKey();
    if (key.isEmpty()) {
      return;
    }
    Table<?> table = DSL.table(live.name());
    Map<List<Object>, List<List<Object>>> parents = parents();
    Map<List<Object>, Integer> used = new HashMap<>();
    List<Field<Object>> read = fields(key);
    read.addAll(fields(fixed));
    Result<Record> rows =
        dsl.select(read)
            .from(table)
            .where(fields(open).get(0).isNull())
            .orderBy(fields(key))
            .fetch();
    List<Object[]> changes = new ArrayList<>();
    for (Record row : rows) {
      List<Object> shared = values(row, key.size(), read.size());
      List<List<Object>> choices = parents.getOrDefault(shared, List.of());
      int next = used.merge(shared, 1, Integer::sum) - 1;
      if (choices.isEmpty() || (next >= choices.size() && isUnique())) {
        continue;
      }
      List<Object> change = new ArrayList<>(choices.get(next % choices.size()));
      change.addAll(values(row, 0, key.size()));
      changes.add(change.toArray());
    }
    update(table, key, changes);
  }

  private boolean isUnique() {
    return live.keys().stream().anyMatch(each -> reference.columns().containsAll(each.columns()));
  }

  /** Returns what the open columns can be, by what the fixed ones are. */
  private Map<List<Object>, List<List<Object>>> parents() {
    List<Field<Object>> read = new ArrayList<>();
    for (String column : fixed) {
      read.add(parent(column));
    }
    open.forEach(column -> read.add(parent(column)));
    Map<List<Object>, List<List<Object>>> parents = new HashMap<>();
    Condition complete = DSL.and(read.stream().map(Field::isNotNull).toList());
    for (Record row :
        dsl.select(read)
            .from(DSL.table(reference.parent()))
            .where(complete)
            .orderBy(read)
            .fetch()) {
      parents
          .computeIfAbsent(values(row, 0, fixed.size()), shared -> new ArrayList<>())
          .add(values(row, fixed.size(), read.size()));
    }
    return parents;
  }

  private Field<Object> parent(String column) {
    String other = reference.parentColumns().get(reference.columns().indexOf(column));
    return DSL.field(DSL.name(other), SchemaFilling.field(live, column).getDataType());
  }

  private List<Field<Object>> fields(List<String> columns) {
    List<Field<Object>> fields = new ArrayList<>();
    columns.forEach(column -> fields.add(SchemaFilling.field(live, column)));
    return fields;
  }

  private static List<Object> values(Record row, int from, int to) {
    return new ArrayList<>(row.intoList().subList(from, to));
  }

  private void update(Table<?> table, List<String> key, List<Object[]> changes) {
    Map<Field<Object>, Object> set = new LinkedHashMap<>();
    for (int start = 0; start < changes.size(); start += BATCH) {
      List<Object[]> some = changes.subList(start, Math.min(changes.size(), start + BATCH));
      for (Field<Object> field : fields(open)) {
        set.put(field, DSL.val((Object) null, field));
      }
      Condition same =
          DSL.and(
              fields(key).stream().map(field -> field.eq(DSL.val((Object) null, field))).toList());
      BatchBindStep batch = dsl.batch(dsl.update(table).set(set).where(same));
      for (Object[] change : some) {
        batch = batch.bind(change);
      }
      batch.execute();
    }
  }
}
