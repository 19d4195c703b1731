package dev.seeder.compare;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Which of its table each key is that the database counts. Counters move on in transactions that
 * are rolled back, too, so that the same rows get other keys the second time, in the same order.
 *
 * @param keys the sorted keys by table and column
 */
record Ranks(Map<Name, Map<String, long[]>> keys) {

  static Ranks read(DSLContext dsl, List<LiveTable> tables) {
    Map<Name, Map<String, long[]>> keys = new HashMap<>();
    for (LiveTable table : tables) {
      Map<String, long[]> counted = new HashMap<>();
      for (LiveColumn column : table.columns()) {
        if (isCounted(table, column)) {
          counted.put(column.name(), sorted(dsl, table, column.name()));
        }
      }
      keys.put(table.name(), counted);
    }
    return new Ranks(keys);
  }

  private static boolean isCounted(LiveTable table, LiveColumn column) {
    return column.filling() == Filling.IDENTITY
        || (column.filling() == Filling.ALWAYS
            && column.type().kind() == Kind.INTEGER
            && table.isInPrimaryKey(column.name()));
  }

  private static long[] sorted(DSLContext dsl, LiveTable table, String name) {
    Field<Long> key = DSL.field(DSL.name(name), SQLDataType.BIGINT);
    try (Stream<Long> values =
        dsl.select(key)
            .from(DSL.table(table.name()))
            .where(key.isNotNull())
            .fetchSize(1_000)
            .fetchStream()
            .map(row -> row.value1())) {
      LongStream.Builder all = LongStream.builder();
      values.forEach(all::add);
      return all.build().sorted().toArray();
    }
  }

  /** Returns the keys by whose rank the values of a column are compared; none if they are not. */
  long[] of(LiveTable table, String column) {
    long[] own = keys.getOrDefault(table.name(), Map.of()).get(column);
    if (own != null) {
      return own;
    }
    for (LiveReference reference : table.references()) {
      int at = reference.columns().indexOf(column);
      if (at >= 0) {
        String referred = reference.parentColumns().get(at);
        long[] parents = keys.getOrDefault(reference.parent(), Map.of()).get(referred);
        if (parents != null) {
          return parents;
        }
      }
    }
    return new long[0];
  }

  /** Returns the rank of a key, or the key itself if it is none of them. */
  static String rank(String key, long[] sorted) {
    try {
      int rank = Arrays.binarySearch(sorted, Long.parseLong(key));
      return rank < 0 ? key : "#" + rank;
    } catch (NumberFormatException e) {
      return key;
    }
  }
}
