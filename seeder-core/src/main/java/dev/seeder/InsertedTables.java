package dev.seeder;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.transaction.Session;
import dev.seeder.write.IdentityCounters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a seed has inserted into by its own statements, by jOOQ, JDBC or as text: their
 * names are read in the text that is sent. Not safe for use by several threads.
 */
final class InsertedTables {

  private static final String PART =
      "(?:\"(?:[^\"]++|\"\")++\"|`(?:[^`]++|``)++`|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

  private static final Pattern TARGET =
      Pattern.compile(
          "\\b(?:into|copy)\\s+(?:only\\s+)?(" + PART + "(?:\\s*\\.\\s*" + PART + ")*+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME = Pattern.compile(PART);

  private final DSLContext dsl;
  private final boolean counted;
  private final Set<String> names = new LinkedHashSet<>();

  InsertedTables(Session open) {
    this.dsl = open.own();
    this.counted = IdentityCounters.areLeftBehind(dsl);
  }

  /** Notes the tables that a statement inserts into, where their counters are to be moved. */
  void note(String sql) {
    if (counted) {
      TARGET.matcher(sql).results().forEach(target -> names.add(target.group(1)));
    }
  }

  /** Moves the counters of identity columns behind the values that rows were given. */
  void moveCounters() {
    for (String name : names) {
      LiveTable table = live(name);
      if (table != null) {
        IdentityCounters.moveBehind(dsl, DSL.table(table.name()), filled(table));
      }
    }
  }

  private static List<Field<?>> filled(LiveTable table) {
    return table.columns().stream()
        .filter(column -> column.filling() != LiveColumn.Filling.NOTHING)
        .<Field<?>>map(column -> DSL.field(DSL.name(column.name()), column.type().binding()))
        .toList();
  }

  /** Returns the table of a name as it was written; null if there is none. */
  private @Nullable LiveTable live(String written) {
    List<String> parts = new ArrayList<>();
    Matcher part = NAME.matcher(written);
    while (part.find()) {
      parts.add(unquoted(part.group()));
    }
    return LiveSchema.table(dsl, DSL.table(DSL.name(parts)));
  }

  private static String unquoted(String name) {
    String quote = name.substring(0, 1);
    return quote.equals("\"") || quote.equals("`")
        ? name.substring(1, name.length() - 1).replace(quote + quote, quote)
        : name;
  }
}
