package dev.seeder.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HexFormat;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Binds arrays of whatever their elements are bound by. */
final class ArrayBinding extends AbstractBinding<Object, Object[]> implements LiveBinding {

  private static final long serialVersionUID = 1L;

  private final String element;

  private ArrayBinding(String element) {
    this.element = element;
  }

  /** Returns the type of arrays whose elements are of a type of the database. */
  static DataType<Object[]> of(String element) {
    return SQLDataType.OTHER.asConvertedDataType(new ArrayBinding(element));
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public Converter<Object, Object[]> converter() {
    return Converter.ofNullable(Object.class, Object[].class, Object[].class::cast, array -> array);
  }

  @Override
  public void set(BindingSetStatementContext<Object[]> ctx) throws SQLException {
    Object[] value = ctx.value();
    PreparedStatement statement = ctx.statement();
    if (value == null) {
      statement.setNull(ctx.index(), Types.ARRAY);
      return;
    }
    Object[] elements = Arrays.stream(value).map(each -> bound(each, ctx.family())).toArray();
    statement.setArray(ctx.index(), statement.getConnection().createArrayOf(element, elements));
  }

  /** Returns what drivers take inside of an array for what jOOQ takes outside of one. */
  private static @Nullable Object bound(@Nullable Object value, SQLDialect family) {
    String json = value instanceof JSON || value instanceof JSONB ? value.toString() : null;
    if (family == SQLDialect.H2) {
      return json == null ? value : json.getBytes(StandardCharsets.UTF_8);
    }
    return value instanceof byte[] bytes
        ? "\\x" + HexFormat.of().formatHex(bytes)
        : json == null ? value : json;
  }

  @Override
  public void get(BindingGetResultSetContext<Object[]> ctx) throws SQLException {
    Array array = ctx.resultSet().getArray(ctx.index());
    ctx.value(array == null ? null : (Object[]) array.getArray());
  }
}
