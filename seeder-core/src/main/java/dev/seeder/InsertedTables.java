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
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a seed has written to by its own statements, by jOOQ, JDBC or as text: their
 * names are read in the text that is sent. Not safe for use by several threads.
 */
final class WrittenTables {

  private static final String PART =
      "(?:\"(?:[^\"]++|\"\")++\"|`(?:[^`]++|``)++`|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

  /** "update" is of "on conflict do update set", too. */
  private static final Pattern TARGET =
      Pattern.compile(
          "\\b(into|copy|update)\\s+(?:only\\s+)?(?!set\\b)("
              + PART
              + "(?:\\s*\\.\\s*"
              + PART
              + ")*+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME = Pattern.compile(PART);

  private final DSLContext dsl;
  private final Set<String> inserted = new LinkedHashSet<>();

  WrittenTables(Session open) {
    this.dsl = open.own();
  }

  /** Notes the tables that a statement writes to. */
  void note(String sql) {
    Matcher target = TARGET.matcher(sql);
    while (target.find()) {
      if (!target.group(1).equalsIgnoreCase("update")) {
        inserted.add(target.group(2));
      }
    }
  }

  /** Moves the counters of identity columns behind the values that rows were given. */
  void moveCounters() {
    if (dsl.family() != SQLDialect.POSTGRES
        && dsl.family() != SQLDialect.YUGABYTEDB
        && dsl.family() != SQLDialect.H2) {
      return; // they move by themselves, or cannot be moved
    }
    for (String name : inserted) {
      LiveTable table = live(name);
      if (table != null) {
        IdentityCounters.moveBehind(dsl, DSL.table(table.name()), counted(table));
      }
    }
  }

  private static List<Field<?>> counted(LiveTable table) {
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
