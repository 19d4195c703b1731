package dev.seeder.schema;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** Finds the tables whose foreign keys refer to a table, in whatever schema they are. */
public final class ReferringTables {

  private static final String POSTGRES =
      """
      select distinct n.nspname
      from pg_constraint f
      join pg_class c on c.oid = f.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and f.confrelid = to_regclass({0})
      order by 1""";

  private static final String MARIADB =
      """
      select distinct table_schema from information_schema.key_column_usage
      where referenced_table_schema = coalesce({1}, database()) and referenced_table_name = {2}
      order by 1""";

  private static final String STANDARD =
      """
      SELECT DISTINCT R.CONSTRAINT_SCHEMA FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS T
        ON T.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA
        AND T.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
      WHERE T.TABLE_NAME = {2} ORDER BY 1""";

  private ReferringTables() {}

  /** Returns the tables with a foreign key to this one, itself among them if it has one. */
  public static List<LiveTable> of(DSLContext dsl, LiveTable parent) {
    Name qualifier = parent.name().qualifier();
    String own = qualifier == null ? null : qualifier.last();
    String sql =
        switch (dsl.family()) {
          case POSTGRES, YUGABYTEDB -> POSTGRES;
          case MARIADB, MYSQL -> MARIADB;
          case H2, HSQLDB -> STANDARD;
          default -> "";
        };
    if (sql.isEmpty()) {
      return referring(LiveSchema.tables(dsl, own), parent);
    }
    return dsl
        .fetch(
            sql,
            DSL.val(dsl.render(parent.name())),
            DSL.val(own, String.class),
            DSL.val(parent.simpleName()))
        .getValues(0, String.class)
        .stream()
        .flatMap(schema -> referring(LiveSchema.tables(dsl, schema), parent).stream())
        .toList();
  }

  private static List<LiveTable> referring(List<LiveTable> tables, LiveTable parent) {
    return tables.stream()
        .filter(
            table ->
                table.references().stream().anyMatch(each -> each.parent().equals(parent.name())))
        .toList();
  }
}
