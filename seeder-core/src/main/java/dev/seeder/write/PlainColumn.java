package dev.seeder.write;

import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.ContextConverter;
import org.jooq.ConverterContext;
import org.jspecify.annotations.Nullable;

/** A column whose binding is left out: what its converter makes is what is written. */
record PlainColumn<T, U>(ContextConverter<T, U> converter, ConverterContext context) {

  static <T, U> PlainColumn<T, U> of(Binding<T, U> binding, Configuration configuration) {
    return new PlainColumn<>(
        ContextConverter.scoped(binding.converter()), BindContext.ofConverter(configuration));
  }

  /** Returns what is written of a value of the column's own class. */
  @SuppressWarnings("unchecked") // checked for the whole row before
  @Nullable Object written(@Nullable Object value) {
    return converter.to((U) value, context);
  }
}
