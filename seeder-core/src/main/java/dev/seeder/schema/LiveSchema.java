package dev.seeder.schema;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables of the live database. */
public final class LiveSchema {

  private LiveSchema() {}

  /**
   * Reads a table; null if the database has none of that name.
   *
   * @param table only its name counts; without a schema, the database looks for it as in a query
   */
  public static @Nullable LiveTable table(DSLContext dsl, Table<?> table) {
    Objects.requireNonNull(dsl);
    Objects.requireNonNull(table);
    return null;
  }

  /**
   * Reads the tables of a schema that take rows: no views, no partitions of another table, none of
   * the database's own.
   *
   * @param schema the name of the schema; null for the current one
   */
  public static List<LiveTable> tables(DSLContext dsl, @Nullable String schema) {
    Objects.requireNonNull(dsl);
    return List.of();
  }
}
