package dev.seeder.files;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.LiveTable;
import dev.seeder.words.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The columns of a file, found in its table. Immutable. */
final class FileColumns {

  /** As long as a name may be for its spelling to be looked at. */
  private static final int LONGEST_NAME = 100;

  private final List<@Nullable Column> columns;

  private FileColumns(List<@Nullable Column> columns) {
    this.columns = columns;
  }

  /**
   * A column of a file that its table has.
   *
   * @param nullable whether it takes NULL
   */
  private record Column(Field<?> field, CellType type, boolean nullable) {}

  /** Finds the columns, and tells which there are not. */
  static FileColumns of(
      List<Heading> headings,
      Table<?> table,
      LiveTable live,
      SQLDialect family,
      Mistakes mistakes) {
    List<@Nullable Column> columns = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (Heading heading : headings) {
      LiveColumn column = live.column(heading.name());
      String wrong = wrong(heading, column, live, found);
      if (wrong != null) {
        mistakes.add(heading.place(), heading.name(), wrong);
      }
      columns.add(
          column == null || wrong != null
              ? null
              : column(table, column, family == SQLDialect.SQLITE));
    }
    return new FileColumns(columns);
  }

  private static @Nullable String wrong(
      Heading heading, @Nullable LiveColumn column, LiveTable live, Set<String> found) {
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
    if (!found.add(column.name())) {
      return "is there twice.";
    }
    return column.filling() == Filling.ALWAYS
        ? "is made by the database itself, in " + table + "; leave it out."
        : null;
  }

  private static Column column(Table<?> table, LiveColumn live, boolean loose) {
    Field<?> known = table.field(DSL.name(live.name()));
    Field<?> field =
        known == null ? DSL.field(DSL.name(live.name()), live.type().binding()) : known;
    CellType type = CellType.of(known == null ? null : known.getDataType(), live.type(), loose);
    return new Column(field, type, live.nullable());
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
  @Nullable Object[] read(FileRow row, Mistakes mistakes) {
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
    return values;
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
