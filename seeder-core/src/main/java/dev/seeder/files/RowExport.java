package dev.seeder.files;

import dev.seeder.schema.KnownTable;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Saves rows of the database into files. */
public final class RowExport {

  private RowExport() {}

  /**
   * Saves the rows of a table, without the columns that the database makes itself.
   *
   * @return the names of those
   */
  public static List<String> save(DSLContext dsl, Table<?> table, LiveTable live, Path file) {
    List<LiveColumn> columns = live.columns().stream().filter(SavedTable::isSaved).toList();
    reading(
        dsl,
        reader -> {
          var saved = new SavedTable(reader, table, live);
          saved.requireParentsKept();
          save(
              reader,
              saved.rows(columns, DSL.noCondition()),
              columns.stream().map(LiveColumn::name).toList(),
              file);
        });
    return live.columns().stream()
        .filter(column -> !SavedTable.isSaved(column))
        .map(LiveColumn::name)
        .toList();
  }

  /** Saves the rows of a query, in its order and with its names. */
  public static void save(DSLContext dsl, ResultQuery<?> query, Path file) {
    reading(
        dsl,
        reader -> {
          List<String> names = Arrays.stream(query.fields()).map(Field::getName).toList();
          save(reader, query.fetchSize(1_000), names, file);
        });
  }

  /**
   * Saves some rows of a table and all that they refer to.
   *
   * @return the tables and their files, in the order in which they can be inserted
   */
  public static Map<Table<?>, Path> saveClosed(
      DSLContext dsl,
      Table<?> table,
      LiveTable live,
      Condition some,
      Path directory,
      String ending) {
    Map<Table<?>, Path> files = new LinkedHashMap<>();
    reading(
        dsl,
        reader -> {
          var closed = new ClosedRows(reader);
          closed.add(table, live, some);
          for (LiveTable each : closed.tables()) {
            String name = each.simpleName();
            if (name.contains("/") || name.contains("\\")) {
              throw new IllegalStateException(
                  "Table \"" + name + "\" has a name that is none of a file.");
            }
            Path file = directory.resolve(name + ending);
            List<LiveColumn> columns = each.columns();
            List<LiveColumn> saved = columns.stream().filter(SavedTable::isSaved).toList();
            List<SavedRow> rows = new ArrayList<>();
            for (SavedRow row : closed.rows(each)) {
              List<@Nullable Object> values = new ArrayList<>();
              saved.forEach(column -> values.add(row.values().get(columns.indexOf(column))));
              rows.add(new SavedRow(values));
            }
            List<String> names = saved.stream().map(LiveColumn::name).toList();
            SavedFile.write(file, names, rows, SavedTable.losesOffsets(dsl));
            files.put(each.equals(live) ? table : KnownTable.of(each), file);
          }
        });
    return files;
  }

  private static void save(DSLContext dsl, ResultQuery<?> query, List<String> names, Path file) {
    try (Cursor<?> rows = dsl.fetchLazy(query)) {
      Iterable<SavedRow> values =
          () -> rows.stream().map(row -> new SavedRow(values(row))).iterator();
      SavedFile.write(file, names, values, SavedTable.losesOffsets(dsl));
    }
  }

  /** What users' converters have made is turned back. */
  static List<@Nullable Object> values(Record row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field<?> field : row.fields()) {
      values.add(isOfUser(field) ? back(row, field) : row.get(field));
    }
    return values;
  }

  private static boolean isOfUser(Field<?> field) {
    String type = field.getType().getName();
    return !field.getType().isArray()
        && !type.startsWith("java.")
        && !type.startsWith("org.jooq.")
        && !EnumType.class.isAssignableFrom(field.getType());
  }

  private static <T> @Nullable Object back(Record row, Field<T> field) {
    return field.getConverter().to(row.get(field));
  }

  /** In a transaction of its own where there is none: some drivers read all rows at once else. */
  private static void reading(DSLContext dsl, Consumer<DSLContext> reading) {
    dsl.connection(
        connection -> {
          boolean alone = connection.getAutoCommit();
          if (alone) {
            connection.setAutoCommit(false);
          }
          try {
            reading.accept(on(dsl, connection));
          } finally {
            if (alone) {
              connection.rollback();
              connection.setAutoCommit(true);
            }
          }
        });
  }

  private static DSLContext on(DSLContext dsl, Connection connection) {
    return dsl.configuration().derive(new DefaultConnectionProvider(connection)).dsl();
  }
}
