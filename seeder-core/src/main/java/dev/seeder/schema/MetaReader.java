package dev.seeder.schema;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Name;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of any other database from what its JDBC driver tells jOOQ: no checks, and of
 * columns that the database computes not that it does.
 */
final class MetaReader implements TableReader {

  private final DSLContext dsl;
  private final @Nullable String current;

  MetaReader(DSLContext dsl) {
    this.dsl = dsl;
    this.current = dsl.connectionResult(Connection::getSchema);
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    Schema in = like(dsl.meta().getSchemas(), schema == null ? current : schema);
    Table<?> found = in == null ? null : like(in.getTables(), table);
    return found == null ? null : read(found);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    Schema in = like(dsl.meta().getSchemas(), schema == null ? current : schema);
    return in == null
        ? List.of()
        : in.getTables().stream()
            .filter(table -> table.getTableType() == TableType.TABLE)
            .sorted(Comparator.comparing(Table::getName))
            .map(this::read)
            .toList();
  }

  /** Returns the one of this name, or else one whose name differs in case only. */
  private static <T extends Named> @Nullable T like(List<T> all, @Nullable String name) {
    return all.stream()
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .min(Comparator.comparing(each -> !each.getName().equals(name)))
        .orElse(null);
  }

  private LiveTable read(Table<?> table) {
    return new LiveTable(
        name(table),
        table.fieldStream().map(MetaReader::column).toList(),
        keys(table),
        table.getReferences().stream().map(this::reference).toList(),
        List.of());
  }

  private Name name(Table<?> table) {
    String schema = table.getSchema() == null ? current : table.getSchema().getName();
    return schema == null || schema.equals(current)
        ? DSL.name(table.getName())
        : DSL.name(schema, table.getName());
  }

  private static LiveColumn column(Field<?> field) {
    LiveColumn.Filling filling = LiveColumn.Filling.NOTHING;
    if (field.getDataType().identity()) {
      filling = LiveColumn.Filling.IDENTITY;
    } else if (field.getDataType().defaulted()) {
      filling = LiveColumn.Filling.DEFAULT;
    }
    return new LiveColumn(
        field.getName(),
        MetaTypes.of(field.getDataType()),
        field.getDataType().nullable(),
        filling);
  }

  private static List<LiveKey> keys(Table<?> table) {
    var keys = new ArrayList<LiveKey>();
    for (UniqueKey<?> key : table.getKeys()) {
      keys.add(key(key.getName(), key.getFields(), key.isPrimary()));
    }
    for (Index index : table.getIndexes()) {
      if (index.getUnique()) {
        List<Field<?>> fields = new ArrayList<>();
        index.getFields().forEach(field -> fields.add(field.$field()));
        keys.add(key(index.getName(), fields, false));
      }
    }
    return keys;
  }

  private static LiveKey key(String name, List<? extends Field<?>> fields, boolean primary) {
    return new LiveKey(name, names(fields), primary, false, null, false);
  }

  private LiveReference reference(ForeignKey<?, ?> key) {
    return new LiveReference(
        key.getName(),
        names(key.getFields()),
        name(key.getKey().getTable()),
        names(key.getKeyFields()),
        false);
  }

  private static List<String> names(List<? extends Field<?>> fields) {
    return fields.stream().map(Field::getName).toList();
  }
}
