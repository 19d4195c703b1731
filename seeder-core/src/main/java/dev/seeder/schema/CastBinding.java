package dev.seeder.schema;

import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;

/**
 * Binds values as those of another type, with SQL around them that makes them what the column
 * holds: for types of which drivers and databases take no text without a cast.
 */
final class CastBinding<T> extends AbstractBinding<T, T> implements LiveBinding {

  private static final long serialVersionUID = 1L;

  private final DataType<T> bound;
  private final String before;
  private final String after;

  private CastBinding(DataType<T> bound, String before, String after) {
    this.bound = bound;
    this.before = before;
    this.after = after;
  }

  /** Returns a type whose values are cast to one of the database. */
  static <T> DataType<T> to(String type, DataType<T> bound) {
    return of("cast(", bound, " as " + type + ")");
  }

  /** Returns a type whose values stand between pieces of SQL. */
  static <T> DataType<T> of(String before, DataType<T> bound, String after) {
    return bound.asConvertedDataType(new CastBinding<>(bound, before, after));
  }

  @Override
  public boolean isPlain() {
    // what is a text before the cast
    return before.equals("cast(") && bound.getType() == String.class;
  }

  @Override
  public Converter<T, T> converter() {
    return Converters.identity(bound.getType());
  }

  @Override
  protected void sqlBind(BindingSQLContext<T> ctx) throws SQLException {
    ctx.render().sql(before).sql(ctx.variable()).sql(after);
  }

  @Override
  protected void sqlInline(BindingSQLContext<T> ctx) throws SQLException {
    ctx.render().sql(before);
    super.sqlInline(ctx);
    ctx.render().sql(after);
  }

  @Override
  public void set(BindingSetStatementContext<T> ctx) throws SQLException {
    bound.getBinding().set(ctx);
  }

  @Override
  public void get(BindingGetResultSetContext<T> ctx) throws SQLException {
    bound.getBinding().get(ctx);
  }
}
