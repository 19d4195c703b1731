package dev.seeder;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rule that the rows of a table must keep.
 *
 * @param table as it stands in SQL
 * @param wrong what is wrong with the rows that break it
 * @param count a query that counts the rows that break it
 */
record AuditRule(String table, String wrong, String count) {

  /** The rows of which this condition is true break the rule. */
  static AuditRule none(String table, String wrong, String condition) {
    return new AuditRule(table, wrong, "select count(*) from " + table + " where " + condition);
  }

  static AuditRule notNull(String table, String column) {
    // Of the column alone a database may say so without a look at the rows.
    return none(table, column + " is null", "coalesce(" + column + ", null) is null");
  }

  /** A condition that is NULL is kept. */
  static AuditRule check(String table, String condition) {
    return none(table, "check (" + condition + ") does not hold", "not (" + condition + ")");
  }

  static AuditRule notLonger(String table, String column, String measure, long length) {
    return none(
        table, column + " is longer than " + length, measure + "(" + column + ") > " + length);
  }

  /**
   * A foreign key of which a row with a NULL refers to nothing (MATCH SIMPLE).
   *
   * @param parentColumns in the order of the columns that refer to them
   */
  static AuditRule reference(
      String table, List<String> columns, String parent, List<String> parentColumns) {
    if (columns.size() != parentColumns.size()) {
      throw new IllegalArgumentException(table + columns + " refers to " + parent + parentColumns);
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      pairs.add("parent." + parentColumns.get(i) + " = child." + columns.get(i));
    }
    return new AuditRule(
        table,
        list(columns) + " is not in " + parent + " " + list(parentColumns),
        "select count(*) from "
            + table
            + " child where "
            + columns.stream().map(c -> "child." + c + " is not null").collect(joining(" and "))
            + " and not exists (select 1 from "
            + parent
            + " parent where "
            + String.join(" and ", pairs)
            + ")");
  }

  /** Which rows with NULLs a unique key leaves alone. */
  enum Nulls {
    /** Those with any NULL. */
    DISTINCT,
    /** Those with NULLs only. */
    ALL_DISTINCT,
    /** None: two NULLs are the same. */
    EQUAL
  }

  /**
   * A unique key, constraint or index.
   *
   * @param parts columns and expressions
   * @param where the condition of the rows that it holds; empty if it holds all
   */
  static AuditRule unique(String table, List<String> parts, String where, Nulls nulls) {
    List<String> conditions = new ArrayList<>();
    if (!where.isEmpty()) {
      conditions.add("(" + where + ")");
    }
    switch (nulls) {
      case DISTINCT -> parts.forEach(part -> conditions.add("(" + part + ") is not null"));
      case ALL_DISTINCT ->
          conditions.add(
              parts.stream()
                  .map(part -> "(" + part + ") is not null")
                  .collect(joining(" or ", "(", ")")));
      case EQUAL -> {}
    }
    return new AuditRule(
        table,
        list(parts)
            + " is not unique"
            + (where.isEmpty() ? "" : " where " + where)
            + (nulls == Nulls.EQUAL ? ", NULLs being equal" : ""),
        // A column each first: "group by 1" would be the first column.
        "select coalesce(sum(same_rows), 0) from (select count(*) as same_rows from (select "
            + numbered(parts, "%s as part_%d")
            + " from "
            + table
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + ") parts group by "
            + numbered(parts, "part_%2$d")
            + " having count(*) > 1) same_keys");
  }

  private static String numbered(List<String> parts, String pattern) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> pattern.formatted(parts.get(i), i))
        .collect(joining(", "));
  }

  private static String list(List<String> parts) {
    return "(" + String.join(", ", parts) + ")";
  }

  /** Returns the name as it stands in SQL. */
  static String quoted(String name, String quote) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  /** Returns the violation of the rule as a sentence on one line. */
  String broken(long rows) {
    String what = wrong.replaceAll("\\s+", " ");
    return rows + (rows == 1 ? " row" : " rows") + " of " + table + ": " + what + ".";
  }
}
