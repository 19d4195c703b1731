package dev.seeder.environment;

import static org.jooq.impl.DSL.inline;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What tells one database from its copy on another server, as an ordinary user may read it. */
public final class ServerIdentity {

  private ServerIdentity() {}

  /** Returns a text that a copy elsewhere does not have; empty where the database has none. */
  public static String of(DSLContext dsl) {
    return switch (dsl.family()) {
      case POSTGRES -> postgres(dsl);
      case MARIADB, MYSQL -> mariadb(dsl);
      default -> "";
    };
  }

  /** Returns the name of the database in which statements run; null where only the URL says it. */
  public static @Nullable String database(DSLContext dsl) {
    return switch (dsl.family()) {
      case POSTGRES -> text(dsl.fetchValue("select current_database()"));
      case MARIADB, MYSQL -> text(dsl.fetchValue("select database()"));
      default -> null;
    };
  }

  /** Its relatives do not have the function, and its owner may have taken the right to call it. */
  private static String postgres(DSLContext dsl) {
    String callable =
        "select coalesce(has_function_privilege(to_regprocedure({0}), 'execute'), false)";
    boolean known =
        Boolean.TRUE.equals(
            dsl.resultQuery(callable, inline("pg_catalog.pg_control_system()"))
                .fetchOne(0, Boolean.class));
    return known
        ? text(
            dsl.fetchValue(
                "select system_identifier || '/' || (select oid from pg_catalog.pg_database"
                    + " where datname = current_database()) from pg_catalog.pg_control_system()"))
        : "";
  }

  /** All nodes of a Galera cluster hold the same database: there the cluster is asked for. */
  private static String mariadb(DSLContext dsl) {
    String cluster = shown(dsl, "show global status where {0} = 'wsrep_cluster_state_uuid'");
    boolean clustered = !cluster.replaceAll("[0-]", "").isEmpty();
    String server =
        clustered
            ? cluster
            : shown(dsl, "show global variables where {0} in ('server_uid', 'server_uuid')");
    return server.isEmpty() ? "" : server + "/" + database(dsl);
  }

  /** Asked for by name, as older servers have none of them: that would be an error otherwise. */
  private static String shown(DSLContext dsl, String statement) {
    Record found =
        dsl.resultQuery(statement, DSL.field(DSL.unquotedName("variable_name"))).fetchAny();
    return found == null ? "" : text(found.get(1));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
