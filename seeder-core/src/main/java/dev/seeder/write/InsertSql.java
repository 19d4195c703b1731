package dev.seeder.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Binding;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Renders the statements that insert rows, as jOOQ does. */
final class InsertSql {

  private InsertSql() {}

  /** Returns the statement for one row. */
  static String ofRow(Target target) {
    return target.columns().isEmpty()
        ? target.dsl().insertInto(target.table()).defaultValues().getSQL()
        : ofRows(target, 1);
  }

  /** Returns the statement for several rows, which need columns. */
  static String ofRows(Target target, int rows) {
    String one = rendered(target, 1);
    if (rows == 1) {
      return one;
    }
    // a row more is the same text once more: a thousand of them need not be rendered
    String two = rendered(target, 2);
    return two.startsWith(one)
        ? one + two.substring(one.length()).repeat(rows - 1)
        : rendered(target, rows);
  }

  private static String rendered(Target target, int rows) {
    DSLContext dsl = target.dsl();
    var placeholders = new ArrayList<Field<?>>();
    target.columns().forEach(column -> placeholders.add(placeholder(column, dsl.family())));
    InsertValuesStepN<? extends Record> insert =
        dsl.insertInto(target.table()).columns(target.columns());
    for (List<Field<?>> row : Collections.nCopies(rows, placeholders)) {
      insert = insert.values(row);
    }
    return insert.getSQL();
  }

  private static Field<?> placeholder(Field<?> column, SQLDialect family) {
    Binding<?, ?> binding = column.getBinding();
    boolean json = isJooqs(binding) && binding.converter().fromType() == JSON.class;
    // the type brings what some columns need around their value; on H2 not around a NULL of JSON
    return json && family == SQLDialect.H2
        ? DSL.val(JSON.json("null"))
        : DSL.val((Object) null, column.getDataType());
  }

  /** Returns whether a binding does what jOOQ does with its converter's type, and no more. */
  static boolean isJooqs(Binding<?, ?> binding) {
    return binding.getClass().getName().startsWith("org.jooq.impl.");
  }
}
