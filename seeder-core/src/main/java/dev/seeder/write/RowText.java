package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveType.Kind;
import dev.seeder.schema.SecretNames;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows as people are shown them: short, in one line, and without secrets.
 *
 * @param most how many rows are shown of what is done to a table
 * @param secret whether a text holds a secret of the run
 */
public record RowText(int most, Predicate<String> secret) {

  private static final int LONGEST = 60;
  private static final String HIDDEN = "(hidden)";

  /** Returns a value of a row that is brought, behind the name of its column. */
  <T> String brought(Field<T> column, @Nullable Object value) {
    // a type of the user's may print anything; one that does not fit is told by the insert
    Object stored =
        column.getType().isInstance(value)
            ? column.getBinding().converter().to(column.getType().cast(value))
            : value;
    return column.getName() + " " + shown(column.getName(), stored);
  }

  private String shown(String column, @Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof byte[] bytes) {
      return SecretNames.isSecret(column) ? HIDDEN : bytes(bytes);
    }
    boolean plain = value instanceof Number || value instanceof Boolean;
    String text =
        value instanceof BigDecimal number
            ? number.toPlainString()
            : value instanceof Object[] array ? Arrays.deepToString(array) : value.toString();
    return shown(column, text, plain);
  }

  /** Returns a value that the database has, the one of this number in a result. */
  String stored(LiveColumn column, ResultSet rows, int number) throws SQLException {
    if (column.type().kind() == Kind.BINARY) {
      byte[] bytes = rows.getBytes(number);
      return shown(column.name(), bytes);
    }
    String text = rows.getString(number);
    boolean plain =
        switch (column.type().kind()) {
          case INTEGER, DECIMAL, FLOAT, BOOLEAN -> true;
          default -> false;
        };
    return text == null ? "NULL" : shown(column.name(), text, plain);
  }

  private String shown(String column, String text, boolean plain) {
    if (SecretNames.isSecret(column) || secret.test(text)) {
      return HIDDEN;
    }
    String printable = printable(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    String quoted = plain ? printable : "\"" + printable + "\"";
    return text.length() > LONGEST
        ? String.format(Locale.ROOT, "%s... (%,d characters)", quoted, text.length())
        : quoted;
  }

  private static String bytes(byte[] bytes) {
    return String.format(Locale.ROOT, "(%,d bytes)", bytes.length);
  }

  /** A text from a database or a file may hold what moves a terminal's cursor, or ends a line. */
  private static String printable(String text) {
    var printable = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\n' -> printable.append("\\n");
        case '\r' -> printable.append("\\r");
        case '\t' -> printable.append("\\t");
        case '"' -> printable.append("\\\"");
        case '\\' -> printable.append("\\\\");
        default -> {
          int type = Character.getType(letter);
          boolean hidden =
              type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR;
          if (hidden) {
            printable.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
          } else {
            printable.append(letter);
          }
        }
      }
    }
    return printable.toString();
  }
}
