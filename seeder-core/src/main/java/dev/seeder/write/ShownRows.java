package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The first rows of what is done to a table, as lines. Not safe for use by several threads. */
public final class ShownRows {

  private final RowText text;
  private final List<String> lines = new ArrayList<>();

  /** Makes none yet. */
  public ShownRows(RowText text) {
    this.text = text;
  }

  /** Returns the lines: {@code +} is a row to be inserted, {@code ~} updated, {@code -} deleted. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Returns the same rows, of which the first are shown when they are taken. */
  public Iterator<@Nullable Object[]> inserted(
      Iterator<@Nullable Object[]> rows, List<? extends Field<?>> columns) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public @Nullable Object[] next() {
        @Nullable Object[] row = rows.next();
        if (lines.size() < text.most() && row.length == columns.size()) {
          lines.add("+ " + brought(columns, row));
        }
        return row;
      }
    };
  }

  private String brought(List<? extends Field<?>> columns, @Nullable Object[] row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      values.add(text.brought(columns.get(i), row[i]));
    }
    return String.join(", ", values);
  }

  /** Shows what is staged and missing; all of it if the table is empty. */
  void created(Statements statements, MergeSql sql, boolean all) {
    statements.each(
        sql.created(all, text.most()), row -> lines.add("+ " + values(sql.columns(), row)));
  }

  void updated(Statements statements, MergeSql sql) {
    List<LiveColumn> key =
        sql.columns().stream().filter(column -> sql.key().contains(column.name())).toList();
    int changing = sql.changing().size();
    statements.each(
        sql.updated(key, text.most()),
        row -> {
          List<String> changes = new ArrayList<>();
          for (int i = 0; i < changing; i++) {
            int old = key.size() + 3 * i + 1;
            if (row.getInt(old + 2) == 1) {
              LiveColumn column = sql.changing().get(i);
              changes.add(
                  "%s %s -> %s"
                      .formatted(
                          column.name(),
                          text.stored(column, row, old),
                          text.stored(column, row, old + 1)));
            }
          }
          lines.add("~ " + values(key, row) + ": " + String.join(", ", changes));
        });
  }

  void deleted(Statements statements, String sql, List<LiveColumn> columns) {
    statements.each(sql + " limit " + text.most(), row -> lines.add("- " + values(columns, row)));
  }

  private String values(List<LiveColumn> columns, ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).name() + " " + text.stored(columns.get(i), row, i + 1));
    }
    return String.join(", ", values);
  }
}
