package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows into a table that may have some of them: they are staged in a temporary table of the
 * same types, so that the database compares values as it stores them. Not safe for use by several
 * threads.
 */
public final class Merge implements AutoCloseable {

  private final Statements statements;
  private final DSLContext dsl;
  private final LiveTable live;
  private final MergeSql sql;
  private final List<Field<?>> fields;
  private long total;
  private long created;
  private long updated;
  private boolean written;
  private @Nullable ShownRows shown;

  /**
   * Makes a merge.
   *
   * @param dsl jOOQ on the connection, without settings of the user's
   * @param fields the columns that the rows have values for
   * @param columns the same columns as the table has them
   * @param key names of some of them
   */
  public Merge(
      Connection connection,
      DSLContext dsl,
      LiveTable live,
      List<? extends Field<?>> fields,
      List<LiveColumn> columns,
      List<String> key) {
    this.statements = new Statements(connection, live.simpleName());
    this.dsl = dsl;
    this.live = live;
    this.sql = MergeSql.of(dsl, live, columns, key);
    this.fields = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      this.fields.add(
          DSL.field(DSL.quotedName(columns.get(i).name()), fields.get(i).getDataType()));
    }
    this.fields.add(DSL.field(DSL.quotedName(sql.number()), Long.class));
  }

  /** Shows the first rows of what will be written, before it is. */
  public void show(ShownRows rows) {
    shown = rows;
  }

  /** Returns how many rows were brought. */
  public long total() {
    return total;
  }

  /** Returns how many of them were inserted. */
  public long created() {
    return created;
  }

  /** Returns how many of them changed a row. */
  public long updated() {
    return updated;
  }

  /**
   * Takes the rows in, and refuses those whose key is NULL, is there twice, or is that of several
   * rows of the table.
   */
  public void stage(Iterator<@Nullable Object[]> rows, LongConsumer progress) {
    sql.creates().forEach(statements::execute);
    Table<?> staged = DSL.table(DSL.quotedName(sql.name()));
    var writer = new RowWriter(statements.connection(), dsl.configuration(), staged, fields);
    List<String> names = sql.columns().stream().map(LiveColumn::name).toList();
    try {
      var numbered = new Numbered(rows, names, sql.key(), live.simpleName());
      total = writer.insert(numbered, 0, progress);
    } catch (RowFailure failure) {
      // of the table that the user knows
      throw new RowFailure(live.simpleName(), failure.row(), cause(failure));
    }
    if (sql.staged().family() == SQLDialect.POSTGRES) {
      statements.execute("analyze " + sql.staged().quoted(sql.name()));
    }
    long[] twice = statements.first(sql.duplicates());
    if (twice != null) {
      throw statements.failure(
          twice[1],
          new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Row %,d has the same key (%s).\n  To fix: remove one of the two, or name more"
                      + " columns as the key.",
                  twice[0],
                  String.join(", ", sql.key()))));
    }
    if (!isUnique()) {
      requireOne();
    }
  }

  private static Throwable cause(RowFailure failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  private boolean isUnique() {
    return live.keys().stream()
        .filter(each -> each.where() == null && !each.expressions())
        .map(LiveKey::columns)
        .anyMatch(sql.key()::containsAll);
  }

  private void requireOne() {
    long[] several = statements.first(sql.ambiguous());
    if (several != null) {
      throw statements.failure(
          several[0],
          new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%,d rows of \"%s\" have its key (%s).\n  To fix: name more columns as the key,"
                      + " and let a unique constraint hold them.",
                  several[1],
                  live.simpleName(),
                  String.join(", ", sql.key()))));
    }
  }

  /** Inserts the rows that are missing and, if asked to, updates those that differ. */
  public void write(boolean updating) {
    writeRows(updating);
    written = true;
  }

  private void writeRows(boolean updating) {
    if (statements.first(sql.any()) == null) {
      created = total;
      if (shown != null) {
        shown.created(statements, sql, true);
      }
      if (total > 0) {
        requireCreated(statements.inParts((after, to) -> sql.insert(true, after, to), 0, total));
      }
      return;
    }
    statements.execute(sql.mark(updating && !sql.changing().isEmpty()));
    long[] counts = statements.first(sql.counts());
    if (counts == null) {
      return;
    }
    created = counts[0];
    updated = counts[1] - counts[0];
    if (shown != null) {
      shown.created(statements, sql, false);
      shown.updated(statements, sql);
    }
    List<Statements.OfRows> changes = changes();
    int inserting = created == 0 ? -1 : refersToItself() ? 0 : changes.size() - 1;
    if (updated > 0 && statements.hasSavepoints()) {
      List<String> all = changes.stream().map(each -> each.sql(0, total)).toList();
      long[] done = statements.attempt(all);
      if (done != null) {
        requireCreated(inserting < 0 ? 0 : done[inserting]);
        return;
      }
      // two rows may swap a value; whatever else it was is told below
      for (String parking : new Parking(sql, statements, total).updates()) {
        statements.attempt(List.of(parking));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      long done = statements.inParts(changes.get(i), 0, total);
      if (i == inserting) {
        requireCreated(done);
      }
    }
  }

  private void requireCreated(long told) {
    new WrittenRows(dsl, DSL.table(live.name())).requireAll(told, created);
  }

  /** A unique value is given up before it is taken, and a row is there before one refers to it. */
  private List<Statements.OfRows> changes() {
    List<Statements.OfRows> changes = new ArrayList<>();
    if (updated > 0) {
      changes.add(sql::update);
    }
    if (created > 0) {
      changes.add(
          refersToItself() ? 0 : changes.size(), (after, to) -> sql.insert(false, after, to));
    }
    return changes;
  }

  /**
   * Finds the rows of the table that were not brought.
   *
   * @param referring the tables with foreign keys to this one
   * @param scope makes a query of rows within the scope out of a condition that identifies a row
   */
  public Deletion others(List<LiveTable> referring, UnaryOperator<String> scope) {
    var deletion = new Deletion(statements, sql, referring);
    deletion.note(sql, scope);
    if (shown != null) {
      deletion.show(shown);
    }
    return deletion;
  }

  /** Refuses rows that were brought, and are not within the scope. */
  public void requireWithin(Deletion deletion, UnaryOperator<String> scope) {
    long[] outside = statements.first(sql.outside(scope.apply(deletion.same("", "o."))));
    if (outside != null) {
      throw statements.failure(
          outside[0],
          new IllegalArgumentException(
              "It is not within the scope, in which rows that are not brought are deleted.\n"
                  + "  To fix: leave the row out, or widen the scope."));
    }
  }

  private boolean refersToItself() {
    return live.references().stream().map(LiveReference::parent).anyMatch(live.name()::equals);
  }

  /** Drops what was staged; a transaction that failed does so by itself, but not everywhere. */
  @Override
  public void close() {
    if (written || sql.staged().outlivesRollback()) {
      sql.staged().drop(sql.name()).forEach(statements::execute);
      sql.staged().drop(sql.todo()).forEach(statements::execute);
    }
  }
}
