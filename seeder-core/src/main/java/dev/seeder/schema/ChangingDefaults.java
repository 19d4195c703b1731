package dev.seeder.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;

/** Defaults that are another value at every insert, such as the time or a UUID. */
public final class ChangingDefaults {

  private ChangingDefaults() {}

  /** Returns the columns of a table whose default is an expression that may change. */
  public static Set<String> of(DSLContext dsl, LiveTable table) {
    Result<Record> defaults =
        dsl.family() == SQLDialect.SQLITE
            ? dsl.fetch("select name, dflt_value from pragma_table_info(?)", table.simpleName())
            : dsl.fetch(
                "select column_name, column_default from information_schema.columns"
                    + " where table_name = ?",
                table.simpleName());
    Set<String> changing = new HashSet<>();
    for (Record each : defaults) {
      String text = each.get(1, String.class);
      if (text != null && isCall(text.toLowerCase(Locale.ROOT))) {
        changing.add(each.get(0, String.class));
      }
    }
    return changing;
  }

  private static boolean isCall(String text) {
    return text.contains("(") || text.contains("current_") || text.contains("local");
  }
}
