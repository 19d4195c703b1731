package dev.seeder.rows;

import dev.seeder.words.Letters;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Leaves out of plans what rows in the table have already. */
final class TakenKeys {

  private static final int AT_ONCE = 1_000;

  private final DSLContext dsl;
  private final Table<?> table;
  private final boolean empty;

  TakenKeys(DSLContext dsl, Table<?> table, OwnRows own) {
    this.dsl = dsl;
    this.table = table;
    this.empty = own.areAll(dsl, table);
  }

  /** Returns whether the table has no rows of others. */
  boolean isEmpty() {
    return empty;
  }

  /**
   * Leaves out the combinations of a plan that are taken or break a rule, as far as rows before
   * {@code to} need.
   *
   * @param rules those that the columns of the plan can break alone
   */
  void leaveOut(
      KeyPlan plan, List<? extends Field<?>> columns, List<RowRule> rules, long from, long to) {
    if (empty && rules.isEmpty()) {
      return;
    }
    List<Unit> parts = plan.parts();
    if (rules.isEmpty()
        && parts.size() == 1
        && parts.get(0).choices() instanceof CountedNumbers numbers) {
      plan.skip(numbers.behind(max(columns.get(0)), from));
      return;
    }
    Set<List<Object>> taken = read(columns);
    plan.leaveOut(
        number -> {
          Map<String, @Nullable Object> row = row(plan, number);
          List<Object> key = row.values().stream().map(TakenKeys::comparable).toList();
          return taken.contains(key) || rules.stream().anyMatch(rule -> !rule.holds(row::get));
        },
        to);
  }

  private static Map<String, @Nullable Object> row(KeyPlan plan, long number) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int part = 0; part < plan.parts().size(); part++) {
      Choices choices = plan.parts().get(part).choices();
      long index = plan.indexOf(part, number);
      long block = plan.blockOf(part, number);
      for (int column = 0; column < choices.columns().size(); column++) {
        row.put(choices.columns().get(column), choices.at(column, index, block));
      }
    }
    return row;
  }

  /** Texts that an index may not tell apart are the same. */
  static Object comparable(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    Object comparable = ParentRows.comparable(value);
    return comparable instanceof String text ? Letters.canonical(text) : comparable;
  }

  private @Nullable Number max(Field<?> column) {
    return (Number) dsl.select(DSL.max(column)).from(table).fetchSingle().value1();
  }

  /** Returns the values that the columns have in each row. */
  Set<List<Object>> read(List<? extends Field<?>> columns) {
    var taken = new HashSet<List<Object>>();
    if (empty) {
      return taken;
    }
    try (var cursor = dsl.select(columns).from(table).fetchSize(AT_ONCE).fetchLazy()) {
      for (Record row : cursor) {
        var values = new ArrayList<Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          values.add(comparable(row.get(i)));
        }
        taken.add(values);
      }
    }
    return taken;
  }
}
