package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into one table: the statement rendered once by jOOQ, the values set by the columns'
 * own bindings, in batches. Not safe for use by several threads.
 */
public final class RowWriter {

  private static final int BATCH = 1_000;

  private final Connection connection;
  private final Configuration configuration;
  private final Table<?> table;
  private final List<? extends Field<?>> columns;

  /** Makes a writer on a connection that is in a transaction. */
  public RowWriter(
      Connection connection,
      Configuration configuration,
      Table<?> table,
      List<? extends Field<?>> columns) {
    this.connection = connection;
    this.configuration = configuration;
    this.table = table;
    this.columns = columns;
  }

  /**
   * Inserts the rows and returns how many.
   *
   * @throws RowFailure with the number of the row, if a row cannot be made or written
   */
  public long insert(Iterator<@Nullable Object[]> rows) {
    long written = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      List<Column<?>> bound = bind(statement);
      List<@Nullable Object[]> batch = new ArrayList<>(BATCH);
      while (hasNext(rows, written)) {
        batch.clear();
        while (batch.size() < BATCH && hasNext(rows, written + batch.size())) {
          batch.add(next(rows, written + batch.size()));
        }
        write(statement, bound, batch, written);
        written += batch.size();
      }
    } catch (SQLException e) {
      throw new RowFailure(table.getName(), null, e);
    }
    return written;
  }

  private String sql() {
    // whatever the user's settings are: values are bound, by their place
    DSLContext dsl =
        configuration
            .deriveSettings(
                settings ->
                    settings
                        .withStatementType(StatementType.PREPARED_STATEMENT)
                        .withParamType(ParamType.INDEXED))
            .dsl();
    Query insert =
        columns.isEmpty()
            ? dsl.insertInto(table).defaultValues()
            : dsl.insertInto(table)
                .columns(columns)
                .values(columns.stream().map(this::placeholder).toList());
    return insert.getSQL();
  }

  private Field<?> placeholder(Field<?> column) {
    Binding<?, ?> binding = column.getBinding();
    boolean json = isJooqs(binding) && binding.converter().fromType() == JSON.class;
    // the type brings what some columns need around their value; on H2 not around a NULL of JSON
    return json && configuration.family() == SQLDialect.H2
        ? DSL.val(JSON.json("null"))
        : DSL.val((Object) null, column.getDataType());
  }

  private static boolean isJooqs(Binding<?, ?> binding) {
    return binding.getClass().getName().startsWith("org.jooq.impl.");
  }

  private List<Column<?>> bind(PreparedStatement statement) {
    var bound = new ArrayList<Column<?>>(columns.size());
    for (Field<?> column : columns) {
      bound.add(Column.of(column, configuration, statement, bound.size() + 1));
    }
    return bound;
  }

  private void write(
      PreparedStatement statement,
      List<Column<?>> bound,
      List<@Nullable Object[]> batch,
      long before)
      throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      for (int i = 0; i < batch.size(); i++) {
        set(bound, batch.get(i), before + i);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      connection.rollback(savepoint);
      statement.clearBatch();
      boolean statementIsWrong = e.getSQLState() != null && e.getSQLState().startsWith("42");
      Long row = statementIsWrong ? null : firstRefused(statement, bound, batch, before);
      throw new RowFailure(table.getName(), row, e);
    }
    connection.releaseSavepoint(savepoint);
  }

  /** Writes the rows of a batch that failed one by one, as drivers do not tell which row it was. */
  private @Nullable Long firstRefused(
      PreparedStatement statement,
      List<Column<?>> bound,
      List<@Nullable Object[]> batch,
      long before) {
    for (int i = 0; i < batch.size(); i++) {
      try {
        set(bound, batch.get(i), before + i);
        statement.executeUpdate();
      } catch (SQLException e) {
        return before + i + 1;
      }
    }
    return null;
  }

  private void set(List<Column<?>> bound, @Nullable Object[] row, long index) throws SQLException {
    if (row.length != bound.size()) {
      throw new RowFailure(
          table.getName(),
          index + 1,
          new IllegalArgumentException(
              "The row has " + row.length + " values for " + bound.size() + " columns."));
    }
    for (int i = 0; i < row.length; i++) {
      try {
        bound.get(i).set(row[i]);
      } catch (RuntimeException e) {
        throw new RowFailure(table.getName(), index + 1, e);
      }
    }
  }

  private boolean hasNext(Iterator<?> rows, long index) {
    try {
      return rows.hasNext();
    } catch (RuntimeException | Error e) {
      throw new RowFailure(table.getName(), index + 1, e);
    }
  }

  private @Nullable Object[] next(Iterator<@Nullable Object[]> rows, long index) {
    try {
      return rows.next();
    } catch (RuntimeException | Error e) {
      throw new RowFailure(table.getName(), index + 1, e);
    }
  }

  /** A column and the place of its value in the statement. */
  private record Column<T>(
      Field<T> field, Binding<?, T> binding, BindContext<T> context, boolean plainBytes) {

    static <T> Column<T> of(
        Field<T> field, Configuration configuration, PreparedStatement statement, int index) {
      Binding<?, T> binding = field.getBinding();
      // jOOQ's binding makes a Blob on H2, for which it needs a query around it
      boolean plainBytes =
          configuration.family() == SQLDialect.H2
              && binding.converter().fromType() == byte[].class
              && isJooqs(binding);
      var context = new BindContext<T>(configuration, statement, index);
      return new Column<>(field, binding, context, plainBytes);
    }

    @SuppressWarnings("unchecked") // checked by isInstance
    void set(@Nullable Object value) throws SQLException {
      if (value != null && !field.getType().isInstance(value)) {
        throw new IllegalArgumentException(
            "Column \""
                + field.getName()
                + "\" takes "
                + field.getType().getName()
                + ", but its value is of "
                + value.getClass().getName()
                + ".");
      }
      if (plainBytes) {
        byte[] bytes = (byte[]) binding.converter().to((T) value);
        context.statement().setBytes(context.index(), bytes);
      } else {
        binding.set(context.with((T) value));
      }
    }
  }
}
