package dev.seeder.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables from the catalog of one kind of database. */
interface TableReader {

  /** Reads one table, of the schema or as a query finds it; null if there is none. */
  @Nullable LiveTable table(@Nullable String schema, String table);

  /** Reads the tables of a schema or of the current one, in the order of their names. */
  List<LiveTable> tables(@Nullable String schema);
}
