package dev.seeder.flyway;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The seeds of the migrations that Flyway has applied, by the column {@code script} of its history,
 * where {@link SeedMigration} puts their names.
 */
final class EarlierSeeds {

  private static final Field<String> SCRIPT = DSL.field(DSL.name("script"), SQLDataType.VARCHAR);
  private static final Field<Boolean> SUCCESS = DSL.field(DSL.name("success"), SQLDataType.BOOLEAN);
  private static final Field<Integer> RANK =
      DSL.field(DSL.name("installed_rank"), SQLDataType.INTEGER);

  private static final String SEPARATOR = ", ";
  private static final String BEFORE = " (";
  private static final String AFTER = ")";

  private final List<String> lists;

  private EarlierSeeds(List<String> lists) {
    this.lists = lists;
  }

  /** Returns the text that holds the names of seeds behind that of their migration. */
  static String script(String migration, List<String> seeds) {
    return seeds.isEmpty() ? migration : migration + BEFORE + String.join(SEPARATOR, seeds) + AFTER;
  }

  /** Reads Flyway's history. */
  static EarlierSeeds read(Connection connection, SQLDialect dialect, Configuration flyway) {
    var lists = new ArrayList<String>();
    for (Record row :
        FlywayHistory.dsl(connection, dialect)
            .select(SCRIPT, SUCCESS)
            .from(history(flyway))
            .orderBy(RANK)
            .fetch()) {
      String script = row.get(SCRIPT);
      int start = script.indexOf(BEFORE);
      if (row.get(SUCCESS) && start >= 0 && script.endsWith(AFTER)) {
        lists.add(script.substring(start + BEFORE.length(), script.length() - AFTER.length()));
      }
    }
    return new EarlierSeeds(lists);
  }

  private static Table<Record> history(Configuration flyway) {
    String schema = FlywayHistory.schema(flyway);
    Name name = DSL.name(flyway.getTable());
    return DSL.table(schema == null ? name : DSL.name(DSL.name(schema), name));
  }

  /** Returns whether a seed of this name was applied. */
  boolean contain(String seed) {
    // not split: a name may hold a comma
    return lists.stream()
        .anyMatch(list -> (SEPARATOR + list + SEPARATOR).contains(SEPARATOR + seed + SEPARATOR));
  }

  /** Returns the names, in the order in which they were applied. */
  @Override
  public String toString() {
    return lists.isEmpty() ? "none" : String.join(SEPARATOR, lists);
  }
}
