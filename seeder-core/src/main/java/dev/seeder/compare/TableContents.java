package dev.seeder.compare;

import dev.seeder.schema.LiveTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, in whatever order.
 *
 * @param rows how many
 * @param columns the sum of the hashes of each column's values
 * @param whole the sum of the hashes of the rows
 */
record TableContents(long rows, Map<String, Long> columns, long whole) {

  private static final int FETCHED = 1_000;

  /** Reads the columns of a table whose values are the seeds'. */
  static TableContents read(DSLContext dsl, LiveTable table, List<String> columns, Ranks ranks) {
    List<Field<Object>> fields =
        columns.stream().map(column -> DSL.field(DSL.name(column))).toList();
    String sql = dsl.render(DSL.select(fields).from(DSL.table(table.name())));
    List<long[]> counted = columns.stream().map(column -> ranks.of(table, column)).toList();
    return dsl.connectionResult(connection -> sums(connection, sql, columns, counted));
  }

  private static TableContents sums(
      Connection connection, String sql, List<String> columns, List<long[]> counted)
      throws SQLException {
    long[] sums = new long[columns.size()];
    long whole = 0;
    long rows = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      try (ResultSet found = statement.executeQuery()) {
        boolean[] binary = binary(found, columns.size());
        for (; found.next(); rows++) {
          long row = 0;
          for (int i = 0; i < sums.length; i++) {
            long value = hash(text(found, i + 1, binary[i], counted.get(i)));
            sums[i] += value;
            row = mix(row * 31 + value);
          }
          whole += row;
        }
      }
    }
    Map<String, Long> named = new LinkedHashMap<>();
    for (int i = 0; i < sums.length; i++) {
      named.put(columns.get(i), sums[i]);
    }
    return new TableContents(rows, named, whole);
  }

  private static boolean[] binary(ResultSet found, int columns) throws SQLException {
    var binary = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      binary[i] =
          switch (found.getMetaData().getColumnType(i + 1)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
          };
    }
    return binary;
  }

  private static @Nullable String text(ResultSet found, int index, boolean binary, long[] counted)
      throws SQLException {
    if (binary) {
      byte[] bytes = found.getBytes(index);
      return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }
    String text = found.getString(index);
    return text == null || counted.length == 0 ? text : Ranks.rank(text, counted);
  }

  /** Returns how it is another, without any value; empty if it is the same. */
  List<String> differences(String table, TableContents second) {
    if (rows != second.rows) {
      return List.of(
          String.format(
              Locale.ROOT,
              "%s: %,d %s, then %,d",
              table,
              rows,
              rows == 1 ? "row" : "rows",
              second.rows));
    }
    List<String> found = new ArrayList<>();
    columns.forEach(
        (column, sum) -> {
          if (!sum.equals(second.columns.get(column))) {
            found.add(table + "." + column + ": other values");
          }
        });
    if (found.isEmpty() && whole != second.whole) {
      found.add(table + ": the same values, in other rows");
    }
    return found;
  }

  /** FNV-1a of 64 bits, mixed. */
  private static long hash(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
