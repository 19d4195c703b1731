package dev.seeder.rows;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Rows that the user gave. */
record GivenRows(
    Table<?> table, List<Field<?>> columns, Iterable<? extends @Nullable Object[]> rows)
    implements RowSource {

  @Override
  public OpenRows open(RowScope scope) {
    return new OpenRows(columns, StreamSupport.stream(rows.spliterator(), false).map(row -> row));
  }
}
