package dev.seeder;

import static org.jooq.impl.DSL.currentSchema;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** A table that this library makes for itself. */
record OwnTable(Name name) {

  /** Families in which a failed or rolled back transaction takes its CREATE TABLE with it. */
  private static final Set<SQLDialect> TRANSACTIONAL_DDL =
      Set.of(
          SQLDialect.SQLITE,
          SQLDialect.POSTGRES,
          SQLDialect.YUGABYTEDB,
          SQLDialect.DUCKDB,
          SQLDialect.DERBY,
          SQLDialect.FIREBIRD);

  /** Returns whether creating it is part of a transaction, and does not commit it. */
  static boolean isPartOfTransaction(SQLDialect dialect) {
    return TRANSACTIONAL_DDL.contains(dialect.family());
  }

  /** Returns the table's name for messages. */
  String title() {
    return String.join(".", name.getName());
  }

  /** Keeps others on PostgreSQL from creating it, until the transaction ends. */
  void lockCreation(DSLContext dsl) {
    if (dsl.family() == SQLDialect.POSTGRES) {
      // "create table if not exists" fails on PostgreSQL when two do it at once
      dsl.fetch("select pg_advisory_xact_lock({0})", inline((long) name.toString().hashCode()));
    }
  }

  boolean exists(DSLContext dsl) {
    Name schema = name.qualifier();
    return switch (dsl.family()) {
      case POSTGRES ->
          dsl.fetchValue("select to_regclass({0})", inline(dsl.render(table(name)))) != null;
      case SQLITE ->
          dsl.fetchCount(
                  table(
                      schema == null ? DSL.name("sqlite_master") : schema.append("sqlite_master")),
                  field(DSL.name("type"), VARCHAR)
                      .eq("table")
                      .and(field(DSL.name("name"), VARCHAR).eq(name.last())))
              == 1;
      case DERBY, FIREBIRD -> canBeRead(dsl);
      default -> isInInformationSchema(dsl);
    };
  }

  private boolean isInInformationSchema(DSLContext dsl) {
    Name schema = name.qualifier();
    return dsl.fetchCount(
            dsl.selectOne()
                .from("INFORMATION_SCHEMA.TABLES")
                .where("TABLE_NAME = {0}", inline(name.last()))
                .and(
                    "TABLE_SCHEMA = {0}", schema == null ? currentSchema() : inline(schema.last())))
        == 1;
  }

  private boolean canBeRead(DSLContext dsl) {
    try {
      dsl.fetchExists(table(name));
      return true;
    } catch (DataAccessException e) {
      return false;
    }
  }
}
