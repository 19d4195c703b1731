package dev.seeder.page;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.SecretNames;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Values as a page shows them. */
final class Cells {

  /** What a text is cut to by the database: nobody reads more of it in a page. */
  private static final int LONGEST = 120;

  private Cells() {}

  /** Returns whether the values of a column are nobody's to see, as its name tells. */
  static boolean isSecret(LiveColumn column) {
    return SecretNames.isSecret(column.name());
  }

  /** Returns whether the values of a column can be shown as texts. */
  static boolean isShown(LiveColumn column) {
    return !isSecret(column)
        && switch (column.type().kind()) {
          case BINARY, SEARCH_TEXT, OTHER -> false;
          default -> true;
        };
  }

  /** Returns whether the values of a column are short, and can be compared. */
  static boolean isCompared(LiveColumn column) {
    return isShown(column)
        && switch (column.type().kind()) {
          case TEXT, INTEGER, DECIMAL, FLOAT, BOOLEAN, DATE, TIME, TIMESTAMP, ENUM, UUID -> true;
          default -> false;
        };
  }

  /** Returns what is asked the database for. */
  static Field<?> field(LiveColumn column) {
    Field<?> field = DSL.field(DSL.name(column.name()), column.type().binding());
    return column.type().length() > LONGEST && field.getType() == String.class
        ? DSL.left(DSL.field(DSL.name(column.name()), String.class), LONGEST).as(column.name())
        : field;
  }

  static String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Object[] array) {
      return Arrays.deepToString(array);
    }
    return String.valueOf(value);
  }
}
