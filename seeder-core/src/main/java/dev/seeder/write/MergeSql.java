package dev.seeder.write;

import static java.util.stream.Collectors.joining;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * Writes the statements that bring staged rows into their table. In them the table is {@code o},
 * the staged rows are {@code n}, and what is to be done is {@code d}.
 *
 * @param name the name of the staged rows
 * @param number the name of their number
 * @param columns the columns that the rows have values for
 * @param key those by which rows are the same
 * @param changing those that are compared and updated
 */
record MergeSql(
    StagedSql staged,
    String name,
    String number,
    List<LiveColumn> columns,
    List<String> key,
    List<LiveColumn> changing) {

  private static final String MISSING = "missing";

  static MergeSql of(DSLContext dsl, LiveTable live, List<LiveColumn> columns, List<String> key) {
    // a table that was staged before in the same transaction may still be there
    String name = "seeder_rows_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    String number = "seeder_row";
    while (live.column(number) != null) {
      number += "_";
    }
    List<LiveColumn> changing =
        columns.stream()
            .filter(column -> !key.contains(column.name()) && isWritten(column))
            .toList();
    return new MergeSql(new StagedSql(dsl, live), name, number, columns, key, changing);
  }

  private static boolean isWritten(LiveColumn column) {
    return column.filling() != LiveColumn.Filling.ALWAYS;
  }

  String todo() {
    return name + "_todo";
  }

  List<String> creates() {
    return List.of(
        staged.create(name, number, columns, key), staged.createMarks(todo(), number, MISSING));
  }

  /** Two rows with the same key. */
  String duplicates() {
    String rows = row("");
    String from = staged.quoted(name);
    if (staged.family() == SQLDialect.SQLITE) {
      // the collations of a union are those of its first part
      String keys = staged.list("", key);
      from =
          ("(select " + keys + ", 0 as " + rows + " from " + staged.table() + " where 0")
              + (" union all select " + keys + ", " + rows + " from " + from + ")");
    }
    return "select min(%s), max(%s) from %s group by %s having count(*) > 1 order by 1"
        .formatted(rows, rows, from, staged.list("", key));
  }

  /** The rows whose key several rows of the table have. */
  String ambiguous() {
    return "select %s, count(*) from %s n join %s o on %s group by %s having count(*) > 1 order by 1"
        .formatted(row("n."), staged.quoted(name), staged.table(), sameKey(), row("n."));
  }

  /** The rows whose row in the table a query does not find. */
  String outside(String within) {
    return "select %s from %s n join %s o on %s where not exists (%s) order by 1"
        .formatted(row("n."), staged.quoted(name), staged.table(), sameKey(), within);
  }

  /** Whether the table has rows. */
  String any() {
    return "select 1 from " + staged.table() + " limit 1";
  }

  String mark(boolean updating) {
    String missing = "o." + staged.quoted(key.get(0)) + " is null";
    return "insert into %s (%s, %s) select %s, case when %s then 1 else 0 end from %s n left join %s o on %s where %s"
        .formatted(
            staged.quoted(todo()),
            row(""),
            staged.quoted(MISSING),
            row("n."),
            missing,
            staged.quoted(name),
            staged.table(),
            sameKey(),
            missing + (updating ? " or " + differing(changing) : ""));
  }

  private String differing(List<LiveColumn> compared) {
    return compared.stream()
        .map(column -> Differing.condition(staged.family(), column, staged.quoted(column.name())))
        .collect(joining(" or "));
  }

  /** How many rows are missing, and how many are missing or differ. */
  String counts() {
    return "select coalesce(sum(%s), 0), count(*) from %s"
        .formatted(staged.quoted(MISSING), staged.quoted(todo()));
  }

  /** Inserts rows, all of them or those that are missing. */
  String insert(boolean all, long after, long to) {
    List<String> names =
        columns.stream().filter(MergeSql::isWritten).map(LiveColumn::name).toList();
    return "insert into %s (%s) select %s from %s where %s order by %s"
        .formatted(
            staged.table(),
            staged.list("", names),
            staged.list("n.", names),
            all ? staged.quoted(name) + " n" : marked(),
            (all ? "" : "d." + staged.quoted(MISSING) + " = 1 and ") + between("n.", after, to),
            row("n."));
  }

  /** The first rows that are to be inserted, as they are staged. */
  String created(boolean all, int most) {
    List<String> names = columns.stream().map(LiveColumn::name).toList();
    return "select %s from %s%s order by %s limit %d"
        .formatted(
            staged.list("n.", names),
            all ? staged.quoted(name) + " n" : marked(),
            all ? "" : " where d." + staged.quoted(MISSING) + " = 1",
            row("n."),
            most);
  }

  /**
   * The first rows that are to be updated: their key, and of each column that may change what there
   * is, what is brought, and whether it is something else.
   */
  String updated(List<LiveColumn> shownKey, int most) {
    List<String> selected = new ArrayList<>();
    shownKey.forEach(column -> selected.add("n." + staged.quoted(column.name())));
    for (LiveColumn column : changing) {
      String quoted = staged.quoted(column.name());
      selected.add("o." + quoted);
      selected.add("n." + quoted);
      selected.add("case when " + differing(List.of(column)) + " then 1 else 0 end");
    }
    return "select %s from %s join %s o on %s where d.%s = 0 order by %s limit %d"
        .formatted(
            String.join(", ", selected),
            marked(),
            staged.table(),
            sameKey(),
            staged.quoted(MISSING),
            row("n."),
            most);
  }

  /** Updates the rows that differ. */
  String update(long after, long to) {
    List<String> set = new ArrayList<>();
    changing.forEach(column -> set.add(set(column, "n." + staged.quoted(column.name()))));
    return update(String.join(", ", set), "", after, to);
  }

  /** Gives one column another value for a while, in the rows in which some are to change. */
  String park(LiveColumn column, List<LiveColumn> differing, String value, long to) {
    return update(set(column, value), " and (" + differing(differing) + ")", 0, to);
  }

  /** The lowest and the highest value that is there or is brought. */
  String bounds(LiveColumn column) {
    String value = staged.quoted(column.name());
    String select = "select min(" + value + ") as l, max(" + value + ") as h from ";
    return "select min(l), max(h) from (%s%s union all %s%s) b"
        .formatted(select, staged.table(), select, staged.quoted(name));
  }

  private String set(LiveColumn column, String value) {
    boolean joining = staged.family() == SQLDialect.MARIADB;
    return (joining ? "o." : "") + staged.quoted(column.name()) + " = " + value;
  }

  private String update(String set, String also, long after, long to) {
    String chosen = "d." + staged.quoted(MISSING) + " = 0 and " + between("d.", after, to);
    return switch (staged.family()) {
      case H2, HSQLDB -> {
        List<String> names = new ArrayList<>(List.of(number));
        columns.forEach(column -> names.add(column.name()));
        yield "merge into %s o using (select %s from %s where %s) n on (%s) when matched%s then update set %s"
            .formatted(
                staged.table(), staged.list("n.", names), marked(), chosen, sameKey(), also, set);
      }
      case MARIADB ->
          "update %s join %s o on %s set %s where %s%s"
              .formatted(marked(), staged.table(), sameKey(), set, chosen, also);
      default ->
          "update %s as o set %s from %s where %s and %s%s"
              .formatted(staged.table(), set, marked(), sameKey(), chosen, also);
    };
  }

  private String marked() {
    return "%s n join %s d on %s = %s"
        .formatted(staged.quoted(name), staged.quoted(todo()), row("d."), row("n."));
  }

  private String between(String alias, long after, long to) {
    return row(alias) + " > " + after + " and " + row(alias) + " <= " + to;
  }

  /** The number of a row. */
  String row(String alias) {
    return alias + staged.quoted(number);
  }

  private String sameKey() {
    return staged.equal("o.", key, "n.", key);
  }
}
