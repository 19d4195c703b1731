package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.text;

import java.sql.DatabaseMetaData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The foreign keys that a database does not check, as it and the session are set at a moment. */
public final class UncheckedReferences {

  private static final UncheckedReferences NONE = new UncheckedReferences(Set.of());

  private static final UncheckedReferences ALL = new UncheckedReferences(null);

  /**
   * Triggers check them, which can be switched off; what may not be read, or not as a whole, is
   * left out.
   */
  private static final String POSTGRES =
      """
      select n.nspname as schema, n.nspname = current_schema() as current, c.relname as owner,
        o.conname as name
      from pg_constraint o join pg_class c on c.oid = o.conrelid
        join pg_namespace n on n.oid = c.relnamespace
      where o.contype = 'f'
        and ({0} exists (
          select from pg_trigger t where t.tgconstraint = o.oid and t.tgenabled in ('D',
            case current_setting('session_replication_role') when 'replica' then 'O' else 'R' end)))
        and has_table_privilege(o.conrelid, 'select') and has_table_privilege(o.confrelid, 'select')
        and not row_security_active(o.conrelid) and not row_security_active(o.confrelid)""";

  private static final int POSTGRES_WITH_NOT_ENFORCED = 18;

  private static final String H2 =
      """
      SELECT TABLE_SCHEMA AS "schema", TABLE_SCHEMA = SCHEMA() AS "current",
        TABLE_NAME AS "owner", CONSTRAINT_NAME AS "name"
      FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
      WHERE CONSTRAINT_TYPE = 'FOREIGN KEY' AND ENFORCED = 'NO'""";

  private final @Nullable Set<Constraint> some;

  private record Constraint(Name table, String name) {}

  private UncheckedReferences(@Nullable Set<Constraint> some) {
    this.some = some;
  }

  /** Returns all foreign keys. */
  public static UncheckedReferences all() {
    return ALL;
  }

  /**
   * Asks PostgreSQL, MariaDB, MySQL and H2 by one query; the others are taken to check. SQLite,
   * whose connections have a setting for it, is not asked.
   */
  public static UncheckedReferences of(DSLContext dsl) {
    return switch (dsl.family()) {
      case POSTGRES, YUGABYTEDB ->
          named(dsl.fetch(POSTGRES, DSL.raw(hasNotEnforced(dsl) ? "not o.conenforced or" : "")));
      case H2 -> named(dsl.fetch(H2));
      case MARIADB, MYSQL ->
          dsl.fetchSingle("select @@session.foreign_key_checks").get(0, boolean.class) ? NONE : ALL;
      default -> NONE;
    };
  }

  private static boolean hasNotEnforced(DSLContext dsl) {
    return dsl.connectionResult(
        connection -> {
          DatabaseMetaData server = connection.getMetaData();
          return server.getDatabaseMajorVersion() >= POSTGRES_WITH_NOT_ENFORCED;
        });
  }

  private static UncheckedReferences named(List<Record> found) {
    Set<Constraint> some = new HashSet<>();
    for (Record row : found) {
      String table = text(row, "owner");
      Name owner = is(row, "current") ? DSL.name(table) : DSL.name(text(row, "schema"), table);
      some.add(new Constraint(owner, text(row, "name")));
    }
    return some.isEmpty() ? NONE : new UncheckedReferences(some);
  }

  /** Returns whether the database checks all. */
  public boolean isEmpty() {
    return some != null && some.isEmpty();
  }

  /** Returns the foreign keys of a table that the database does not check. */
  public List<LiveReference> of(LiveTable table) {
    return some == null
        ? table.references()
        : table.references().stream()
            .filter(each -> some.contains(new Constraint(table.name(), each.name())))
            .toList();
  }
}
