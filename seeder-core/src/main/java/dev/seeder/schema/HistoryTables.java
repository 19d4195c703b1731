package dev.seeder.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The tables in which tools keep their own record, ours and others. */
public final class HistoryTables {

  /** Columns by which the records of tools are known, whatever the table's name is. */
  private static final List<Set<String>> RECORDS =
      List.of(
          Set.of("installed_rank", "script", "checksum", "installed_on", "execution_time"),
          Set.of("author", "filename", "dateexecuted", "orderexecuted", "md5sum"),
          Set.of("locked", "lockgranted", "lockedby"),
          Set.of("seed", "revision", "random_seed", "seeder_version", "datafaker_version"));

  private static final Set<String> NAMES =
      Set.of("seeder_history", "seeder_environment", "seeder_flyway");

  private HistoryTables() {}

  /** Reads the tables of the current schema as {@link LiveSchema#tables} does, without them. */
  public static List<LiveTable> others(DSLContext dsl) {
    return LiveSchema.tables(dsl, null).stream().filter(table -> !contain(table)).toList();
  }

  /** Returns whether a table is one of them. */
  public static boolean contain(LiveTable table) {
    Set<String> columns =
        table.columns().stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return NAMES.contains(table.simpleName().toLowerCase(Locale.ROOT))
        || RECORDS.stream().anyMatch(columns::containsAll);
  }
}
