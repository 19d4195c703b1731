package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;

/**
 * Rows of a table that are to go: those that no other row refers to at once, the others as soon as
 * none does. Whatever a foreign key does when its parent goes, nothing is deleted or changed by it.
 * Not safe for use by several threads.
 */
public final class Deletion {

  private final Statements statements;
  private final StagedSql sql;
  private final List<LiveTable> referring;
  private final String name;
  private final List<String> identity;
  private final boolean primary;

  Deletion(Statements statements, MergeSql merge, List<LiveTable> referring) {
    this.statements = statements;
    this.sql = merge.staged();
    this.referring = List.copyOf(referring);
    this.name = merge.name() + "_gone";
    this.primary = !sql.live().primaryKey().isEmpty();
    this.identity = primary ? sql.live().primaryKey() : merge.key();
  }

  /**
   * Notes the rows of the table that were not brought.
   *
   * @param scope makes a query of rows within the scope out of a condition that identifies a row
   */
  void note(MergeSql merge, UnaryOperator<String> scope) {
    LiveTable live = sql.live();
    List<LiveColumn> columns =
        live.columns().stream().filter(column -> identity.contains(column.name())).toList();
    statements.execute(sql.create(name, "", columns, identity));
    statements.execute(
        "insert into %s (%s) select %s from %s where exists (%s) and %s"
            .formatted(
                sql.quoted(name),
                sql.list("", identity),
                sql.list("o.", identity),
                others(merge),
                scope.apply(same("", "o.")),
                notBrought(merge)));
    sql.index(name, identity).forEach(statements::execute);
  }

  void show(ShownRows shown) {
    List<LiveColumn> columns = sql.live().columns();
    List<String> names = columns.stream().map(LiveColumn::name).toList();
    shown.deleted(
        statements,
        "select %s from %s o where %s order by %s"
            .formatted(sql.list("o.", names), sql.table(), isGone(), sql.list("o.", identity)),
        columns);
  }

  /** A join, as SQLite makes an index of its own for one, but for no subquery. */
  private String others(MergeSql merge) {
    return sql.table()
        + " o"
        + (isListed()
            ? ""
            : " left join %s n on %s"
                .formatted(
                    sql.quoted(merge.name()), sql.equal("o.", merge.key(), "n.", merge.key())));
  }

  private String notBrought(MergeSql merge) {
    return isListed()
        ? "(%s) not in (select %s from %s n join %s i on %s)"
            .formatted(
                sql.list("o.", identity),
                sql.list("i.", identity),
                sql.quoted(merge.name()),
                sql.table(),
                sql.equal("i.", merge.key(), "n.", merge.key()))
        : "n." + sql.quoted(merge.number()) + " is null";
  }

  /** H2 joins by indexes only, but looks a list up. */
  private boolean isListed() {
    return primary && sql.family() == SQLDialect.H2;
  }

  /** The condition that two names stand for the same row. */
  String same(String one, String other) {
    if (primary) {
      return sql.equal(one, identity, other, identity);
    }
    String operator =
        switch (sql.family()) {
          case MARIADB -> " <=> ";
          case SQLITE -> " is ";
          default -> " is not distinct from ";
        };
    return StagedSql.joined(
        " and ",
        identity,
        column -> one + sql.quoted(column) + operator + other + sql.quoted(column));
  }

  /** Deletes the rows that no other refers to, until there is none, and returns how many. */
  public long delete() {
    String free =
        references().stream()
            .map(each -> " and not exists (" + each.rows() + ")")
            .collect(Collectors.joining());
    long deleted = 0;
    long before = left();
    boolean holdThemselves =
        before > 0 && sql.family() == SQLDialect.MARIADB && !forgetThemselves();
    while (before > 0) {
      String delete = sql.delete(isGone() + free);
      if (holdThemselves) {
        unchecked(delete);
      } else {
        statements.execute(delete);
      }
      long now = left();
      if (now == before) {
        return deleted;
      }
      deleted += before - now;
      before = now;
    }
    return deleted;
  }

  /**
   * Lets rows refer to themselves no more, as MariaDB and MySQL may not delete them otherwise, and
   * returns whether the columns take that.
   */
  private boolean forgetThemselves() {
    LiveTable live = sql.live();
    boolean all = true;
    for (LiveReference reference : live.references()) {
      if (!reference.parent().equals(live.name())) {
        continue;
      }
      List<String> clearable =
          live.columns().stream()
              .filter(column -> column.nullable() && column.filling() != LiveColumn.Filling.ALWAYS)
              .map(LiveColumn::name)
              .filter(reference.columns()::contains)
              .toList();
      all &= !clearable.isEmpty();
      if (!clearable.isEmpty()) {
        String itself = sql.equal("o.", reference.columns(), "o.", reference.parentColumns());
        statements.execute(
            "update %s o set o.%s = null where %s and %s"
                .formatted(sql.table(), sql.quoted(clearable.get(0)), itself, isGone()));
      }
    }
    return all;
  }

  /** Deletes rows that no other refers to, as the statement has made sure itself. */
  private void unchecked(String delete) {
    long[] checked = statements.first("select @@session.foreign_key_checks");
    statements.execute("set foreign_key_checks = 0");
    try {
      statements.execute(delete);
    } finally {
      statements.execute("set foreign_key_checks = " + (checked == null ? 1 : checked[0]));
    }
  }

  /** Returns how many rows are still there. */
  public long left() {
    long[] left = statements.first("select count(*) from " + sql.table() + " o where " + isGone());
    return left == null ? 0 : left[0];
  }

  private String isGone() {
    return "exists (select 1 from " + sql.quoted(name) + " g where " + same("g.", "o.") + ")";
  }

  /** Says which rows still refer to those that are to go, and how many they are. */
  public String holders() {
    List<String> told = new ArrayList<>();
    for (Referring each : references()) {
      long[] rows =
          statements.first(
              "select count(*) from %s c where exists (select 1 from %s o where %s and %s)"
                  .formatted(each.table(), sql.table(), isGone(), each.condition()));
      if (rows != null && rows[0] > 0) {
        told.add(String.format(Locale.ROOT, "%,d of %s", rows[0], each.title()));
      }
    }
    return String.join(", ", told);
  }

  /** A foreign key of a table {@code c} to the table {@code o}. */
  private record Referring(String title, String table, String rows, String condition) {}

  private List<Referring> references() {
    List<Referring> all = new ArrayList<>();
    for (LiveTable child : referring) {
      for (LiveReference reference : child.references()) {
        if (reference.parent().equals(sql.live().name())) {
          all.add(referring(child, reference));
        }
      }
    }
    return all;
  }

  private Referring referring(LiveTable child, LiveReference reference) {
    String table = sql.dsl().render(child.name());
    boolean self = child.name().equals(sql.live().name());
    String condition =
        sql.equal("c.", reference.columns(), "o.", reference.parentColumns())
            + (self ? " and not (" + same("c.", "o.") + ")" : "");
    // MariaDB and MySQL delete from no table that they read, unless its rows are put aside first
    String from =
        self && sql.family() == SQLDialect.MARIADB
            ? "(select distinct * from " + table + ")"
            : table;
    return new Referring(
        "\"" + child.simpleName() + "." + String.join(", ", reference.columns()) + "\"",
        table,
        "select 1 from " + from + " c where " + condition,
        condition);
  }

  /** Forgets the rows. */
  public void close() {
    sql.drop(name).forEach(statements::execute);
  }
}
