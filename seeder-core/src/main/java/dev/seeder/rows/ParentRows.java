package dev.seeder.rows;

import dev.seeder.schema.LiveTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a foreign key may refer to: their keys, read once, in an order that does not depend
 * on the database. Immutable.
 */
final class ParentRows {

  private static final int AT_ONCE = 1_000;
  private static final int MOST_JOINED = 1_000_000;

  private final String table;
  private final Object[][] values;

  private ParentRows(String table, Object[][] values) {
    this.table = table;
    this.values = values;
  }

  /** Reads the columns of the table, without rows that have a NULL in them. */
  static ParentRows read(DSLContext dsl, Name table, List<? extends Field<?>> columns) {
    Condition complete = DSL.and(columns.stream().map(Field::isNotNull).toList());
    var rows = new ArrayList<Object[]>();
    try (var cursor =
        dsl.select(columns).from(DSL.table(table)).where(complete).fetchSize(AT_ONCE).fetchLazy()) {
      for (Record row : cursor) {
        rows.add(row.intoArray());
      }
    }
    // databases sort text each in its own way: the same rows are to give the same picks
    rows.sort(inJavasOrder());
    return new ParentRows(LiveTable.simple(table), rows.toArray(Object[][]::new));
  }

  private static Comparator<Object[]> inJavasOrder() {
    return (left, right) -> {
      for (int i = 0; i < left.length; i++) {
        int order = compare(left[i], right[i]);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
  private static int compare(Object left, Object right) {
    return left instanceof Comparable comparable && left.getClass() == right.getClass()
        ? comparable.compareTo(right)
        : String.valueOf(left).compareTo(String.valueOf(right));
  }

  int size() {
    return values.length;
  }

  Object value(int column, int row) {
    return values[row][column];
  }

  /** Returns only the rows that the predicate takes. */
  ParentRows where(IntPredicate wanted) {
    Object[][] kept =
        IntStream.range(0, values.length)
            .filter(wanted)
            .mapToObj(row -> values[row])
            .toArray(Object[][]::new);
    return kept.length == values.length ? this : new ParentRows(table, kept);
  }

  /**
   * Returns each row once with each of the other rows that match it, with some columns of those
   * added; of very many, so many of each row's that are spread over them.
   */
  ParentRows join(IntFunction<int[]> matching, ParentRows other, int[] added) {
    int most = Math.max(1, MOST_JOINED / Math.max(1, values.length));
    List<Object[]> joined = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      int[] matches = matching.apply(row);
      int taken = Math.min(most, matches.length);
      for (int i = 0; i < taken; i++) {
        int match = matches[(int) ((long) i * matches.length / taken)];
        Object[] longer = Arrays.copyOf(values[row], values[row].length + added.length);
        for (int column = 0; column < added.length; column++) {
          longer[values[row].length + column] = other.values[match][added[column]];
        }
        joined.add(longer);
      }
    }
    return new ParentRows(table + "\", \"" + other.table, joined.toArray(Object[][]::new));
  }

  /** Returns the numbers of the rows by the values that they have in these columns. */
  Map<List<Object>, int[]> by(int[] keyColumns) {
    var numbers = new HashMap<List<Object>, IntStream.Builder>();
    for (int row = 0; row < values.length; row++) {
      numbers.computeIfAbsent(key(keyColumns, row), key -> IntStream.builder()).add(row);
    }
    var groups = new HashMap<List<Object>, int[]>(numbers.size() * 2);
    numbers.forEach((key, rows) -> groups.put(key, rows.build().toArray()));
    return groups;
  }

  List<Object> key(int[] keyColumns, int row) {
    return Arrays.stream(keyColumns).mapToObj(column -> comparable(values[row][column])).toList();
  }

  /** Returns what equals the same value of another Java type, and of another case or accent. */
  static Object comparable(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Number number && !(number instanceof Long)) {
      BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
      return exact.scale() <= 0 && exact.precision() - exact.scale() < 19
          ? exact.longValueExact()
          : exact;
    }
    return value == null ? "" : value;
  }

  String table() {
    return table;
  }

  String describe() {
    return describe(values.length, table);
  }

  static String describe(long rows, String table) {
    return String.format(Locale.ROOT, "%,d %s of \"%s\"", rows, rows == 1 ? "row" : "rows", table);
  }
}
