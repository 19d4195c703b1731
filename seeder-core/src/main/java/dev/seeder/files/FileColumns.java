package dev.seeder.files;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveTable;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of a file, found in its table. Immutable. */
final class FileColumns {

  /** As long as a name may be for its spelling to be looked at. */
  private static final int LONGEST_NAME = 100;

  private final List<@Nullable Column> columns;
  private final List<FileKey> keys;

  private FileColumns(List<@Nullable Column> columns, List<FileKey> keys) {
    this.columns = columns;
    this.keys = keys;
  }

  /**
   * A column of a file that its table has.
   *
   * @param nullable whether it takes NULL
   * @param parents what its cells are looked up in; null if they are the values themselves
   */
  private record Column(
      Field<?> field, CellType type, boolean nullable, @Nullable ParentKeys parents) {}

  /** Finds the columns, and tells which there are not. */
  static FileColumns of(List<Heading> headings, RowTable table, Mistakes mistakes) {
    LiveTable live = table.live();
    List<@Nullable Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Heading heading : headings) {
      LiveColumn column = live.column(heading.name());
      String wrong = wrong(heading, column, live, names);
      if (wrong != null) {
        mistakes.add(heading.place(), heading.name(), wrong);
      }
      columns.add(column == null || wrong != null ? null : column(table, column));
      names.add(column == null ? "" : column.name());
    }
    for (Lookup lookup : table.lookups()) {
      LiveColumn column = live.column(lookup.column());
      if (column == null || !names.contains(column.name())) {
        mistakes.add(new Place(1, 0), lookup.column(), "is to be looked up, but is not there.");
      }
    }
    return new FileColumns(columns, FileKey.of(live, names));
  }

  private static @Nullable String wrong(
      Heading heading, @Nullable LiveColumn column, LiveTable live, List<String> found) {
    String table = "table \"" + live.simpleName() + "\"";
    if (column == null) {
      List<String> names = live.columns().stream().map(LiveColumn::name).toList();
      String close =
          heading.name().length() > LONGEST_NAME ? null : Spelling.closest(heading.name(), names);
      return "is not in "
          + table
          + (close == null
              ? ", whose columns are: " + String.join(", ", names) + "."
              : ". Did you mean \"" + close + "\"?");
    }
    if (found.contains(column.name())) {
      return "is there twice.";
    }
    return column.filling() == Filling.ALWAYS
        ? "is made by the database itself, in " + table + "; leave it out."
        : null;
  }

  private static Column column(RowTable table, LiveColumn live) {
    Field<?> field = table.field(table.table(), live);
    ParentKeys parents = ParentKeys.of(table, live, field);
    return parents == null
        ? new Column(field, table.type(table.table(), live), live.nullable(), null)
        : new Column(field, parents.type(), live.nullable(), parents);
  }

  /** Returns the keys of the table that are made of columns of the file. */
  List<FileKey> keys() {
    return keys;
  }

  /** Returns whether cells have to be looked up, so that rows are better read in bulk. */
  boolean areLookedUp() {
    return columns.stream().anyMatch(column -> column != null && column.parents() != null);
  }

  /** Returns the fields that the rows have values for; all of the file's if none was wrong. */
  List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>();
    for (Column column : columns) {
      if (column != null) {
        fields.add(column.field());
      }
    }
    return fields;
  }

  /** Reads a row, and tells what is wrong with it. */
  ReadRow read(FileRow row, Mistakes mistakes) {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      Cell cell = row.cells().get(i);
      if (column != null) {
        try {
          values[i] = read(column, cell);
        } catch (Misread e) {
          mistakes.add(cell.place(), column.field().getName(), String.valueOf(e.getMessage()));
        }
      }
    }
    return new ReadRow(row, values);
  }

  /** Puts the keys of parents in place of what they are looked up by. */
  void lookUp(List<ReadRow> rows, Mistakes mistakes) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column != null && column.parents() != null) {
        column.parents().find(rows, i, column.field().getName(), mistakes);
      }
    }
  }

  private static @Nullable Object read(Column column, Cell cell) throws Misread {
    if (cell.text() != null) {
      return column.type().read(cell, cell.text());
    }
    if (!column.nullable()) {
      throw new Misread("takes no NULL.");
    }
    return null;
  }
}
