package dev.seeder.write;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.StatementType;
import org.jspecify.annotations.Nullable;

/** What rows are inserted into: a table, and the columns that have values, in their order. */
record Target(Configuration configuration, Table<?> table, List<? extends Field<?>> columns) {

  /** Returns jOOQ that binds values by their place, whatever else the user's settings are. */
  DSLContext dsl() {
    return configuration
        .deriveSettings(
            settings ->
                settings
                    .withStatementType(StatementType.PREPARED_STATEMENT)
                    .withParamType(ParamType.INDEXED))
        .dsl();
  }

  RowFailure failure(@Nullable Long row, Throwable cause) {
    return new RowFailure(table.getName(), row, cause);
  }

  /** Refuses rows that do not fit the columns; so many of their source come before them. */
  void check(List<@Nullable Object[]> rows, long before) {
    for (int i = 0; i < rows.size(); i++) {
      check(rows.get(i), before + i + 1);
    }
  }

  /** Refuses a row that does not fit the columns; it is counted from 1. */
  void check(@Nullable Object[] row, long number) {
    if (row.length != columns.size()) {
      throw failure(
          number,
          new IllegalArgumentException(
              "The row has "
                  + row.length
                  + " values for "
                  + columns.size()
                  + " columns: "
                  + columns.stream().map(Field::getName).collect(Collectors.joining(", "))
                  + "."));
    }
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      Field<?> column = columns.get(i);
      if (value != null && !column.getType().isInstance(value)) {
        throw failure(
            number,
            new IllegalArgumentException(
                "Column \""
                    + column.getName()
                    + "\" takes "
                    + column.getType().getName()
                    + ", but its value is of "
                    + value.getClass().getName()
                    + "."));
      }
    }
  }
}
