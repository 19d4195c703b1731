package dev.seeder.schema;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a live database from its catalog. */
public final class LiveSchema {

  private LiveSchema() {}

  /**
   * Reads one table; null if the database has none of that name.
   *
   * <p>Only the name of the table counts, as the context would render it: without a schema it is
   * the table that a query would find. Names match exactly, else whatever the case of their
   * letters. A view is read, too, as it may take rows.
   */
  public static @Nullable LiveTable table(DSLContext dsl, Table<?> table) {
    Objects.requireNonNull(table, "table");
    if (table instanceof KnownTable known) {
      return known.live();
    }
    Name name = renderedName(dsl, table);
    Name schema = name.qualifier();
    String inSchema = schema == null ? null : schema.last();
    return reader(dsl).table(inSchema, Objects.requireNonNull(name.last()));
  }

  /**
   * Reads the tables of a schema that take rows, in the order of their names: no views, no
   * partitions of another table, nothing temporary and nothing of the database's own.
   *
   * @param schema its name, or null for the current one
   */
  public static List<LiveTable> tables(DSLContext dsl, @Nullable String schema) {
    return reader(dsl).tables(schema);
  }

  private static Name renderedName(DSLContext dsl, Table<?> table) {
    if (Boolean.FALSE.equals(dsl.settings().isRenderSchema())) {
      return table.getUnqualifiedName();
    }
    Table<?> mapped = dsl.map(table);
    return (mapped == null ? table : mapped).getQualifiedName();
  }

  /** Returns jOOQ with the catalog's names as they are and values bound, whatever was set. */
  public static DSLContext withCatalogNames(DSLContext user) {
    return user.configuration()
        .deriveSettings(
            settings ->
                settings
                    .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                    .withRenderNameCase(RenderNameCase.AS_IS)
                    .withParamType(ParamType.INDEXED)
                    .withMaxRows(0))
        .dsl();
  }

  private static TableReader reader(DSLContext user) {
    DSLContext dsl = withCatalogNames(user);
    return switch (dsl.family()) {
      case H2 -> new H2Reader(dsl);
      case POSTGRES, YUGABYTEDB -> new PostgresReader(dsl);
      case MARIADB, MYSQL -> new MariadbReader(dsl);
      case SQLITE -> new SqliteReader(dsl);
      case DUCKDB -> new DuckdbReader(dsl);
      default -> new MetaReader(dsl);
    };
  }
}
