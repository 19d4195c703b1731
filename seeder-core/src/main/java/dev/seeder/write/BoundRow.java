package dev.seeder.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** The places of one row's values in a statement. Not safe for use by several threads. */
final class BoundRow {

  private final Target target;
  private final List<Place<?>> places;

  /** Binds a row whose first value is the one after {@code before} others in the statement. */
  BoundRow(Target target, PreparedStatement statement, int before) {
    this.target = target;
    this.places = new ArrayList<>(target.columns().size());
    for (Field<?> column : target.columns()) {
      int index = before + places.size() + 1;
      places.add(Place.of(column, target.configuration(), statement, index));
    }
  }

  /** Sets the values of a row, which is counted from 1. */
  void set(@Nullable Object[] row, long number) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      try {
        places.get(i).set(row[i]);
      } catch (RuntimeException e) {
        throw target.failure(number, e);
      }
    }
  }

  /** A column and the place of its value in the statement. */
  private record Place<T>(
      Binding<?, T> binding,
      BindContext<T> context,
      @Nullable DirectValues direct,
      boolean plainBytes) {

    static <T> Place<T> of(
        Field<T> field, Configuration configuration, PreparedStatement statement, int index) {
      Binding<?, T> binding = field.getBinding();
      // jOOQ's binding makes a Blob on H2, for which it needs a query around it
      boolean plainBytes =
          configuration.family() == SQLDialect.H2
              && binding.converter().fromType() == byte[].class
              && InsertSql.isJooqs(binding);
      return new Place<>(
          binding,
          new BindContext<T>(configuration, statement, index),
          DirectValues.past(binding, configuration.family()),
          plainBytes);
    }

    @SuppressWarnings("unchecked") // checked for the whole row before
    void set(@Nullable Object value) throws SQLException {
      boolean done =
          value != null
              && direct != null
              && direct.set(context.statement(), context.index(), value);
      if (plainBytes) {
        byte[] bytes = (byte[]) binding.converter().to((T) value);
        context.statement().setBytes(context.index(), bytes);
      } else if (!done) {
        binding.set(context.with((T) value));
      }
    }
  }
}
