package dev.seeder.schema;

import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/**
 * Binds dates and times of no zone as they are. jOOQ makes them java.sql's first, which lack the
 * hours that this machine's zone skips, and the parts of a second.
 */
final class LocalBinding<T> extends AbstractBinding<T, T> implements LiveBinding {

  private static final long serialVersionUID = 1L;

  static final DataType<LocalDate> DATE = of(SQLDataType.LOCALDATE, Types.DATE);
  static final DataType<LocalTime> TIME = of(SQLDataType.LOCALTIME, Types.TIME);
  static final DataType<LocalDateTime> TIMESTAMP = of(SQLDataType.LOCALDATETIME, Types.TIMESTAMP);

  private final Class<T> type;
  private final int sqlType;

  private LocalBinding(Class<T> type, int sqlType) {
    this.type = type;
    this.sqlType = sqlType;
  }

  private static <T> DataType<T> of(DataType<T> bound, int sqlType) {
    return bound.asConvertedDataType(new LocalBinding<>(bound.getType(), sqlType));
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public Converter<T, T> converter() {
    return Converters.identity(type);
  }

  @Override
  public void set(BindingSetStatementContext<T> ctx) throws SQLException {
    if (ctx.value() == null) {
      ctx.statement().setNull(ctx.index(), sqlType);
    } else {
      ctx.statement().setObject(ctx.index(), ctx.value());
    }
  }

  @Override
  public void get(BindingGetResultSetContext<T> ctx) throws SQLException {
    ctx.value(ctx.resultSet().getObject(ctx.index(), type));
  }
}
