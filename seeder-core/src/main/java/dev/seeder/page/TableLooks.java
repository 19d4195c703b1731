package dev.seeder.page;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Looks at the tables of a database. Not safe for use by several threads. */
final class TableLooks {

  private static final int SAMPLES = 20;
  private static final String NO_ANSWER = "not read: the query failed, or took too long";

  /** Enough for a picture, and read in a moment. */
  static final int LOOKED_AT = 20_000;

  private final BoundedQueries queries;
  private final Map<Name, Long> rows = new HashMap<>();

  TableLooks(BoundedQueries queries) {
    this.queries = queries;
  }

  List<TableLook> of(List<LiveTable> tables, SeedReport report, Collection<? extends Seed> seeds) {
    // what matters most comes first, as there may be no time for all
    tables.forEach(table -> rows.put(table.name(), count(table)));
    Map<Name, List<ReferenceLook>> references = new HashMap<>();
    tables.forEach(table -> references.put(table.name(), references(table)));
    return tables.stream()
        .map(
            table ->
                look(
                    table,
                    Filled.of(table, report, seeds),
                    Objects.requireNonNull(references.get(table.name()))))
        .toList();
  }

  private TableLook look(LiveTable table, Filled filled, List<ReferenceLook> references) {
    long all = rowsOf(table.name());
    boolean values = filled.isAllOf(all);
    String hidden =
        values || all == 0
            ? ""
            : filled.by().isEmpty()
                ? "Values are not shown: no seed of this report has written here."
                : "Values are not shown: the table may hold rows of others.";
    long step = values && all > LOOKED_AT ? step(table, all) : 1;
    String looked =
        !values || all <= LOOKED_AT
            ? ""
            : step > 1
                ? String.format(Locale.ROOT, "one row in %,d", step)
                : String.format(Locale.ROOT, "%,d rows", LOOKED_AT);
    return new TableLook(
        table,
        filled,
        all,
        looked,
        columns(table, all, values, step),
        references,
        values && filled.demo() ? samples(table) : List.of(),
        hidden);
  }

  private long count(LiveTable table) {
    return queries
        .fetch(DSL.selectCount().from(DSL.table(table.name())))
        .map(result -> (long) result.get(0).value1())
        .orElse(-1L);
  }

  private long rowsOf(Name table) {
    return rows.getOrDefault(table, -1L);
  }

  /** Returns the step between the keys of rows that are looked at; 1 if there is no such key. */
  private static long step(LiveTable table, long rows) {
    List<String> key = table.primaryKey();
    LiveColumn column = key.size() == 1 ? table.column(key.get(0)) : null;
    return column == null || column.type().kind() != Kind.INTEGER ? 1 : 1 + rows / LOOKED_AT;
  }

  private List<ColumnLook> columns(LiveTable table, long all, boolean values, long step) {
    List<LiveColumn> compared =
        values ? table.columns().stream().filter(Cells::isCompared).toList() : List.of();
    Map<LiveColumn, Long> nulls = nulls(table, all);
    Map<LiveColumn, List<?>> read = values(table, compared, step);
    List<ColumnLook> looks = new ArrayList<>();
    for (LiveColumn column : table.columns()) {
      long none = nulls.getOrDefault(column, -1L);
      List<?> found = read.get(column);
      Shape shape =
          found != null
              ? shape(table, column, found)
              : Shape.of(compared.contains(column) ? NO_ANSWER : note(column, values));
      looks.add(new ColumnLook(column, none, shape));
    }
    return looks;
  }

  private static String note(LiveColumn column, boolean values) {
    return values && Cells.isSecret(column)
        ? "values are left out, as the name tells of a secret"
        : "";
  }

  private static Shape shape(LiveTable table, LiveColumn column, List<?> found) {
    if (table.primaryKey().equals(List.of(column.name()))) {
      return Shape.of("primary key");
    }
    boolean refers =
        table.references().stream().anyMatch(each -> each.columns().contains(column.name()));
    return refers ? Shape.of("foreign key, see below") : Shapes.of(column.type().kind(), found);
  }

  private Map<LiveColumn, Long> nulls(LiveTable table, long all) {
    Map<LiveColumn, Long> nulls = new HashMap<>();
    if (all < 0) {
      return nulls;
    }
    List<Field<Integer>> counts = new ArrayList<>();
    table.columns().forEach(column -> counts.add(DSL.count(DSL.field(DSL.name(column.name())))));
    Optional<Result<Record>> whole =
        queries.fetch(DSL.select(counts).from(DSL.table(table.name())));
    for (int i = 0; i < counts.size(); i++) {
      int index = i;
      // one column that cannot be counted must not take the others with it
      whole
          .map(result -> result.get(0).get(index, Long.class))
          .or(() -> one(table, counts.get(index)))
          .ifPresent(filled -> nulls.put(table.columns().get(index), Math.max(0, all - filled)));
    }
    return nulls;
  }

