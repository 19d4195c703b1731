package dev.seeder.schema;

import java.util.ArrayList;
import java.util.List;

/** Writes all that the model knows of a table, a line for each column and constraint. */
final class LiveText {

  private LiveText() {}

  static String of(LiveTable table) {
    var lines = new ArrayList<String>();
    lines.add(table.name().toString().replace("\"", ""));
    table.columns().forEach(column -> lines.add(of(column)));
    table.keys().forEach(key -> lines.add(of(key)));
    table.references().forEach(reference -> lines.add(of(reference)));
    table.checks().forEach(check -> lines.add("check " + check.name() + ": " + check.condition()));
    return String.join("\n  ", lines);
  }

  static String of(LiveColumn column) {
    return column.name() + " " + of(column.type()) + filled(column);
  }

  /** Writes what databases have in common: no types, collations and checks. */
  static String common(LiveTable table) {
    var lines = new ArrayList<String>();
    lines.add(table.name().last());
    table.columns().forEach(column -> lines.add(column.name() + filled(column)));
    table.keys().forEach(key -> lines.add(of(key).replace(", caseless", "")));
    table.references().forEach(each -> lines.add(of(each).replace(", deferrable", "")));
    return String.join("\n  ", lines);
  }

  private static String filled(LiveColumn column) {
    return (column.nullable() ? "" : ", not null")
        + switch (column.filling()) {
          case NOTHING -> "";
          case DEFAULT -> ", default";
          case IDENTITY -> ", identity";
          case ALWAYS -> ", always";
        };
  }

  static String of(LiveType type) {
    var text = new StringBuilder(type.name()).append(": ").append(type.kind());
    text.append(" of ").append(type.binding().getType().getSimpleName());
    if (type.length() != Integer.MAX_VALUE) {
      text.append(type.fixed() ? " always " : " to ").append(type.length());
    }
    if (type.precision() != 0 || type.scale() != 0) {
      text.append(" digits ").append(type.precision()).append('.').append(type.scale());
    }
    if (type.low() != 0 || type.high() != 0) {
      text.append(" from ").append(type.low()).append(" to ").append(type.high());
    }
    if (!type.labels().isEmpty()) {
      text.append(" ").append(type.labels());
    }
    return type.element() == null ? text.toString() : text + " [" + of(type.element()) + "]";
  }

  private static String of(LiveKey key) {
    return (key.primary() ? "primary " : "unique ")
        + named(key.name(), key.columns())
        + (key.nullsEqual() ? ", nulls equal" : "")
        + (key.expressions() ? ", expressions" : "")
        + (key.caseless() ? ", caseless" : "")
        + (key.where() == null ? "" : ", where " + key.where());
  }

  private static String of(LiveReference reference) {
    return "reference "
        + named(reference.name(), reference.columns())
        + " to "
        + reference.parent().toString().replace("\"", "")
        + reference.parentColumns()
        + (reference.deferrable() ? ", deferrable" : "");
  }

  private static String named(String name, List<String> columns) {
    return name + columns;
  }
}
