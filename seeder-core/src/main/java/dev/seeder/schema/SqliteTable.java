package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;

import dev.seeder.schema.LiveColumn.Filling;
import dev.seeder.schema.SqliteSql.Constraint;
import dev.seeder.schema.SqliteSql.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Makes one of SQLite's tables of what its pragmas and its statement tell of it. */
final class SqliteTable {

  private final String schema;
  private final List<Record> columns;
  private final List<Record> keys;
  private final List<Record> references;
  private final List<Constraint> constraints;
  private final List<String> primary;
  private final boolean rowIdIsKey;

  SqliteTable(String schema, List<Record> columns, List<Record> keys, List<Record> references) {
    this.schema = schema;
    this.columns = columns;
    this.keys = keys;
    this.references = references;
    Record first = columns.get(0);
    constraints = is(first, "stored") ? SqliteSql.constraints(text(first, "sql")) : List.of();
    primary = texts(columns.stream().filter(column -> is(column, "primary")).toList(), "name");
    // a primary key that needs no index is the number of the row, under another name
    rowIdIsKey = !primary.isEmpty() && keys.stream().noneMatch(SqliteTable::isPrimary);
  }

  LiveTable read() {
    return new LiveTable(
        name(text(columns.get(0), "owner")),
        columns.stream().map(this::column).toList(),
        keys(),
        references(),
        of(Kind.CHECK).map(check -> new LiveCheck(check.name(), check.condition())).toList());
  }

  private Name name(String table) {
    return schema.equals("main") ? DSL.name(table) : DSL.name(schema, table);
  }

  private LiveColumn column(Record column) {
    boolean rowId = rowIdIsKey && is(column, "primary");
    return new LiveColumn(
        text(column, "name"),
        SqliteTypes.of(text(column, "type")),
        !rowId && !is(column, "required"),
        rowId ? Filling.IDENTITY : Filling.valueOf(text(column, "filling")));
  }

  private List<LiveKey> keys() {
    var all = new ArrayList<LiveKey>();
    if (rowIdIsKey) {
      all.add(new LiveKey(name(Kind.PRIMARY, primary), primary, true, false, null, false));
    }
    by("key", keys).values().forEach(parts -> all.add(key(parts)));
    return all;
  }

  private LiveKey key(List<Record> parts) {
    Record first = parts.get(0);
    String sql = text(first, "sql"); // empty if the index came with the table
    var inKey = new LinkedHashSet<String>();
    parts.forEach(part -> inKey.addAll(columns(part, sql)));
    List<String> names = List.copyOf(inKey);
    return new LiveKey(
        sql.isEmpty()
            ? name(isPrimary(first) ? Kind.PRIMARY : Kind.UNIQUE, names)
            : text(first, "key"),
        names,
        isPrimary(first),
        false,
        sql.isEmpty() ? null : SqliteSql.where(sql),
        parts.stream().anyMatch(part -> text(part, "column").isEmpty()),
        parts.stream().anyMatch(part -> is(part, "caseless")));
  }

  private List<String> columns(Record part, String sql) {
    String column = text(part, "column");
    if (!column.isEmpty()) {
      return List.of(column);
    }
    List<String> words = SqliteSql.words(sql).get(part.get("seqno", int.class));
    return texts(columns, "name").stream()
        .filter(each -> words.stream().anyMatch(each::equalsIgnoreCase))
        .toList();
  }

  private static boolean isPrimary(Record key) {
    return text(key, "origin").equals("pk");
  }

  private List<LiveReference> references() {
    List<String> names = of(Kind.FOREIGN).map(Constraint::name).toList();
    var all = new ArrayList<LiveReference>();
    for (List<Record> parts : by("id", references).values()) {
      all.add(
          new LiveReference(
              names.get(all.size()),
              texts(parts, "column"),
              name(text(parts.get(0), "parent")),
              texts(parts, "parent_column").stream().filter(name -> !name.isEmpty()).toList(),
              true)); // by "pragma defer_foreign_keys"
    }
    return all;
  }

  private String name(Kind kind, List<String> names) {
    return of(kind)
        .filter(constraint -> same(constraint.columns(), names))
        .map(Constraint::name)
        .findFirst()
        .orElse("");
  }

  private Stream<Constraint> of(Kind kind) {
    return constraints.stream().filter(constraint -> constraint.kind() == kind);
  }

  private static boolean same(List<String> some, List<String> others) {
    return String.join("\n", some).equalsIgnoreCase(String.join("\n", others));
  }
}
