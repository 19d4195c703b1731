package dev.seeder.write;

import dev.seeder.schema.LiveBinding;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.ContextConverter;
import org.jooq.ConverterContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A column whose values are written as the text that its type reads. */
final class CopyColumn<T, U> {

  private final ContextConverter<T, U> converter;
  private final ConverterContext context;
  private final CopyForm form;

  private CopyColumn(ContextConverter<T, U> converter, ConverterContext context, CopyForm form) {
    this.converter = converter;
    this.context = context;
    this.form = form;
  }

  /** Returns the columns of a target, or null where one of them needs its binding. */
  static @Nullable List<CopyColumn<?, ?>> of(Target target, CopyTable table) {
    var columns = new ArrayList<CopyColumn<?, ?>>();
    for (Field<?> field : target.columns()) {
      CopyType type = table.type(field.getName());
      Binding<?, ?> binding = field.getBinding();
      CopyForm form = type == null ? null : form(binding, type);
      if (form == null) {
        return null;
      }
      columns.add(of(binding, target.configuration(), form));
    }
    return columns;
  }

  private static <T, U> CopyColumn<T, U> of(
      Binding<T, U> binding, Configuration configuration, CopyForm form) {
    ConverterContext context = BindContext.ofConverter(configuration);
    return new CopyColumn<>(ContextConverter.scoped(binding.converter()), context, form);
  }

  private static @Nullable CopyForm form(Binding<?, ?> binding, CopyType type) {
    Class<?> from = binding.converter().fromType();
    if (!(binding instanceof LiveBinding live)) {
      return InsertSql.isJooqs(binding) ? CopyForm.of(from, type) : null;
    }
    if (!live.isPlain()) {
      return null;
    }
    if (from == String.class) {
      return (value, text) -> text.text((String) value);
    }
    return from == Object.class && type.element() != null
        ? CopyForm.ofAnyArray()
        : CopyForm.of(from, type);
  }

  /** Writes a value of the column's own class. */
  @SuppressWarnings("unchecked") // checked for the whole row before
  void write(@Nullable Object value, CopyText text) {
    Object converted = converter.to((U) value, context);
    if (converted == null) {
      text.nothing();
    } else {
      form.write(converted, text);
    }
  }
}
