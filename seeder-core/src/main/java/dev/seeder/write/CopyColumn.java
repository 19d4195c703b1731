package dev.seeder.write;

import dev.seeder.schema.LiveBinding;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A column whose values are written as the text that its type reads. */
record CopyColumn(PlainColumn<?, ?> column, CopyForm form) {

  /** Returns the columns of a target, or null where one of them needs its binding. */
  static @Nullable List<CopyColumn> of(Target target, CopyTable table) {
    var columns = new ArrayList<CopyColumn>();
    for (Field<?> field : target.columns()) {
      CopyType type = table.type(field.getName());
      Binding<?, ?> binding = field.getBinding();
      CopyForm form = type == null ? null : form(binding, type);
      if (form == null) {
        return null;
      }
      columns.add(new CopyColumn(PlainColumn.of(binding, target.configuration()), form));
    }
    return columns;
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

  void write(@Nullable Object value, CopyText text) {
    Object written = column.written(value);
    if (written == null) {
      text.nothing();
    } else {
      form.write(written, text);
    }
  }
}
