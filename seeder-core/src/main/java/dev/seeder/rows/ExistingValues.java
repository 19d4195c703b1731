package dev.seeder.rows;

import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Picks among the values that a column of another table holds. */
final class ExistingValues<T> implements ValueGenerator<T> {

  private final Field<T> column;
  private final Table<?> table;

  ExistingValues(Field<T> column) {
    Name qualifier = column.getQualifiedName().qualifier();
    if (qualifier == null) {
      throw new IllegalArgumentException(
          "The column \""
              + column.getName()
              + "\" does not say which table it is of.\n"
              + "  To fix: use the field of a generated class, or field(name(\"table\", \""
              + column.getName()
              + "\"), type).");
    }
    this.column = column;
    this.table =
        column instanceof TableField<?, ?> field && field.getTable() != null
            ? field.getTable()
            : DSL.table(qualifier);
  }

  @Override
  public T value(Draw draw) {
    throw new IllegalStateException(
        "existing(...) reads its values once per run, but was called for a row without that.\n"
            + "  To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.");
  }

  @Override
  public ValueGenerator<T> prepare(RowScope scope) {
    List<T> values =
        scope
            .dsl()
            .selectDistinct(column)
            .from(table)
            .where(column.isNotNull())
            .orderBy(column)
            .fetch(column);
    if (values.isEmpty()) {
      throw new IllegalStateException(
          "Column \""
              + table.getName()
              + "."
              + column.getName()
              + "\" holds no value to pick from.\n"
              + "  To fix: fill \""
              + table.getName()
              + "\" first, in this seed or in one that this seed depends on.");
    }
    if (values.get(0) instanceof Comparable) {
      // in Java's order, as databases sort text each in its own: the same values, the same picks
      values.sort(null);
    }
    return draw -> values.get(draw.random().nextInt(values.size()));
  }
}
