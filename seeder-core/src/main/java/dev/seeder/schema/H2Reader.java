package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.text;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * Reads H2's tables from its information schema. Its names are in capitals, which they are in each
 * of H2's settings for the case of letters. Names are compared as VARCHAR_IGNORECASE, as H2's
 * functions for lower and upper case go by this machine's language.
 */
final class H2Reader implements TableReader {

  private final DSLContext dsl;

  H2Reader(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public @Nullable LiveTable table(@Nullable String schema, String table) {
    Result<Record> found =
        dsl.fetch(
            """
            SELECT TABLE_SCHEMA AS "schema", TABLE_NAME AS "name", SCHEMA() AS "current"
            FROM INFORMATION_SCHEMA.TABLES
            WHERE CAST(TABLE_NAME AS VARCHAR_IGNORECASE) = CAST({0} AS VARCHAR_IGNORECASE)
              AND CAST(TABLE_SCHEMA AS VARCHAR_IGNORECASE)
                = CAST(COALESCE({1}, SCHEMA()) AS VARCHAR_IGNORECASE)
            ORDER BY TABLE_SCHEMA <> {1}, TABLE_NAME <> {0}""",
            val(table), val(schema));
    if (found.isEmpty()) {
      return null;
    }
    String spelled = text(found.get(0), "name");
    return read(
            found.subList(0, 1),
            condition("TABLE_NAME = {0}", val(spelled)),
            condition("OBJECT_NAME = {0}", val(spelled)))
        .get(0);
  }

  @Override
  public List<LiveTable> tables(@Nullable String schema) {
    Result<Record> found =
        dsl.fetch(
            """
            SELECT TABLE_SCHEMA AS "schema", TABLE_NAME AS "name", SCHEMA() AS "current"
            FROM INFORMATION_SCHEMA.TABLES
            WHERE CAST(TABLE_SCHEMA AS VARCHAR_IGNORECASE)
                = CAST(COALESCE({0}, SCHEMA()) AS VARCHAR_IGNORECASE)
              AND TABLE_TYPE = 'BASE TABLE' AND STORAGE_TYPE IN ('CACHED', 'MEMORY')
            ORDER BY TABLE_SCHEMA <> {0}, TABLE_NAME""",
            val(schema));
    // of schemas whose names differ in case only, the first is the one
    List<Record> ofOne = by("schema", found).values().stream().findFirst().orElse(List.of());
    return ofOne.isEmpty() ? List.of() : read(ofOne, noCondition(), noCondition());
  }

  private List<LiveTable> read(List<Record> tables, Condition owners, Condition objects) {
    String schema = text(tables.get(0), "schema");
    var rows = new EnumMap<H2View, Map<String, List<Record>>>(H2View.class);
    for (H2View view : H2View.values()) {
      rows.put(view, by("owner", dsl.fetch(view.sql(), val(schema), owners, objects)));
    }
    return tables.stream().map(table -> new H2Table(table, rows).read()).toList();
  }
}
