package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import dev.seeder.rows.RowSource.OpenRows;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.ReferringTables;
import dev.seeder.transaction.Session;
import dev.seeder.words.Spelling;
import dev.seeder.write.Deletion;
import dev.seeder.write.IdentityCounters;
import dev.seeder.write.Merge;
import dev.seeder.write.RowFailure;
import dev.seeder.write.ShownRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Brings rows of a running seed into tables that may have them. Not safe for several threads. */
final class RowMerges {

  private final Session session;
  private final SeedChecks checks;
  private final RowCounter counter;
  private final ProgressMeter.Begin progress;
  private final boolean inParts;
  private final Map<Deletion, String> waiting = new LinkedHashMap<>();

  /** What is done beside inserting the rows that are missing. */
  sealed interface Verb {
    /** Nothing. */
    record Insert() implements Verb {}

    /** Those that differ are updated. */
    record Update() implements Verb {}

    /** So they are, and what is within the scope and was not brought is deleted. */
    record Sync(Condition scope) implements Verb {}
  }

  /**
   * Makes the merges.
   *
   * @param inParts whether the seed commits in between
   */
  RowMerges(
      Session session,
      SeedChecks checks,
      RowCounter counter,
      ProgressMeter.Begin progress,
      boolean inParts) {
    this.session = session;
    this.checks = checks;
    this.counter = counter;
    this.progress = progress;
    this.inParts = inParts;
  }

  /** Brings the rows in. */
  Changes merge(RowSource rows, RowScope into, Verb verb, Field<?>[] key) {
    Table<?> table = rows.table();
    try {
      LiveTable live = live(into, table);
      checks.writing(into.dsl(), table, !(verb instanceof Verb.Insert));
      return merge(rows, live, into, verb, key);
    } catch (RowFailure failure) {
      checks.failed(failure);
      throw MissingTable.explain(failure, session.own(), table);
    } catch (RuntimeException | Error failure) {
      checks.failed(failure);
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

  private Changes merge(RowSource rows, LiveTable live, RowScope into, Verb verb, Field<?>[] key) {
    if (inParts && verb instanceof Verb.Sync) {
      throw new IllegalStateException(
          "sync(...) deletes some rows at the end of its seed only, and cannot in one that commits in"
              + " between.\n"
              + "  To fix: sync in another seed, or let commitEvery() be 0.");
    }
    OpenRows opened = rows.open(into);
    List<? extends Field<?>> fields =
        opened.columns().isEmpty() ? keyOf(live, key) : opened.columns();
    List<LiveColumn> columns = new ArrayList<>();
    fields.forEach(field -> columns.add(column(live, field)));
    List<String> names = key(live, columns, key);
    try (Stream<@Nullable Object[]> values = opened.values();
        var merge = new Merge(session.connection(), session.own(), live, fields, columns, names)) {
      ShownRows shown = counter.shown();
      if (shown != null) {
        merge.show(shown);
      }
      Spliterator<@Nullable Object[]> brought = values.spliterator();
      try (ProgressMeter meter = progress.of(live.simpleName(), brought)) {
        merge.stage(Spliterators.iterator(brought), meter::add);
      }
      long deleted = 0;
      if (verb instanceof Verb.Sync sync) {
        deleted = sync(merge, live, rows.table(), into, sync.scope());
      } else {
        merge.write(verb instanceof Verb.Update);
      }
      if (merge.created() > 0) {
        IdentityCounters.moveBehind(session.own(), rows.table(), fields);
      }
      long unchanged = merge.total() - merge.created() - merge.updated();
      var changes = new Changes(merge.created(), merge.updated(), unchanged, deleted);
      counter.add(rows.table().getName(), changes);
      counter.show(rows.table().getName(), shown);
      return changes;
    }
  }

  private long sync(Merge merge, LiveTable live, Table<?> table, RowScope into, Condition scope) {
    UnaryOperator<String> within =
        row ->
            into.dsl()
                .renderInlined(
                    DSL.selectOne().from(table).where(scope).and(DSL.condition(DSL.raw(row))));
    Deletion deletion = merge.others(ReferringTables.of(session.own(), live), within);
    // what goes gives its unique values up, and may be referred to by what is updated
    long deleted = deletion.delete();
    merge.write(true);
    deleted += deletion.delete();
    merge.requireWithin(deletion, within);
    if (deletion.left() == 0) {
      deletion.close();
    } else if (counter.isNested()) {
      throw held(deletion, table.getName());
    } else {
      waiting.put(deletion, table.getName());
    }
    return deleted;
  }

  /** Deletes what had to wait for the rows that refer to it, children before their parents. */
  void finish() {
    boolean some = true;
    while (some) {
      some = false;
      for (Map.Entry<Deletion, String> each : List.copyOf(waiting.entrySet())) {
        long deleted = each.getKey().delete();
        counter.add(each.getValue(), new Changes(0, 0, 0, deleted));
        some |= deleted > 0;
        if (each.getKey().left() == 0) {
          each.getKey().close();
          waiting.remove(each.getKey());
        }
      }
    }
    for (Map.Entry<Deletion, String> each : waiting.entrySet()) {
      throw held(each.getKey(), each.getValue());
    }
  }

  private static IllegalStateException held(Deletion deletion, String table) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "\"%s\" has rows that are not in its source any more (%,d), but others refer to them: %s.\n"
                + "  To fix: sync those others in the same seed, or let them refer elsewhere.",
            table,
            deletion.left(),
            deletion.holders()));
  }

  /** Of a file without rows nobody knows the columns. */
  private static List<? extends Field<?>> keyOf(LiveTable live, Field<?>[] given) {
    Stream<LiveColumn> columns =
        given.length == 0
            ? live.columns().stream().filter(column -> live.isInPrimaryKey(column.name()))
            : Stream.of(given).map(field -> column(live, field));
    return columns
        .map(column -> DSL.field(DSL.name(column.name()), column.type().binding()))
        .toList();
  }

  private static LiveColumn column(LiveTable live, Field<?> field) {
    LiveColumn column = live.column(field.getName());
    if (column == null) {
      List<String> names = live.columns().stream().map(LiveColumn::name).toList();
      throw new IllegalArgumentException(
          "Column \""
              + field.getName()
              + "\" is not in table \""
              + live.simpleName()
              + "\".\n  "
              + Spelling.hint(field.getName(), names, "Columns"));
    }
    return column;
  }

  /** Returns the columns by which rows are the same: those given, or the primary key. */
  private static List<String> key(LiveTable live, List<LiveColumn> columns, Field<?>[] given) {
    List<String> brought = columns.stream().map(LiveColumn::name).toList();
    if (given.length == 0) {
      List<String> primary = live.primaryKey();
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
