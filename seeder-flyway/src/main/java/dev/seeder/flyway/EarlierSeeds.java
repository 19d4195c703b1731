package dev.seeder.flyway;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
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
  private static final String SKIPPED = " skipped (";

  private final List<String> lists;
  private final List<String> skipped;

  private EarlierSeeds(List<String> lists, List<String> skipped) {
    this.lists = lists;
    this.skipped = skipped;
  }

  /** Returns the text that holds the names of seeds behind that of their migration. */
  static String script(String migration, List<String> seeds, List<String> skipped) {
    return migration + list(BEFORE, seeds) + list(SKIPPED, skipped);
  }

  private static String list(String before, List<String> seeds) {
    return seeds.isEmpty() ? "" : before + String.join(SEPARATOR, seeds) + AFTER;
  }

  /** Reads Flyway's history. */
  static EarlierSeeds read(Connection connection, SQLDialect dialect, Configuration flyway) {
    var lists = new ArrayList<String>();
    var skipped = new ArrayList<String>();
    for (Record row :
        FlywayHistory.dsl(connection, dialect)
            .select(SCRIPT, SUCCESS)
            .from(FlywayHistory.table(flyway))
            .orderBy(RANK)
            .fetch()) {
      String script = row.get(SCRIPT);
      if (row.get(SUCCESS) && script.endsWith(AFTER)) {
        int without = script.indexOf(SKIPPED);
        if (without >= 0) {
          skipped.add(inside(script, without + SKIPPED.length()));
          script = script.substring(0, without);
        }
        int start = script.indexOf(BEFORE);
        if (start >= 0 && script.endsWith(AFTER)) {
          lists.add(inside(script, start + BEFORE.length()));
        }
      }
    }
    return new EarlierSeeds(lists, skipped);
  }

  private static String inside(String script, int start) {
    return script.substring(start, script.length() - AFTER.length());
  }

  /** Returns whether a seed of this name was applied. */
  boolean contain(String seed) {
    // not split: a name may hold a comma
    return lists.stream()
        .anyMatch(list -> (SEPARATOR + list + SEPARATOR).contains(SEPARATOR + seed + SEPARATOR));
  }

  /** Returns what to add where a seed is missing: that others were skipped; empty if none were. */
  String told() {
    return skipped.isEmpty()
        ? ""
        : "\n  Skipped before it, as not for the environment of that run: "
            + String.join(SEPARATOR, skipped);
  }

  /** Returns the names, in the order in which they were applied. */
  @Override
  public String toString() {
    return lists.isEmpty() ? "none" : String.join(SEPARATOR, lists);
  }
}
