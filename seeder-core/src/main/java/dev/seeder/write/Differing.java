package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveType;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Locale;
import org.jooq.SQLDialect;

/**
 * Writes the condition that two values of a column differ, exactly: whatever its collation and its
 * padding take for equal, and where its type has no equality at all.
 */
final class Differing {

  private Differing() {}

  /** Returns the condition; the column is quoted and stands behind {@code o.} and {@code n.}. */
  static String condition(SQLDialect family, LiveColumn column, String quoted) {
    LiveType type = column.type();
    String old = "o." + quoted;
    String brought = "n." + quoted;
    return switch (family) {
      case SQLITE ->
          // a column without a type takes 1 and 1.0 as they are
          "("
              + (old + " is not " + brought + " collate binary or ")
              + ("typeof(" + old + ") <> typeof(" + brought + "))");
      case MARIADB -> {
        String form = mariadb(type);
        yield "not (" + in(form, old) + " <=> " + in(form, brought) + ")";
      }
      default -> {
        String form =
            switch (family) {
              case POSTGRES, YUGABYTEDB -> postgres(type);
              case H2 -> h2(type);
              case HSQLDB -> hsqldb(type);
              case DUCKDB -> type.kind() == LiveType.Kind.TEXT ? "encode(%s)" : "%s";
              default -> "%s";
            };
        yield in(form, old) + " is distinct from " + in(form, brought);
      }
    };
  }

  private static String in(String form, String value) {
    return form.replace("%s", value);
  }

  private static String mariadb(LiveType type) {
    return switch (type.kind()) {
      case TEXT, ENUM, JSON, POINT, OTHER ->
          type.name().equals("json") ? "cast(cast(%s as char) as binary)" : "cast(%s as binary)";
      default -> "%s";
    };
  }

  private static String postgres(LiveType type) {
    return switch (type.kind()) {
      case INTEGER, BOOLEAN, DATE, TIMESTAMP, UUID, BINARY, ENUM -> "%s";
      case DECIMAL ->
          // without a scale of the column's, 1.0 and 1.00 are equal, and not the same
          type.precision() > 0 ? "%s" : "cast(%s as text) collate \"C\"";
      default -> "cast(%s as text) collate \"C\"";
    };
  }

  private static String h2(LiveType type) {
    Class<?> java = type.binding().getType();
    boolean zoned = java == OffsetDateTime.class || java == OffsetTime.class;
    return switch (type.kind()) {
      case TEXT ->
          type.length() == Integer.MAX_VALUE ? "cast(%s as blob)" : "cast(%s as varbinary)";
      case DECIMAL -> type.precision() > 0 ? "%s" : "cast(%s as varchar)";
      default -> zoned ? "cast(%s as varchar)" : "%s";
    };
  }

  /** HSQLDB takes no blanks at the end of a text for something, and compares no long values. */
  private static String hsqldb(LiveType type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    return switch (type.kind()) {
      case TEXT -> "(cast(%s as longvarchar) || '|')";
      case TIMESTAMP, TIME -> "cast(%s as varchar(64))";
      case BINARY -> name.contains("lob") ? "cast(%s as longvarbinary)" : "%s";
      default -> "%s";
    };
  }
}
