package dev.seeder.write;

import java.io.Closeable;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLXML;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a jOOQ binding needs to set the values of one column on a statement.
 *
 * <p>jOOQ makes one of these per value, with a query around each row, which costs several times as
 * much as the insert itself; here it is one per column and statement. Not safe for use by several
 * threads.
 */
final class BindContext<T> implements BindingSetStatementContext<T>, ConverterContext {

  private final Configuration configuration;
  private final @Nullable PreparedStatement statement;
  private final int index;
  private final Instant creationTime = Instant.now();
  private final Map<Object, Object> data = new HashMap<>();
  private @Nullable T value;

  BindContext(Configuration configuration, @Nullable PreparedStatement statement, int index) {
    this.configuration = configuration;
    this.statement = statement;
    this.index = index;
  }

  /** Returns what a converter needs, which is no statement. */
  static ConverterContext ofConverter(Configuration configuration) {
    return new BindContext<>(configuration, null, 0);
  }

  BindContext<T> with(@Nullable T next) {
    value = next;
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // a binding has a statement; only a converter has none
  public PreparedStatement statement() {
    return statement;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  @SuppressWarnings("NullAway") // jOOQ's interface is not annotated; null is NULL
  public T value() {
    return value;
  }

  @Override
  @SuppressWarnings("NullAway") // as above
  public <U> BindingSetStatementContext<U> convert(Converter<? extends U, ? super T> converter) {
    return new BindContext<U>(configuration, statement, index).with(converter.to(value));
  }

  @Override
  @SuppressWarnings("NullAway") // there is no query; jOOQ's bindings do not ask for one
  public ExecuteContext executeContext() {
    return null;
  }

  @Override
  public ConverterContext converterContext() {
    return this;
  }

  @Override
  public Instant creationTime() {
    return creationTime;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public DSLContext dsl() {
    return configuration.dsl();
  }

  @Override
  public Settings settings() {
    return configuration.settings();
  }

  @Override
  public SQLDialect dialect() {
    return configuration.dialect();
  }

  @Override
  public SQLDialect family() {
    return configuration.family();
  }

  @Override
  public Map<Object, Object> data() {
    return data;
  }

  @Override
  @SuppressWarnings("NullAway") // jOOQ's interface is not annotated
  public Object data(Object key) {
    return data.get(key);
  }

  @Override
  @SuppressWarnings("NullAway") // jOOQ's interface is not annotated
  public Object data(Object key, Object newValue) {
    return data.put(key, newValue);
  }

  // Drivers free what a statement holds when it is closed, which is at the end of the insert.

  @Override
  public Array autoFree(Array array) {
    return array;
  }

  @Override
  public Blob autoFree(Blob blob) {
    return blob;
  }

  @Override
  public Clob autoFree(Clob clob) {
    return clob;
  }

  @Override
  public SQLXML autoFree(SQLXML xml) {
    return xml;
  }

  @Override
  public <R extends Closeable> R autoClose(R resource) {
    return resource;
  }

  @Override
  public <R extends AutoCloseable> R autoClose(R resource) {
    return resource;
  }
}