  private Optional<Long> one(LiveTable table, Field<Integer> count) {
    return queries
        .fetch(DSL.select(count).from(DSL.table(table.name())))
        .map(result -> result.get(0).get(0, Long.class));
  }

  private Map<LiveColumn, List<?>> values(LiveTable table, List<LiveColumn> columns, long step) {
    Map<LiveColumn, List<?>> values = new HashMap<>();
    if (columns.isEmpty()) {
      return values;
    }
    Optional<Result<Record>> whole = queries.fetch(some(table, columns, step));
    for (int i = 0; i < columns.size(); i++) {
      int index = i;
      LiveColumn column = columns.get(i);
      Optional<List<?>> found =
          whole.isPresent()
              ? Optional.of(whole.get().getValues(index))
              : queries
                  .fetch(some(table, List.of(column), step))
                  .map(result -> result.getValues(0));
      found.ifPresent(all -> values.put(column, all.stream().filter(Objects::nonNull).toList()));
    }
    return values;
  }

  private static Select<Record> some(LiveTable table, List<LiveColumn> columns, long step) {
    Condition chosen =
        step == 1
            ? DSL.noCondition()
            : DSL.field(DSL.name(table.primaryKey().get(0)), Long.class).mod(step).eq(0L);
    return DSL.select(columns.stream().map(Cells::field).toList())
        .from(DSL.table(table.name()))
        .where(chosen)
        .limit(LOOKED_AT);
  }

  private List<List<String>> samples(LiveTable table) {
    List<LiveColumn> shown = table.columns().stream().filter(Cells::isShown).toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Field<?>> order = new ArrayList<>();
    table.primaryKey().forEach(column -> order.add(DSL.field(DSL.name(column))));
    Optional<Result<Record>> whole = queries.fetch(first(table, shown, order));
    List<LiveColumn> readable =
        whole.isPresent()
            ? shown
            : shown.stream()
                .filter(column -> queries.fetch(first(table, List.of(column), order)).isPresent())
                .toList();
    if (whole.isEmpty() && !readable.isEmpty()) {
      whole = queries.fetch(first(table, readable, order));
    }
    return whole.stream()
        .flatMap(Result::stream)
        .map(row -> table.columns().stream().map(c -> cell(row, readable.indexOf(c))).toList())
        .toList();
  }

  private static String cell(Record row, int index) {
    return index < 0 ? "…" : Cells.text(row.get(index));
  }

  private static Select<Record> first(
      LiveTable table, List<LiveColumn> columns, List<Field<?>> order) {
    return DSL.select(columns.stream().map(Cells::field).toList())
        .from(DSL.table(table.name()))
        .orderBy(order)
        .limit(SAMPLES);
  }

  private List<ReferenceLook> references(LiveTable table) {
    return table.references().stream().map(each -> reference(table, each)).toList();
  }

  private ReferenceLook reference(LiveTable table, LiveReference reference) {
    List<Field<Object>> columns =
        reference.columns().stream().map(column -> DSL.field(DSL.name(column))).toList();
    Condition refers =
        columns.stream().map(Field::isNotNull).reduce(DSL.noCondition(), Condition::and);
    var children =
        DSL.select(DSL.count().as("children"))
            .from(DSL.table(table.name()))
            .where(refers)
            .groupBy(columns)
            .asTable("counted");
    Field<Long> number = DSL.field(DSL.name("children"), Long.class);
    long parents = rowsOf(reference.parent());
    return queries
        .fetch(DSL.select(number, DSL.count()).from(children).groupBy(number))
        .map(
            result -> {
              var counts = new TreeMap<Long, Long>();
              result.forEach(row -> counts.put(row.value1(), (long) row.value2()));
              long used = counts.values().stream().mapToLong(n -> n).sum();
              long sum = counts.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
              if (parents > used) {
                counts.put(0L, parents - used);
              }
              return new ReferenceLook(reference, sum, parents, used, Parents.shape(counts));
            })
        .orElseGet(() -> new ReferenceLook(reference, 0, parents, -1, Shape.of(NO_ANSWER)));
  }
}
