package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Writes the statements for temporary tables that have columns of another table, in the words of
 * the database, and none that would end the transaction.
 */
record StagedSql(DSLContext dsl, LiveTable live) {

  /** The part of a long text that MariaDB can index, whatever its characters are. */
  private static final int INDEXED = 191;

  SQLDialect family() {
    SQLDialect family = dsl.family();
    return family == SQLDialect.MYSQL ? SQLDialect.MARIADB : family;
  }

  /** Returns the table as it is written. */
  String table() {
    return dsl.render(live.name());
  }

  /** Returns a name as it is written. */
  String quoted(String name) {
    return dsl.render(DSL.quotedName(name));
  }

  /** Returns names, as in {@code o."a", o."b"}. */
  String list(String alias, List<String> names) {
    return joined(", ", names, name -> alias + quoted(name));
  }

  /** Returns what is equal, as in {@code o."a" = n."a" and o."b" = n."b"}. */
  String equal(String alias, List<String> names, String other, List<String> others) {
    return names.stream()
        .map(name -> alias + quoted(name) + " = " + other + quoted(others.get(names.indexOf(name))))
        .collect(Collectors.joining(" and "));
  }

  static String joined(String between, List<String> names, Function<String, String> each) {
    return names.stream().map(each).collect(Collectors.joining(between));
  }

  /**
   * Makes a temporary table.
   *
   * @param number the name of a first column that numbers the rows; empty for none
   * @param indexed the columns by which its rows are found
   */
  String create(String name, String number, List<LiveColumn> columns, List<String> indexed) {
    List<String> names = columns.stream().map(LiveColumn::name).toList();
    String selected = list("", names);
    String empty = " from " + table() + " where 1 = 0";
    String named = quoted(name);
    String numbered = number.isEmpty() ? "" : quoted(number);
    return switch (family()) {
      case H2 ->
          "create local temporary table "
              + named
              + " ("
              + before(numbered + " bigint primary key", number)
              + selected
              + ") on commit drop transactional as select "
              + before("cast(null as bigint)", number)
              + selected
              + empty;
      case HSQLDB ->
          "declare local temporary table "
              + named
              + " as (select "
              + before("cast(null as bigint) as " + numbered, number)
              + selected
              + empty
              + ") with no data";
      case MARIADB ->
          "create temporary table "
              + named
              + " ("
              + before(numbered + " bigint not null default 0 primary key", number)
              + "index ("
              + columns.stream()
                  .filter(column -> indexed.contains(column.name()))
                  .map(column -> quoted(column.name()) + prefix(column))
                  .collect(Collectors.joining(", "))
              + ")) as select "
              + selected
              + empty;
      case SQLITE ->
          "create temporary table "
              + named
              + " ("
              + before(numbered + " integer primary key", number)
              + columns.stream()
                  .map(column -> quoted(column.name()) + " " + column.type().name())
                  .collect(Collectors.joining(", "))
              + ")";
      default ->
          "create temporary table "
              + named
              + onCommit()
              + " as select "
              + before("cast(null as bigint) as " + numbered, number)
              + selected
              + empty;
    };
  }

  private static String before(String sql, String number) {
    return number.isEmpty() ? "" : sql + ", ";
  }

  private static String prefix(LiveColumn column) {
    boolean text = column.type().kind() == Kind.TEXT || column.type().kind() == Kind.BINARY;
    return text && column.type().length() > INDEXED ? "(" + INDEXED + ")" : "";
  }

  /** Makes a temporary table of numbers of rows, with a mark each. */
  String createMarks(String name, String number, String mark) {
    String columns =
        quoted(name) + " (" + quoted(number) + " bigint primary key, " + quoted(mark) + " integer)";
    return switch (family()) {
      case H2 -> "create local temporary table " + columns + " on commit drop transactional";
      case HSQLDB -> "declare local temporary table " + columns;
      default -> "create temporary table " + columns + onCommit();
    };
  }

  private String onCommit() {
    return family() == SQLDialect.POSTGRES || family() == SQLDialect.YUGABYTEDB
        ? " on commit drop"
        : "";
  }

  /** Makes an index where a temporary table has none, and the database makes none by itself. */
  List<String> index(String name, List<String> columns) {
    return family() == SQLDialect.SQLITE
        ? List.of(
            "create index temp.%s on %s (%s)"
                .formatted(quoted(name + "_index"), quoted(name), list("", columns)))
        : List.of();
  }

  /** Returns whether a rollback leaves temporary tables there. */
  boolean outlivesRollback() {
    return family() == SQLDialect.MARIADB || family() == SQLDialect.HSQLDB;
  }

  /** Drops a temporary table, unless that would end the transaction, whose end drops it. */
  List<String> drop(String name) {
    return switch (family()) {
      case H2 -> List.of();
      case HSQLDB -> List.of("drop table session." + quoted(name) + " if exists");
      case MARIADB -> List.of("drop temporary table if exists " + quoted(name));
      default -> List.of("drop table " + quoted(name));
    };
  }

  /** Deletes rows of the table, which is {@code o} in the condition. */
  String delete(String condition) {
    return (family() == SQLDialect.MARIADB ? "delete o from " : "delete from ")
        + table()
        + (family() == SQLDialect.H2 ? " o" : " as o")
        + " where "
        + condition;
  }
}
