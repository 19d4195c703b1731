package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import dev.seeder.rows.RowSource.OpenRows;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.transaction.GuardedConnection;
import dev.seeder.transaction.Session;
import dev.seeder.words.Spelling;
import dev.seeder.write.IdentityCounters;
import dev.seeder.write.Merge;
import dev.seeder.write.RowFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Brings rows of a running seed into tables that may have them. Not safe for several threads. */
final class RowMerges {

  private final Session session;
  private final GuardedConnection guard;
  private final RowCounter counter;

  RowMerges(Session session, GuardedConnection guard, RowCounter counter) {
    this.session = session;
    this.guard = guard;
    this.counter = counter;
  }

  /** Inserts rows that are missing and, if asked to, updates those that differ. */
  Changes merge(RowSource rows, RowScope into, boolean updating, Field<?>[] key) {
    Table<?> table = rows.table();
    try {
      return merge(rows, live(into, table), into, updating, key);
    } catch (RowFailure failure) {
      guard.failed(failure);
      throw MissingTable.explain(failure, session.own(), table);
    } catch (RuntimeException | Error failure) {
      guard.failed(failure);
      throw new RowFailure(table.getName(), null, failure);
    }
  }

  private LiveTable live(RowScope into, Table<?> table) {
    LiveTable live = LiveSchema.table(into.dsl(), table);
    if (live == null) {
      throw MissingTable.failure(session.own(), table);
    }
    return live;
  }

  private Changes merge(
      RowSource rows, LiveTable live, RowScope into, boolean updating, Field<?>[] key) {
    OpenRows opened = rows.open(into);
    List<LiveColumn> columns = new ArrayList<>();
    opened.columns().forEach(field -> columns.add(column(live, field)));
    List<String> names = key(live, columns, key);
    try (Stream<@Nullable Object[]> values = opened.values();
        var merge =
            new Merge(
                session.connection(), session.own(), live, opened.columns(), columns, names)) {
      merge.stage(values.iterator());
      merge.write(updating);
      if (merge.created() > 0) {
        IdentityCounters.moveBehind(session.own(), rows.table(), opened.columns());
      }
      long unchanged = merge.total() - merge.created() - merge.updated();
      var changes = new Changes(merge.created(), merge.updated(), unchanged, 0);
      counter.add(rows.table().getName(), changes);
      return changes;
    }
  }

  private static LiveColumn column(LiveTable live, Field<?> field) {
    LiveColumn column = live.column(field.getName());
    if (column == null) {
      List<String> names = live.columns().stream().map(LiveColumn::name).toList();
      String close = Spelling.closest(field.getName(), names);
      throw new IllegalArgumentException(
          "Column \""
              + field.getName()
              + "\" is not in table \""
              + live.simpleName()
              + "\".\n  "
              + (close == null
                  ? "Columns: " + String.join(", ", names)
                  : "Did you mean \"" + close + "\"?"));
    }
    return column;
  }

  /** Returns the columns by which rows are the same: those given, or the primary key. */
  private static List<String> key(LiveTable live, List<LiveColumn> columns, Field<?>[] given) {
    List<String> brought = columns.stream().map(LiveColumn::name).toList();
    if (given.length == 0) {
      List<String> primary =
          live.keys().stream()
              .filter(LiveKey::primary)
              .map(LiveKey::columns)
              .findFirst()
              .orElse(List.of());
      if (primary.isEmpty() || !brought.containsAll(primary)) {
        throw new IllegalArgumentException(
            (primary.isEmpty()
                    ? "Table \"" + live.simpleName() + "\" has no primary key"
                    : "The rows do not bring all of the primary key of \""
                        + live.simpleName()
                        + "\" ("
                        + String.join(", ", primary)
                        + ")")
                + ", and no other key was named.\n  To fix: name the columns that tell its rows"
                + " apart.");
      }
      return primary;
    }
    List<String> names = new ArrayList<>();
    for (Field<?> field : given) {
      LiveColumn column = column(live, field);
      if (!brought.contains(column.name())) {
        throw new IllegalArgumentException(
            "The rows bring no column \""
                + column.name()
                + "\", which is to be their key.\n  Their columns: "
                + String.join(", ", brought));
      }
      if (column.filling() == LiveColumn.Filling.ALWAYS) {
        throw new IllegalArgumentException(
            "Column \""
                + column.name()
                + "\" is made by the database, and cannot be a key of rows that are brought.");
      }
      names.add(column.name());
    }
    return names.stream().distinct().toList();
  }
}
