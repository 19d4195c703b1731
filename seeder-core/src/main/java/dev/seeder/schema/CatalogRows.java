package dev.seeder.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Reads the rows of a catalog. */
final class CatalogRows {

  private CatalogRows() {}

  /** Groups rows by a column that is never NULL; groups and rows keep their order. */
  static Map<String, List<Record>> by(String column, List<? extends Record> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> text(row, column), LinkedHashMap::new, Collectors.toList()));
  }

  static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  static boolean is(Record row, String column) {
    return Boolean.TRUE.equals(row.get(column, Boolean.class));
  }

  static int number(Record row, String column) {
    return Objects.requireNonNull(row.get(column, Integer.class), column);
  }

  static List<String> texts(List<Record> rows, String column) {
    return rows.stream().map(row -> text(row, column)).toList();
  }

  /** Returns the texts of an array. */
  static List<String> names(Record row, String column) {
    return List.of(Objects.requireNonNull(row.get(column, String[].class), column));
  }
}
